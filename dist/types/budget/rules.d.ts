/** Which entry of the configuration holds for a model. */
import type { Config, ModelRule } from './budget.ts';
/** The most specific entry that matches the path, the later of two equals; its budgets alone hold. */
export declare function ruleFor(config: Config, path: string): ModelRule | undefined;
/** Entries whose pattern matches none of the paths. */
export declare function idleRules(config: Config, paths: readonly string[]): readonly ModelRule[];

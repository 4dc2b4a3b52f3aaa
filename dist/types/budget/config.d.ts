import type { Config } from './budget.ts';
export { ruleFor } from './rules.ts';
/** Throws FlopgateError `budget/*` that names file, line, column and key, what was found and what is accepted. */
export declare function parseConfig(text: string, file: string): Config;

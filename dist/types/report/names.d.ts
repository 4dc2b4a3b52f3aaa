/** Names of layers that are alike but for their numbers: copies of a block. */
/** TorchScript calls a module that runs a second time `relu_1`. */
export declare function withoutAgain(name: string): string;
/** The name without its numbers: those that are whole components of a path, or all. */
export declare function pattern(name: string, which: 'components' | 'digits'): string;
export declare function depth(name: string): number;
/** `layer3.{6…22}.conv1`, `layer{1,2}.0.relu`, `layer*.*.conv1`; `features.*` for what stands below; else the first, and `…`. */
export declare function commonName(names: readonly string[]): string;

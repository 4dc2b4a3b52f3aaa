import { type Profile } from '../analysis/profile.ts';
export declare function profilesTerminal(profiles: readonly Profile[], options?: {
    readonly color?: boolean;
}): string;
export declare function profilesMarkdown(profiles: readonly Profile[]): string;

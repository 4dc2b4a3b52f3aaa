import { type Profile } from './profile.ts';
export { looksLikeProfile, profileFromJson } from './profile-read.ts';
/** Plain JSON values only; the same profile gives the same document. */
export declare function profileToJson(profile: Profile): object;
/**
 * The document's text, indented by one space, in pieces: that of 100,000 layers takes 75 MB, and as much again for the
 * values it is written from. With `depth` spaces before each line but the first.
 */
export declare function profileText(profile: Profile, depth?: number): Generator<string>;
/** Several documents as one array. */
export declare function profilesText(profiles: readonly Profile[]): Generator<string>;

import { type Profile } from './profile.ts';
export { looksLikeProfile, profileFromJson } from './profile-read.ts';
/** Plain JSON values only; the same profile gives the same document. */
export declare function profileToJson(profile: Profile): object;

import { type Profile } from './profile.ts';
/** Whether the first bytes of a file are such a document's: an object, or a list of one, that names the schema early. */
export declare function looksLikeProfile(head: Uint8Array): boolean;
/** Throws `format/profile` with the place in the document. `file` is for the message. */
export declare function profileFromJson(text: string, file: string): Profile;

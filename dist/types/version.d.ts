/** Ours, as `package.json` has it; a test holds the two together. Written here so that saying it costs no file read. */
export declare const version = "0.1.0";

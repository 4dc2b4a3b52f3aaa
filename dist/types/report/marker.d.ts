/** The hidden last line by which a comment of ours is found again. */
/** Every character that could end an HTML comment is escaped. */
export declare function markerOf(key: string): string;

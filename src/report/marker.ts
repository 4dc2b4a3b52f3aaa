/** The hidden last line by which a comment of ours is found again. */

/** Every character that could end an HTML comment is escaped. */
export function markerOf(key: string): string {
  return `<!-- flopgate:comment:${encodeURIComponent(key.replace(lonely, '\ufffd')).replaceAll('-', '%2D')} -->`;
}

/** Half of a surrogate pair cannot be encoded. */
const lonely = /[\ud800-\udfff]/gu;

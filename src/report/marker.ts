/** The hidden lines that end a comment: the last one says whose it is, the one before which run wrote it. */

/** Every character that could end an HTML comment is escaped. */
export function markerOf(key: string): string {
  return `<!-- flopgate:comment:${encodeURIComponent(key.replace(lonely, '\ufffd')).replaceAll('-', '%2D')} -->`;
}

/** Half of a surrogate pair cannot be encoded. */
const lonely = /[\ud800-\udfff]/gu;

/** A run of a workflow, by the forge's count: a later run has a greater id, a repeated one a greater attempt. */
export interface RunStamp {
  readonly id: number;
  readonly attempt: number;
}

/** Bytes that a stamp takes at most, with the end of its line. */
export const stampSize = 64;

/** The text with the run in the line before its last, which is the marker. */
export function stamped(text: string, { id, attempt }: RunStamp): string {
  const { above, last, end } = partsOf(text);
  return `${above}<!-- flopgate:run:${id}:${attempt} -->\n${last}${end}`;
}

/** The run that wrote a comment, if it says. */
export function stampIn(text: string): RunStamp | undefined {
  const [, id, attempt] = stampLine.exec(partsOf(text).above) ?? [];
  return id === undefined || attempt === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
}

/** The text as it was before it was stamped. */
export function unstamped(text: string): string {
  const { above, last, end } = partsOf(text);
  return `${above.replace(stampLine, '')}${last}${end}`;
}

const stampLine = /(?<![^\n])<!-- flopgate:run:(\d{1,15}):(\d{1,6}) -->\n$/;

/** Everything above the last line, that line, and the line ends behind it. */
function partsOf(text: string): { readonly above: string; readonly last: string; readonly end: string } {
  const body = text.trimEnd();
  const at = body.lastIndexOf('\n') + 1;
  return { above: body.slice(0, at), last: body.slice(at), end: text.slice(body.length) };
}

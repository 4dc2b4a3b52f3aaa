/**
 * Text from models, paths and configurations on its way out: one function per destination. Layer names are an
 * attacker's pen; here its ink is dried. What is removed leaves a mark, so that two names do not come to look alike.
 */

/** Longest text shown whole; longer ones keep both ends and a hash of all. */
const maxLength = 100;

/** A code span, in which nothing is a link, a mention, HTML or emphasis. Not for a table: there a pipe still divides. */
export function markdownCode(text: string, most: number = maxLength): string {
  return span(withoutComments(clean(text, most)));
}

/**
 * The same for a cell of a GFM table. Pipes are escaped as GFM asks even inside code; backslashes before them are
 * doubled, or they would escape the escape.
 */
export function markdownCell(text: string, most: number = maxLength): string {
  const shown = withoutComments(clean(text, most));
  return span(shown.replace(/(\\*)\|/g, (_, slashes: string) => `${slashes}${slashes}\\|`));
}

function span(shown: string): string {
  if (shown.trim() === '') return '`(empty)`';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || (shown.startsWith(' ') && shown.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** For a sentence that quotes names: all of it as code, its own backticks as apostrophes. */
export function markdownSentence(text: string): string {
  return markdownCode(text.replaceAll('`', "'"), 500);
}

/**
 * One CSV field (RFC 4180). A leading = + - @, also of full width, would be a formula to a spreadsheet, so it gets an
 * apostrophe (OWASP, CSV injection).
 */
export function csvField(value: string | number | bigint | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return value.toString();
  const text = clean(value, Number.POSITIVE_INFINITY);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For HTML, in text and in a quoted attribute alike. */
export function htmlText(text: string, most = 500): string {
  return clean(text, most).replace(/[&<>"'`]/g, (char) => entities.get(char) ?? '');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['`', '&#96;'],
]);

/** For a terminal: no control sequences, one line. */
export function terminalText(text: string, most: number = maxLength): string {
  return clean(text, most);
}

/** For one line of a job's log: the runner takes `::name::` at its start, and `##[name]` anywhere, for commands. */
export function logText(text: string, most = 500): string {
  return clean(text, most)
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, ': :');
}

/** Nobody's comment marker, ours included: `<!--` and `-->` lose their shape. */
function withoutComments(text: string): string {
  return text.replaceAll('<!--', '<! --').replaceAll('-->', '-- >');
}

/** C0 and C1 controls, line and paragraph separators. */
const controls = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';
/** Marks that reorder text (Trojan Source, CVE-2021-42574) or cannot be seen, tags included. */
const invisible =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}';
const lonely = '\\ud800-\\udfff';
const unwanted = new RegExp(`[${invisible}${lonely}]+`, 'gu');
const blank = new RegExp(`[${controls}\\s]`, 'gu');

/** Controls and line breaks become spaces, what cannot be seen becomes one `�` for each run. */
function clean(text: string, most: number): string {
  // Most names are plain, and a big model has a million of them.
  if (text.length <= most && /^[ -~]*$/.test(text)) return text;
  return shorten(text, most).replace(unwanted, '\ufffd').replace(blank, ' ');
}

/** Two thirds from the front, a third from the back, and a hash that tells two long names apart. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const front = Math.ceil((most * 2) / 3) - 8;
  const back = Math.floor(most / 3) - 8;
  return `${text.slice(0, front)}…${text.slice(-back)} #${hash(text)}`;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((n, run) => Math.max(n, run.length), 0);
}

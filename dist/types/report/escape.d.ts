/**
 * Text from models, paths and configurations on its way out: one function per destination. Layer names are an
 * attacker's pen; here its ink is dried. What is removed leaves a mark, so that two names do not come to look alike.
 */
/** A code span, in which nothing is a link, a mention, HTML or emphasis. Not for a table: there a pipe still divides. */
export declare function markdownCode(text: string, most?: number): string;
/**
 * The same for a cell of a GFM table. Pipes are escaped as GFM asks even inside code; backslashes before them are
 * doubled, or they would escape the escape.
 */
export declare function markdownCell(text: string, most?: number): string;
/** For a sentence that quotes names: all of it as code, its own backticks as apostrophes. */
export declare function markdownSentence(text: string): string;
/**
 * One CSV field (RFC 4180). A leading = + - @, also of full width, would be a formula to a spreadsheet, so it gets an
 * apostrophe (OWASP, CSV injection).
 */
export declare function csvField(value: string | number | bigint | null): string;
/** For HTML, in text and in a quoted attribute alike. */
export declare function htmlText(text: string, most?: number): string;
/** For a terminal: no control sequences, one line. */
export declare function terminalText(text: string, most?: number): string;
/** For one line of a job's log: the runner takes `::name::` at its start, and `##[name]` anywhere, for commands. */
export declare function logText(text: string, most?: number): string;

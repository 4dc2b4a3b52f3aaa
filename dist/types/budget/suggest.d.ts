/** "Did you mean": the nearest of the known words. */
/** `; did you mean \`macs\`?`, or nothing. */
export declare function suggestion(word: string, known: readonly string[]): string;

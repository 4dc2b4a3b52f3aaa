/**
 * How a page looks: on a light and a dark screen, narrow, printed, and with forced colours. One constant, so that the
 * page's policy can name it by its hash; nothing of a report goes into it.
 */
export type Token = 'page' | 'raised' | 'line' | 'text' | 'quiet' | 'link' | 'bad' | 'badTint' | 'warn' | 'warnTint' | 'good' | 'goodTint' | 'note' | 'noteTint' | 'bar';
export declare const palettes: {
    readonly light: Readonly<Record<Token, string>>;
    readonly dark: Readonly<Record<Token, string>>;
};
/** Text over ground, as the style sheet pairs them: each is to be read at a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). */
export declare const pairs: readonly (readonly [Token, Token])[];
export declare const style: string;
/** SHA-256 of the above, as the policy names it; a test holds the two together. */
export declare const styleHash = "sha256-skl1ElTDmn6T+MxhLUDWq6WiXiCoFNtTunW+npmhVIQ=";

/** Columns of text for a terminal, where a character is one cell wide, or two, or none. */
export interface Column {
    readonly title: string;
    readonly align?: 'right';
}
/** Rows under their titles, two spaces apart, each line indented. Cells are already safe to print. */
export declare function grid(columns: readonly Column[], rows: readonly (readonly string[])[], paint?: Paint): string;
export declare function width(text: string): number;
export interface Paint {
    readonly bold: (text: string) => string;
    readonly dim: (text: string) => string;
    readonly red: (text: string) => string;
    readonly green: (text: string) => string;
    readonly yellow: (text: string) => string;
}
export declare const plain: Paint;
export declare const colour: Paint;

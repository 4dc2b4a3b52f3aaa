/**
 * Globs over paths and over layers, in the meaning picomatch gives them (the tests hold one against the other).
 *
 * Written here because both sides can be hostile: a pull request names the files and the layers, and a regular
 * expression with four stars takes n⁴ steps on the name made for it. This matcher goes back to the last star only,
 * n·m steps. No negation and no extended globs: `+(a)` is refused, not read as letters.
 */
export interface Pattern {
    readonly text: string;
    matches(text: string): boolean;
}
export declare class BadPattern extends Error {
    readonly reason: string;
    constructor(reason: string);
}
/** A glob over repository paths: `models/**\/*.onnx`. Throws BadPattern. */
export declare function pathPattern(text: string): Pattern;
/** What a layer pattern looks at. */
export interface LayerNames {
    readonly module: string;
    readonly name: string;
    readonly op: string;
    readonly domain: string;
}
/**
 * `head.**` over module paths and layer names by their dots, `/head/**` over layer names by their slashes, `op:Conv`
 * and `op:com.microsoft.*` over operators. Throws BadPattern.
 */
export declare function layerPattern(text: string): (layer: LayerNames) => boolean;
/**
 * Orders two patterns that match one path: positive when `a` is the more specific. A literal file name beats a
 * wildcard in it; then fewer `**`; then more literal characters.
 */
export declare function compareSpecificity(a: string, b: string): number;

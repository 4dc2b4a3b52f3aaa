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

export class BadPattern extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** No path or module anybody writes by hand is longer. */
const maxLength = 256;
/** `{a,b}{c,d}` multiplies; more than this is no list a person wrote. */
const maxAlternatives = 64;

type Token = { readonly kind: 'any' | 'one' } | { readonly kind: 'char'; readonly char: string } | CharSet;
interface CharSet {
  readonly kind: 'set';
  readonly negated: boolean;
  readonly ranges: readonly (readonly [number, number])[];
}
type Segment = 'globstar' | readonly Token[];

/** A glob over repository paths: `models/**\/*.onnx`. Throws BadPattern. */
export function pathPattern(text: string): Pattern {
  if (text.startsWith('/')) throw new BadPattern('it starts with `/`; paths start at the root of the repository');
  if (text.split('/').some((s) => s === '.' || s === '..')) throw new BadPattern('`.` and `..` are not used in it');
  return compile(text, '/');
}

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
export function layerPattern(text: string): (layer: LayerNames) => boolean {
  if (text.startsWith('op:')) {
    // An operator is one word: its domain's dots do not divide it.
    const operator = compile(text.slice(3), '\0');
    return ({ op, domain }) => operator.matches(op) || operator.matches(`${domain}.${op}`);
  }
  const separator = text.includes('/') ? '/' : '.';
  const pattern = compile(text, separator);
  return ({ module, name }) => (module !== '' && pattern.matches(module)) || pattern.matches(name);
}

/**
 * Orders two patterns that match one path: positive when `a` is the more specific. A literal file name beats a
 * wildcard in it; then fewer `**`; then more literal characters.
 */
export function compareSpecificity(a: string, b: string): number {
  const [x, y] = [specificity(a), specificity(b)];
  return x.literalName - y.literalName || y.globstars - x.globstars || x.literals - y.literals;
}

function specificity(text: string): { literalName: number; globstars: number; literals: number } {
  const segments = text.split('/');
  const wild = /[*?[\]{}]/;
  return {
    literalName: wild.test(segments.at(-1) ?? '') ? 0 : 1,
    globstars: segments.filter((s) => s === '**').length,
    literals: text.replace(/[*?]|\[[^\]]*\]|\{[^}]*\}/g, '').length,
  };
}

function compile(text: string, separator: string): Pattern {
  if (text === '') throw new BadPattern('it is empty');
  if (text.length > maxLength) throw new BadPattern(`it has ${text.length} characters; ${maxLength} is the most`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new BadPattern('it holds a control character');
  if (text.startsWith('!')) throw new BadPattern('a pattern cannot be negated with `!`');
  if (/(?<!\\)[@!+*?]\(/.test(text)) throw new BadPattern('extended globs such as `+(a)` are not used');
  const alternatives = expandBraces(text).map((alternative) => segmentsOf(alternative, separator));
  return {
    text,
    matches: (subject) => alternatives.some((segments) => matchSegments(segments, subject.split(separator))),
  };
}

/** `a.{b,c}` → `a.b`, `a.c`. Not nested. */
function expandBraces(text: string): readonly string[] {
  let done: string[] = [''];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '}') throw new BadPattern('`}` closes nothing');
    if (char !== '{') {
      const piece = char === '\\' ? text.slice(at, at + 2) : char;
      done = done.map((d) => d + piece);
      at += piece.length;
      continue;
    }
    const end = text.indexOf('}', at);
    const inside = text.slice(at + 1, end);
    if (end < 0) throw new BadPattern('`{` is never closed');
    if (/[{\\]/.test(inside)) throw new BadPattern('braces hold plain words, not braces or backslashes');
    if (!inside.includes(',')) throw new BadPattern(`\`{${inside}}\` offers no choice; write \`{a,b}\``);
    done = done.flatMap((d) => inside.split(',').map((choice) => d + choice));
    if (done.length > maxAlternatives) throw new BadPattern(`its braces make more than ${maxAlternatives} patterns`);
    at = end + 1;
  }
  return done;
}

function segmentsOf(text: string, separator: string): readonly Segment[] {
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  let start = 0;
  const close = (end: number) => {
    segments.push(text.slice(start, end) === '**' ? 'globstar' : tokens);
    tokens = [];
    start = end + 1;
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === separator) {
      close(at);
      at++;
    } else if (char === '[') {
      const end = text.indexOf(']', at + 2);
      if (end < 0) throw new BadPattern('`[` is never closed; for the character itself write `\\[`');
      tokens.push(charSet(text.slice(at + 1, end)));
      at = end + 1;
    } else if (char === '\\') {
      if (at + 1 === text.length) throw new BadPattern('it ends in a backslash');
      tokens.push({ kind: 'char', char: text.charAt(at + 1) });
      at += 2;
    } else {
      // Two stars inside a segment are one.
      if (char !== '*' || tokens.at(-1)?.kind !== 'any') tokens.push(tokenOf(char));
      at++;
    }
  }
  close(text.length);
  return segments;
}

function tokenOf(char: string): Token {
  if (char === '*') return { kind: 'any' };
  return char === '?' ? { kind: 'one' } : { kind: 'char', char };
}

function charSet(inside: string): CharSet {
  const negated = /^[!^]/.test(inside);
  const members = negated ? inside.slice(1) : inside;
  if (members === '' || /[\\/[]/.test(members)) throw new BadPattern(`\`[${inside}]\` is not a set of characters`);
  const ranges: (readonly [number, number])[] = [];
  for (let i = 0; i < members.length; i++) {
    const isRange = members.charAt(i + 1) === '-' && i + 2 < members.length;
    const [low, high] = [members.charCodeAt(i), members.charCodeAt(isRange ? i + 2 : i)];
    if (high < low) throw new BadPattern(`\`[${inside}]\` runs backwards`);
    ranges.push([low, high]);
    if (isRange) i += 2;
  }
  return { kind: 'set', negated, ranges };
}

function matchSegments(segments: readonly Segment[], texts: readonly string[]): boolean {
  return glob(
    segments,
    texts,
    (s) => s === 'globstar',
    (segment, text) => segment !== 'globstar' && matchSegment(segment, text),
  );
}

function matchSegment(tokens: readonly Token[], text: string): boolean {
  // As in a shell, a lone star stands for a name, and a name is not empty.
  if (text === '') return tokens.length === 0;
  return glob(tokens, text, (t) => t.kind === 'any', matchChar);
}

function matchChar(token: Token, char: string): boolean {
  if (token.kind === 'char') return token.char === char;
  if (token.kind !== 'set') return token.kind === 'one';
  const code = char.charCodeAt(0);
  return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
}

/** Wildcard matching that, at a mismatch, lets only the last star take one item more: enough, as each star is free. */
function glob<P, T>(
  pattern: ArrayLike<P>,
  items: ArrayLike<T>,
  isStar: (p: P) => boolean,
  matches: (p: P, item: T) => boolean,
): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < items.length; ) {
    const wanted = pattern[p];
    const item = items[i];
    if (wanted !== undefined && isStar(wanted)) {
      star = p++;
      resume = i;
    } else if (wanted !== undefined && item !== undefined && matches(wanted, item)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++resume;
    } else return false;
  }
  for (let rest = pattern[p]; rest !== undefined && isStar(rest); rest = pattern[++p]);
  return p === pattern.length;
}

/**
 * YAML as plain values that still know their lines. Stricter than YAML: one document, no anchors, aliases, tags or
 * merge keys, so that what a reviewer reads is what is meant.
 */
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { fail, type Place } from '../problem.ts';

export interface YamlFile {
  /** Objects without a prototype, arrays, strings, booleans, null, safe integers; other numbers as they are written. */
  readonly value: unknown;
  /** Where the value at a path is, or its key. */
  placeOf(path: readonly PropertyKey[], what?: 'key'): Place;
}

/** A configuration of a thousand entries is a tenth of this. */
const maxBytes = 64 * 1024;
/** Ours is five levels deep; keeps a hostile file from exhausting the stack. */
const maxDepth = 20;
/** They would reach the prototype of an object, and no metric, input or symbol is called so. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws FlopgateError `budget/syntax` with line and column. */
export function readYaml(text: string, file: string): YamlFile {
  const size = new TextEncoder().encode(text).length;
  if (size > maxBytes) fail('budget/syntax', { reason: `it has ${size} bytes; ${maxBytes} are the most` }, { file });
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    lineCounter: lines,
  });
  const placeAt = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (reason: string, node: Node | null): never =>
    fail('budget/syntax', { reason }, placeAt(node?.range?.[0]));
  for (const flaw of [...document.errors, ...document.warnings]) {
    fail('budget/syntax', { reason: reasonOf(flaw.message) }, placeAt(flaw.pos[0]));
  }
  return {
    value: plain(document.contents, 0, refuse),
    placeOf: (path, what) => ({
      ...placeAt(offsetOf(document.contents, path, what === 'key')),
      ...(path.length > 0 && { key: keyText(path) }),
    }),
  };
}

/** `models[0].budgets.macs` */
export function keyText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

/** The composer is recursive, and takes its own overflow for a flaw of the text. */
function reasonOf(message: string): string {
  if (message.startsWith('Maximum call stack')) return 'it is nested too deeply';
  // The composer's own words name a function of its library.
  if (message.startsWith('Source contains multiple documents')) return 'it holds more than one document';
  const [reason = ''] = message.split(/ at line |\n/, 1);
  return reason.replace(/[.:]$/, '');
}

type Refuse = (reason: string, node: Node | null) => never;

function plain(node: unknown, depth: number, refuse: Refuse): unknown {
  if (node === null || node === undefined) return null;
  if (isScalar(node)) return scalar(node, refuse);
  if (isSeq<Node>(node)) {
    if (depth === maxDepth) refuse('it is nested too deeply', node);
    checkPlain(node, refuse);
    return node.items.map((item) => plain(item, depth + 1, refuse));
  }
  if (!isMap<Node, Node | null>(node)) return refuse('aliases are not used', isNode(node) ? node : null);
  if (depth === maxDepth) refuse('it is nested too deeply', node);
  checkPlain(node, refuse);
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.items) {
    const name = keyName(key, refuse);
    if (name in object) refuse(`\`${name}\` is given twice`, key);
    if (refusedKeys.has(name)) refuse(`\`${name}\` cannot be a key`, key);
    object[name] = plain(value, depth + 1, refuse);
  }
  return object;
}

function scalar(node: Scalar, refuse: Refuse): unknown {
  checkPlain(node, refuse);
  const { value } = node;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return node.source ?? String(value);
  return value;
}

function checkPlain(node: Node & { anchor?: string; tag?: string }, refuse: Refuse): void {
  if (node.anchor !== undefined) refuse(`anchors (\`&${node.anchor}\`) are not used`, node);
  if (node.tag !== undefined) refuse('tags are not used', node);
}

function keyName(key: Node, refuse: Refuse): string {
  if (!isScalar(key)) return refuse('a key must be a plain word', key);
  checkPlain(key, refuse);
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function offsetOf(root: Node | null, path: readonly PropertyKey[], ofKey: boolean): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  path.forEach((step, i) => {
    if (isSeq<Node>(node) && typeof step === 'number') node = node.items[step];
    else if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && (key.source ?? String(key.value)) === String(step));
      const wantsKey = pair?.value == null || (ofKey && i === path.length - 1);
      node = wantsKey ? pair?.key : pair?.value;
    }
    if (isNode(node)) offset = node.range?.[0] ?? offset;
  });
  return offset;
}

/** What git calls things, whichever way they come: ids, and the entries of a tree. */
export interface TreeEntry {
  /** Six octal digits: `100644`, `100755`, `120000` (symbolic link), `160000` (submodule). */
  readonly mode: string;
  readonly oid: string;
}

/** Ids of either object format; anything else never reaches a command line or an address as an object. */
export const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function checkId(oid: string): void {
  if (!objectId.test(oid)) throw new TypeError(`not an object id: ${JSON.stringify(oid)}`);
}

/** `refs/heads/x`, `feature/x`, `v1.0`: no option, no pattern, no revision syntax (git-check-ref-format(1), shortened). */
export function isRefName(name: string): boolean {
  return /^[^\s~^:?*[\\-][^\s~^:?*[\\]*$/.test(name) && !hasControl(name) && !/\.\.|@\{|\/\/|\.$|\/$/.test(name);
}

export function checkRef(ref: string): void {
  if (!isRefName(ref)) throw new TypeError(`not a ref name: ${JSON.stringify(ref)}`);
}

export function hasControl(text: string): boolean {
  for (const character of text) if (character < ' ' || character === '\u007f') return true;
  return false;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Git's paths, and the texts of its links, are bytes. In a name that is no UTF-8 each odd byte is shown as `\xNN`, and each
 * backslash too, there and in a name that holds `\x` itself: no two paths become one. Name by name, for links join them.
 */
export function pathText(bytes: Buffer): string {
  const text = decoded(bytes);
  if (text?.includes('\\x') === false) return text;
  if (text !== undefined)
    return text
      .split('/')
      .map((name) => marked(name))
      .join('/');
  const names: string[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const slash = bytes.indexOf(47, from);
    const end = slash < 0 ? bytes.length : slash;
    const name = bytes.subarray(from, end);
    names.push(marked(decoded(name) ?? name.toString('latin1'), decoded(name) === undefined));
    from = end + 1;
  }
  return names.join('/');
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function marked(name: string, isOdd = false): string {
  if (!isOdd && !name.includes('\\x')) return name;
  const each = isOdd ? /[\\\u0080-\u00ff]/g : /\\/g;
  return name.replace(each, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
}

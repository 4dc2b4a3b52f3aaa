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

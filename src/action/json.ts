/** Steps into JSON somebody else wrote: absent where the shape is another, never a throw, never an inherited key. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value at a path of keys; `null` where there is none. */
export function field(value: Json, ...path: readonly string[]): Json {
  let at = value;
  for (const key of path) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return null;
    at = at[key] ?? null;
  }
  return at;
}

export function textAt(value: Json, ...path: readonly string[]): string | undefined {
  const found = field(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: Json, ...path: readonly string[]): number | undefined {
  const found = field(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined;
}

/** What a client parsed from JSON, as such: anything that cannot come from there is `null`. */
export function asJson(value: unknown): Json {
  return isJson(value) ? value : null;
}

/** Looks at the outside only: what is inside is checked by `field`, step by step. */
function isJson(value: unknown): value is Json {
  return value === null || ['boolean', 'number', 'string', 'object'].includes(typeof value);
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

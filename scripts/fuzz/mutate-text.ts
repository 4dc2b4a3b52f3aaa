/** Text and JSON turned hostile. */
import type { Random } from './random.ts';
import { boundaries, hostileDims, hostileTexts } from './words.ts';

/** Words, numbers, blanks and signs; one to six of them dropped, doubled, moved or replaced. */
export function mutateText(text: string, others: readonly string[], words: readonly string[], random: Random): string {
  let tokens: readonly string[] = text.match(/[A-Za-z_][\w-]*|\d+|\s+|./gsu) ?? [];
  for (let n = 1 + random.int(random.pick([1, 2, 6])); n > 0; n--) tokens = mutateTokens(tokens, others, words, random);
  const changed = tokens.join('');
  return changed.length > mostText ? changed.slice(0, mostText) : changed;
}

const mostText = 200_000;

function mutateTokens(
  tokens: readonly string[],
  others: readonly string[],
  words: readonly string[],
  random: Random,
): readonly string[] {
  const at = random.int(tokens.length);
  const end = at + 1 + random.int(random.pick([1, 3, 12]));
  const put = (...more: readonly string[]) => [...tokens.slice(0, at), ...more, ...tokens.slice(end)];
  switch (random.int(10)) {
    case 0:
      return put();
    case 1:
      return put(...tokens.slice(at, end), ...tokens.slice(at, end));
    case 2:
      return put(...tokens.slice(at, end).reverse());
    case 3:
      return put(random.pick(words));
    case 4:
      return put(random.pick(boundaries).toString());
    case 5:
      return put(random.pick(hostileTexts));
    case 6:
      return put(
        tokens
          .slice(at, end)
          .join('')
          .repeat(random.pick([2, 10, 100, 1000])),
      );
    case 7: {
      const other = random.pick([...others, '']);
      const from = random.int(other.length);
      return put(other.slice(from, from + random.int(80)));
    }
    case 8:
      return put(String.fromCodePoint(random.pick([0, 9, 10, 13, 0x85, 0x2028, 0xfeff, 0x1f600, random.int(0x3000)])));
    default:
      return [...tokens.slice(0, at), random.pick(words), ...tokens.slice(at)];
  }
}

/** JSON by its structure, a few changes at random places; now and then by its text. */
export function mutateJson(text: string, others: readonly string[], random: Random): string {
  if (random.once(8)) return mutateText(text, others, ['null', '{}', '[]', '"', '1e999', '-0', '\\ud800'], random);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return mutateText(text, others, ['null'], random);
  }
  for (let n = 1 + random.int(random.pick([1, 1, 2, 5])); n > 0; n--) value = mutateValue(value, random);
  return JSON.stringify(value) ?? 'null';
}

function mutateValue(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && !random.once(6)) {
    const list: readonly unknown[] = value;
    const at = random.int(list.length);
    return list.map((item, i) => (i === at ? mutateValue(item, random) : item));
  }
  const entries = entriesOf(value);
  if (entries.length > 0 && !random.once(6)) {
    const at = random.int(entries.length);
    // `__proto__` stays a key like any other.
    return Object.fromEntries(entries.map(([k, v], i) => [k, i === at ? mutateValue(v, random) : v]));
  }
  return changed(value, random);
}

function changed(value: unknown, random: Random): unknown {
  // One of its own kind is believed, and gets further.
  if (!random.once(3)) {
    if (typeof value === 'string')
      return random.pick([...hostileTexts, ...hostileDims, random.pick(boundaries).toString()]);
    if (typeof value === 'number')
      return random.pick([0, 1, 2, value + 1, value * 2, -value, 65536, Number.MAX_SAFE_INTEGER]);
    if (typeof value === 'boolean') return !value;
  }
  const entries = entriesOf(value);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (random.int(entries.length > 0 || list.length > 0 ? 7 : 4)) {
    case 0:
      return random.pick([null, true, false, [], {}, '', 0, -1, 1.5, -0, 1e308, 2 ** 53, Number.MAX_SAFE_INTEGER]);
    case 1:
      return random.pick(hostileTexts);
    case 2:
      return random.pick([random.pick(boundaries).toString(), random.pick(hostileDims)]);
    case 3:
      return typeof value === 'number' ? value * random.pick([-1, 2, 0.5, 1e15]) : nestedIn(value, random);
    case 4:
      return list.length > 0
        ? list.filter((_, i) => i !== random.int(list.length))
        : Object.fromEntries(entries.filter((_, i) => i !== random.int(entries.length)));
    case 5:
      return list.length > 0
        ? [...list, ...Array.from({ length: random.pick([1, 3, 50]) }, () => random.pick(list))]
        : Object.fromEntries([...entries, [random.pick(hostileTexts), random.pick(entries)[1]]]);
    default:
      return list.length > 0
        ? [...list].reverse()
        : Object.fromEntries(entries.map(([k], i) => [k, entries[(i + 1) % entries.length]?.[1]]));
  }
}

function nestedIn(value: unknown, random: Random): unknown {
  let inner = value;
  for (let n = random.pick([1, 5, 200]); n > 0; n--) inner = random.once(2) ? [inner] : { a: inner };
  return inner;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

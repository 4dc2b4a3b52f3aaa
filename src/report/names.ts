/** Names of layers that are alike but for their numbers: copies of a block. */

/** TorchScript calls a module that runs a second time `relu_1`. */
export function withoutAgain(name: string): string {
  return name.replace(/_\d+$/, '');
}

/** The name without its numbers: those that are whole components of a path, or all. */
export function pattern(name: string, which: 'components' | 'digits'): string {
  const once = withoutAgain(name);
  return which === 'digits' ? once.replace(/\d+/g, '*') : once.replace(/(?<![^./])\d+(?![^./])/g, '*');
}

export function depth(name: string): number {
  return name.split('.').length;
}

/** `layer3.{6…22}.conv1`, `layer{1,2}.0.relu`, `layer*.*.conv1`; `features.*` for what stands below; else the first, and `…`. */
export function commonName(names: readonly string[]): string {
  const [first = '', ...rest] = [...new Set(names)];
  if (rest.length === 0) return first;
  const split = (name: string) => name.split(/(\d+)/);
  const columns = split(first).map((part) => [part]);
  for (const name of rest) {
    const parts = split(name);
    if (parts.length !== columns.length) return withEnds(first, rest);
    for (const [i, part] of parts.entries()) {
      if (i % 2 === 0 && columns[i]?.[0] !== part) return withEnds(first, rest);
      columns[i]?.push(part);
    }
  }
  const varying = columns.filter((column) => new Set(column).size > 1).length;
  return columns.map((column, i) => (i % 2 === 0 ? column[0] : numbers(column, varying === 1))).join('');
}

/** One set of numbers says exactly which; of two sets not every pair need be there. */
function numbers(column: readonly string[], alone: boolean): string {
  const set = [...new Set(column)];
  if (set.length === 1) return set[0] ?? '';
  const sorted = set.map(Number).sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  if (!alone || !sorted.every(Number.isSafeInteger)) return '*';
  if (sorted.length > 2 && most - least === sorted.length - 1) return `{${least}…${most}}`;
  return sorted.length <= 3 ? `{${sorted.join(',')}}` : '*';
}

/** What all begin with, up to a dot, and `*`. */
function withEnds(first: string, rest: readonly string[]): string {
  const parts = first.split('.');
  let same = parts.length - 1;
  for (const name of rest) {
    const other = name.split('.');
    while (same > 0 && parts.slice(0, same).join('.') !== other.slice(0, same).join('.')) same--;
  }
  return same === 0 ? `${first}, …` : `${parts.slice(0, same).join('.')}.*`;
}

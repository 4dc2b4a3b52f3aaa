/** Repeated blocks whose number changed: `layer3`, 6 → 23. By module paths where there are any, by repetition where not. */
import type { Pairing, Task } from './cost.ts';
import type { BlockChange } from './diff.ts';
import type { Net } from './net.ts';

export function blockChanges(task: Task, pairing: Pairing): readonly BlockChange[] {
  const byPath = pathBlocks(task.base, task.head);
  return byPath.length > 0 ? byPath : [...repeats(task, pairing, 'head'), ...repeats(task, pairing, 'base')];
}

interface Family {
  /** The operators of each copy. */
  readonly copies: Map<string, string[]>;
}

/** Numbered siblings that hold at least two layers each, at least two of them alike. */
function pathBlocks(base: Net, head: Net): readonly BlockChange[] {
  const [left, right] = [families(base), families(head)];
  const result: BlockChange[] = [];
  for (const [name, family] of left) {
    const other = right.get(name);
    if (other === undefined || family.copies.size === other.copies.size) continue;
    const larger = family.copies.size > other.copies.size ? family : other;
    if (isRepetitive(larger)) result.push({ name, from: family.copies.size, to: other.copies.size });
  }
  return result.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isRepetitive(family: Family): boolean {
  const kinds = [...family.copies.values()].map((ops) => (ops.length < 2 ? '' : [...ops].sort().join(' ')));
  return kinds.some((k, at) => k !== '' && kinds.indexOf(k) !== at);
}

/** `layer3.17.conv1` is in copy 17 of `layer3`, `features.denselayer2.norm1` in copy 2 of `features.denselayer*`. */
function families(net: Net): ReadonlyMap<string, Family> {
  const result = new Map<string, Family>();
  net.layers.forEach((layer, at) => {
    if (layer.module === '') return;
    const parts = layer.module.split('.');
    parts.forEach((part, depth) => {
      const match = /^(.*?)(\d{1,9})$/.exec(part);
      if (match === null) return;
      const [, stem = '', number = ''] = match;
      const parent = parts.slice(0, depth).join('.');
      if (stem === '' && parent === '') return;
      const name = stem === '' ? parent : `${parent === '' ? '' : `${parent}.`}${stem}*`;
      const family = result.get(name) ?? { copies: new Map<string, string[]>() };
      result.set(name, family);
      const ops = family.copies.get(number);
      if (ops === undefined) family.copies.set(number, [net.classes[at] ?? '']);
      else ops.push(net.classes[at] ?? '');
    });
  });
  return result;
}

/** Unpaired stretches in reading order that repeat what is beside them. */
function repeats(task: Task, pairing: Pairing, side: 'base' | 'head'): readonly BlockChange[] {
  const net = task[side];
  const partner = side === 'base' ? pairing.toHead : pairing.toBase;
  const at = side === 'base' ? task.baseAt : task.headAt;
  if (!partner.includes(-1)) return [];
  const labels = at.map((node) => task.labels[side].exact[node] ?? -1);
  const rough = roughly(task, side, at);
  const alone = Array.from(at, (node) => partner[node] === -1);
  const result: BlockChange[] = [];
  for (let start = 0; start < at.length; start++) {
    if (!alone[start] || alone[start - 1]) continue;
    let end = start;
    while (end < at.length && alone[end]) end++;
    const found = repetition(labels, start, end) ?? repetition(rough, start, end);
    if (found === undefined) continue;
    const added = (end - start) / found.period;
    const name = blockName(net, [...at.slice(start, start + found.period)]);
    result.push(
      side === 'head'
        ? { name, from: found.copies - added, to: found.copies }
        : { name, from: found.copies, to: found.copies - added },
    );
  }
  return result;
}

/** Class and output extents: the same in a copy whose kernel or activation was changed as well. */
function roughly(task: Task, side: 'base' | 'head', at: Int32Array): Int32Array {
  const { exact, kind } = task.labels[side];
  const known = new Map<string, number>();
  const byLabel = new Int32Array(task.labels.looks.length).fill(-1);
  return at.map((node) => {
    const label = exact[node] ?? 0;
    if ((byLabel[label] ?? 0) < 0) {
      const text = `${kind[node]} ${task.labels.looks[label]?.output?.join()}`;
      const rough = known.get(text) ?? known.size;
      known.set(text, rough);
      byLabel[label] = rough;
    }
    return byLabel[label] ?? 0;
  });
}

/** The shortest period of a stretch that goes on beyond it, at least one whole copy; a block is two layers or more. */
function repetition(
  labels: Int32Array,
  start: number,
  end: number,
): { readonly period: number; readonly copies: number } | undefined {
  const length = end - start;
  for (let period = 2; period <= length; period++) {
    if (length % period !== 0) continue;
    let [low, high] = [start, start + period];
    while (high < labels.length && labels[high] === labels[high - period]) high++;
    while (low > 0 && labels[low - 1] === labels[low - 1 + period]) low--;
    const copies = Math.floor((high - low) / period);
    if (high >= end && copies > length / period) return { period, copies };
  }
  return undefined;
}

function blockName(net: Net, nodes: readonly number[]): string {
  const ops = nodes.map((n) => net.layers[n]?.op ?? '');
  return ops.length <= 6 ? ops.join('-') : `${ops.slice(0, 5).join('-')}-…(${ops.length})`;
}

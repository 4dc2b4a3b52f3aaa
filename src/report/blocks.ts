/** Repeated blocks whose number changed, with the records of their copies: those are told by one line. */
import { type DimJson, dimFromJson, dimToJson } from '../model/dim-text.ts';
import type { LayerReport, ModelReport } from './report.ts';
import { type Changes, sumOf } from './sums.ts';

export interface BlockStory {
  readonly name: string;
  readonly place?: string;
  readonly from: number;
  readonly to: number;
  /** Records of the copies that came or went; 0 where they could not be told apart. */
  readonly layers: number;
  /** Of one copy, where all cost the same. */
  readonly each?: ReadonlyMap<string, DimJson>;
  readonly all: Changes;
}

type Block = ModelReport['blocks'][number];

interface Told {
  readonly stories: readonly BlockStory[];
  /** Records that belong to no such copy. */
  readonly rest: readonly LayerReport[];
}

export function blockStories({ blocks, layers }: ModelReport): Told {
  const taken = new Set<LayerReport>();
  const stories = blocks.map((block): BlockStory => {
    const free = layers.filter((layer) => !taken.has(layer));
    const found = membersByPath(block, free) ?? membersByOrder(block, free) ?? [];
    for (const layer of found) taken.add(layer);
    const own = found.filter(({ kind }) => kind === kindOf(block));
    const all = sumOf(own);
    const each = dividedBy(all, BigInt(Math.abs(block.to - block.from)));
    return { ...block, layers: own.length, ...(each !== undefined && { each }), all };
  });
  return { stories, rest: layers.filter((layer) => !taken.has(layer)) };
}

function kindOf({ from, to }: Block): LayerReport['kind'] {
  return to > from ? 'added' : 'removed';
}

/**
 * `layer3`, 6 → 23: added layers under `layer3.N.` that make up 17 copies of one size, whichever N they bear, and layers
 * of the old copies that are only numbered otherwise now.
 */
function membersByPath(block: Block, layers: readonly LayerReport[]): readonly LayerReport[] | undefined {
  const copyOf = copies(block);
  const own = layers.filter(({ kind, name }) => kind === kindOf(block) && copyOf(name) !== undefined);
  const sizes = new Map<string, number>();
  for (const { name } of own) sizes.set(copyOf(name) ?? '', (sizes.get(copyOf(name) ?? '') ?? 0) + 1);
  const count = Math.abs(block.to - block.from);
  const size = Math.max(0, ...sizes.values());
  if (size === 0) return undefined;
  const whole = new Set([...sizes].filter(([, n]) => n === size).map(([copy]) => copy));
  const isAll = own.length === count * size;
  if (!isAll && whole.size !== count) return undefined;
  const members = isAll ? own : own.filter(({ name }) => whole.has(copyOf(name) ?? ''));
  const renumbered = layers.filter(
    ({ kind, name, baseName }) =>
      kind === 'renamed' && copyOf(name) !== undefined && copyOf(baseName ?? '') !== undefined,
  );
  return [...members, ...renumbered];
}

/** Which copy a name is in, for `layer3` and for `features.denselayer*`. */
function copies({ name: block, place }: Block): (name: string) => string | undefined {
  const start = `${place === undefined ? '' : `${place}/`}${block.endsWith('*') ? block.slice(0, -1) : `${block}.`}`;
  return (name) => (name.startsWith(start) ? /^\d+(?=\.|$)/.exec(name.slice(start.length))?.[0] : undefined);
}

function isWithin({ place }: Block, name: string): boolean {
  return place === undefined || name.startsWith(`${place}/`);
}

/** Comparisons spent on finding one stretch. */
const mostSteps = 20_000_000;

/** A block known by its operators, `Conv-Relu` or `Add-Mul-Sub-Div-Erf-…(9)`: a stretch of records that repeats them. */
function membersByOrder(block: Block, layers: readonly LayerReport[]): readonly LayerReport[] | undefined {
  const parts = block.name.split('-');
  const [, more] = /^…\((\d+)\)$/.exec(parts.at(-1) ?? '') ?? [];
  const ops = more === undefined ? parts : parts.slice(0, -1);
  const period = more === undefined ? ops.length : Number(more);
  const side = block.to > block.from ? 'head' : 'base';
  const count = Math.abs(block.to - block.from);
  const at = (layer: LayerReport): number => layer[`${side}Ids`]?.[0] ?? layer[side][0] ?? 0;
  const own = layers
    .filter(({ kind, name }) => kind === kindOf(block) && isWithin(block, name))
    .sort((a, b) => at(a) - at(b));
  const length = period * count;
  if (own.length * length > mostSteps) return undefined;
  for (let start = 0; start + length <= own.length; start++) {
    const isHere = own
      .slice(start, start + length)
      .every(({ op }, i) => i % period >= ops.length || op === ops[i % period]);
    if (isHere) return own.slice(start, start + length);
  }
  return undefined;
}

function dividedBy(all: Changes, count: bigint): ReadonlyMap<string, DimJson> | undefined {
  const each = new Map<string, DimJson>();
  for (const [metric, { by }] of all) {
    const dim = dimFromJson(by);
    if (typeof dim !== 'bigint' || dim % count !== 0n) return undefined;
    each.set(metric, dimToJson((dim < 0n ? -dim : dim) / count));
  }
  return each;
}

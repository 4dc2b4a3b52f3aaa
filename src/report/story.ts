/**
 * What a reader is told of a model's layers. A report lists every record; a reader wants what explains the change: a
 * block that is there more often is one line, equal changes are one row however many layers they touch, and what only
 * follows from another change is counted.
 */
import { dimFromJson } from '../model/dim-text.ts';
import { type BlockStory, blockStories } from './blocks.ts';
import { commonName, depth, pattern, withoutAgain } from './names.ts';
import type { ChangeReport, LayerReport, ModelReport } from './report.ts';
import { changeWords, isRespelling, spoken } from './spoken.ts';
import { type Changes, layerMetrics, sumOf } from './sums.ts';

export interface Story {
  readonly blocks: readonly BlockStory[];
  /** Heaviest first. */
  readonly rows: readonly Row[];
  /** Layers that only follow, or bear other names or numbers. */
  readonly folds: readonly Fold[];
}

/** Layers to which the same happened. */
export interface Row {
  readonly name: string;
  readonly op: string;
  readonly kind: LayerReport['kind'];
  readonly count: number;
  readonly change: string;
  readonly delta: Changes;
}

export interface Fold {
  readonly kind: 'shapeOnly' | 'renamed' | 'weightsOnly';
  readonly count: number;
  readonly layers: readonly { readonly name: string; readonly was?: string }[];
}

/** A report is written again and again until it fits. */
const told = new WeakMap<ModelReport, Story>();

export function storyOf(model: ModelReport): Story {
  const before = told.get(model);
  if (before !== undefined) return before;
  const story = tell(model);
  told.set(model, story);
  return story;
}

function tell(model: ModelReport): Story {
  const { stories, rest } = blockStories(model);
  const quiet = rest.filter(isQuiet);
  const telling = rest.filter((layer) => !isQuiet(layer));
  const groups = levels.reduce<Groups | undefined>((found, level) => found ?? groupsOf(telling, level), undefined);
  const rows = [...(groups?.values() ?? [])].map(rowOf).sort(heavierFirst);
  const folds = (['shapeOnly', 'renamed', 'weightsOnly'] as const).flatMap((kind): readonly Fold[] => {
    const layers = quiet.filter((layer) => layer.kind === kind);
    const inOrder = layers.sort((a, b) => (a.head[0] ?? 0) - (b.head[0] ?? 0));
    const count = inOrder.reduce((n, { head }) => n + Math.max(1, kind === 'renamed' ? head.length : 1), 0);
    return layers.length === 0
      ? []
      : [{ kind, count, layers: inOrder.map(kind === 'renamed' ? renaming : ({ name }) => ({ name })) }];
  });
  return { blocks: stories, rows, folds };
}

/** The container or the function that bears another name, or the layer itself. */
function renaming({ name, baseName, changes }: LayerReport): Fold['layers'][number] {
  const { from, to } = changes.find(({ what }) => what === 'module' || what === 'function') ?? {
    from: baseName,
    to: name,
  };
  return { name: String(to ?? name), ...(typeof from === 'string' && { was: from }) };
}

/** No change of its own, and none in what a reader asks after first. */
function isQuiet({ kind, delta }: LayerReport): boolean {
  const isConsequence = kind === 'shapeOnly' || kind === 'renamed' || kind === 'weightsOnly';
  return isConsequence && !['macs', 'parameters'].some((metric) => (delta[metric]?.by ?? 0) !== 0);
}

interface Level {
  /** A table of more rows is not read: then layers that have less in common are put together. */
  readonly most: number;
  readonly key: (layer: LayerReport) => string;
}

/** From copies of a block with one and the same change to all layers of which the same property changed. */
const levels: readonly Level[] = [
  { most: 10, key: (l) => [l.op, ...placePattern(l), exactly(l.changes)].join('\0') },
  { most: 10, key: (l) => [l.op, pattern(l.name, 'digits'), exactly(l.changes)].join('\0') },
  { most: 5, key: (l) => [l.op, pattern(l.name, 'digits'), roughly(l.changes)].join('\0') },
  { most: 5, key: (l) => [l.op, roughly(l.changes)].join('\0') },
  // There is no coarser way to put it.
  { most: Number.POSITIVE_INFINITY, key: (l) => (l.changes.length === 0 ? l.op : properties(l.changes)) },
];

/** A function is written once, however often it is called. */
function placePattern(layer: LayerReport): readonly (string | number)[] {
  return layer.function === undefined
    ? [pattern(layer.name, 'components'), depth(layer.name)]
    : ['function', layer.function];
}

function exactly(changes: readonly ChangeReport[]): string {
  return changeWords(spoken(changes));
}

function roughly(changes: readonly ChangeReport[]): string {
  return spoken(changes)
    .map(({ what, from, to }) => (typeof from === 'number' && typeof to === 'number' ? what : `${what} ${from} ${to}`))
    .join();
}

function properties(changes: readonly ChangeReport[]): string {
  return spoken(changes)
    .map(({ what }) => what)
    .join();
}

type Groups = ReadonlyMap<string, readonly LayerReport[]>;

/** `undefined` where they would be more than a table should have. */
function groupsOf(layers: readonly LayerReport[], { most, key: keyOf }: Level): Groups | undefined {
  const groups = new Map<string, LayerReport[]>();
  for (const layer of layers) {
    // What merely follows is told by operator, wherever it stands.
    const key = `${layer.kind}\0${layer.kind === 'shapeOnly' ? layer.op : keyOf(layer)}`;
    const group = groups.get(key);
    if (group !== undefined) group.push(layer);
    else if (groups.size === most) return undefined;
    else groups.set(key, [layer]);
  }
  return groups;
}

function rowOf(layers: readonly LayerReport[]): Row {
  const [first] = layers;
  const place = ({ base, head, baseIds, headIds }: LayerReport) =>
    baseIds?.[0] ?? headIds?.[0] ?? base[0] ?? head[0] ?? 0;
  const inOrder = [...layers].sort((a, b) => place(a) - place(b));
  return {
    name:
      functionName(inOrder) ?? commonName(inOrder.map(({ name }) => (layers.length > 1 ? withoutAgain(name) : name))),
    op: operatorsOf(layers),
    kind: first?.kind ?? 'modified',
    count: layers.length,
    change: first === undefined ? '' : layers.length === 1 ? oneChange(first) : manyChanges(layers),
    delta: sumOf(layers),
  };
}

/** Where all are one layer of a function that is called several times. */
function functionName(layers: readonly LayerReport[]): string | undefined {
  const [first] = layers;
  const isOne = layers.length > 1 && layers.every((l) => l.function === first?.function);
  return isOne ? first?.function : undefined;
}

function operatorsOf(layers: readonly LayerReport[]): string {
  const ops = [...new Set(layers.map(({ op }) => op))];
  return ops.length > 3 ? `${ops.slice(0, 2).join(', ')}, …` : ops.join(', ');
}

/** "out channels 64 → 96, was layer1.old": for a layer that stands for itself. */
export function oneChange(layer: LayerReport): string {
  const said = spoken(layer.changes);
  const isMoved = said.some(({ what }) => what === 'module');
  const was = layer.baseName === undefined || isMoved || isAgain(layer) ? [] : [`was ${layer.baseName}`];
  const isSwap = said.some(({ what }) => what === 'activation');
  const same = layer.changes.some(isRespelling) ? ['the same function'] : [];
  const [from, to] = [layer.base.length, layer.head.length];
  const isTold = isSwap || same.length > 0;
  const count = from === 0 ? to : to === 0 ? from : `${from} → ${to}`;
  const nodes = (from > 1 || to > 1) && !isTold ? [`${count} nodes`] : [];
  return [changeWords(said), ...same, ...was, ...nodes].filter((s) => s !== '').join(', ');
}

function isAgain({ name, baseName = '' }: LayerReport): boolean {
  return withoutAgain(baseName) === withoutAgain(name);
}

/** What they have in common; numbers that differ as ranges: "out channels 16…320 → 24…448". */
function manyChanges(layers: readonly LayerReport[]): string {
  const lists = layers.map(({ changes }) => spoken(changes).filter(({ what }) => what !== 'module'));
  const [first = []] = lists;
  const merged = first.map(({ what }, i): ChangeReport => {
    const all = lists.map((list) => list[i]);
    return { what, from: range(all.map((c) => c?.from ?? null)), to: range(all.map((c) => c?.to ?? null)) };
  });
  return changeWords(merged);
}

function range(values: readonly ChangeReport['from'][]): ChangeReport['from'] {
  const [first = null] = values;
  if (values.every((value) => value === first)) return first;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return '…';
  const [least, most] = numbers.reduce(([a, b], n) => [Math.min(a, n), Math.max(b, n)], [Infinity, -Infinity]);
  return `${least}…${most}`;
}

/** Expressions and unknowns stay where the diff put them: before what is smaller than nothing known. */
function heavierFirst(x: Row, y: Row): number {
  const rank = Number(x.kind === 'shapeOnly') - Number(y.kind === 'shapeOnly');
  if (rank !== 0) return rank;
  for (const metric of layerMetrics) {
    const [a, b] = [x, y].map(({ delta }) => dimFromJson(delta.get(metric)?.by ?? 0));
    if (typeof a !== 'bigint' || typeof b !== 'bigint') return 0;
    const [p, q] = [a < 0n ? -a : a, b < 0n ? -b : b];
    if (p !== q) return p > q ? -1 : 1;
  }
  return 0;
}

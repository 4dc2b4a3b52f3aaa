/** The steps of a run as a flat list in the order of `Profile.layers`, each tensor with a name of its own. */
import { type Dim, mul } from '../model/dim.ts';
import { atTrip, Totals } from '../model/series.ts';
import type { Body, Step, Value } from './step.ts';

/** One layer to be. */
export interface Entry {
  /** Position in the list. */
  readonly id: number;
  readonly step: Step;
  readonly owner?: Entry;
  readonly body?: Body;
  /** What a count of one run of the step comes to in one run of the model. */
  readonly overall: Overall;
  /** An extent in the first trip, where the trips of a loop around are numbered: it is known or open as the others are. */
  readonly first?: (extent: Dim) => Dim;
}

export type Overall = (once: Dim) => Dim;

const once: Overall = (count) => count;

/** A count of one trip of a body, over all its trips, each time its owner runs. */
function overTrips({ trips, index }: Body, outside: Overall, totals: Totals): Overall {
  if (index === undefined) return (count) => outside(mul(count, trips));
  return (count) => outside(totals.over(count, { index, trips }));
}

function inFirst({ index }: Body, { first }: Entry): Pick<Entry, 'first'> {
  if (index === undefined) return first === undefined ? {} : { first };
  return { first: (extent) => atTrip(first?.(extent) ?? extent, { index }, 0n) };
}

/** Main graph in file order; the nodes of bodies and functions follow their owner. */
export function entriesOf(steps: readonly Step[]): readonly Entry[] {
  const entries: Entry[] = [];
  const totals = new Totals();
  const visit = (list: readonly Step[], overall: Overall, inside: Pick<Entry, 'owner' | 'body' | 'first'>): void => {
    for (const step of inFileOrder(list)) {
      const entry: Entry = { id: entries.length, step, overall, ...inside };
      entries.push(entry);
      if ('bodies' in step.does)
        for (const body of step.does.bodies)
          visit(body.steps, overTrips(body, overall, totals), { owner: entry, body, ...inFirst(body, entry) });
    }
  };
  visit(steps, once, {});
  return entries;
}

function inFileOrder(steps: readonly Step[]): readonly Step[] {
  const sorted = steps.every((s, i) => i === 0 || s.node.index >= (steps[i - 1]?.node.index ?? 0));
  return sorted ? steps : steps.toSorted((a, b) => a.node.index - b.node.index);
}

/**
 * Names that mean one tensor each: as in the file, but qualified by the owner inside a function, which may be called
 * twice, and wherever a body uses a name again.
 */
export function tensorNames(entries: readonly Entry[]): (value: Value) => string {
  if (entries.every((e) => e.owner === undefined)) return (value) => value.name;
  const names = new Map<Value, string>();
  const taken = new Set<string>();
  for (const { step, owner } of entries)
    if (owner === undefined) for (const value of step.outputs) if (value !== undefined) taken.add(value.name);
  const give = (value: Value | undefined, owner: Entry | undefined): void => {
    if (value === undefined || owner === undefined || names.has(value)) return;
    const qualified = `${pathOf(owner)}/${value.name}`;
    let name = owner.step.does.kind === 'call' || taken.has(value.name) ? qualified : value.name;
    for (let i = 2; taken.has(name); i++) name = `${qualified}#${i}`;
    taken.add(name);
    names.set(value, name);
  };
  for (const { step, owner, body } of entries) {
    for (const formal of body?.formals ?? []) give(formal.value, owner);
    for (const value of step.outputs) give(value, owner);
  }
  return (value) => names.get(value) ?? value.name;
}

function pathOf({ step, owner }: Entry): string {
  const { name, op, index } = step.node;
  const own = name === '' ? `${op}_${index}` : name;
  return owner === undefined ? own : `${pathOf(owner)}/${own}`;
}

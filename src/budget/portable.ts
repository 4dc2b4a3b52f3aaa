/**
 * A measured model as plain data, for another thread or a document. Attributes and weights of its layers stay behind:
 * they may read elements of the file, and once a model is compared, neither judge nor report asks for them.
 */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Diff } from '../diff/diff.ts';
import type { Counterparts, JudgedModel, MeasuredScenario } from './budget.ts';

export function portable(model: JudgedModel): JudgedModel {
  const { base, head, diff, scenarios, free } = model;
  const light = lightener();
  return {
    ...model,
    base: light.profile(base),
    head: light.profile(head),
    diff: diff && light.diff(diff),
    ...(scenarios !== undefined && { scenarios: scenarios.map(light.scenario) }),
    ...(free !== undefined && { free: { base: light.profile(free.base), head: light.profile(free.head) } }),
  };
}

const noAttributes: Layer['attributes'] = new Map();

/** The same layer gives the same copy, so that a diff goes on to speak of the layers of its profiles. */
function lightener() {
  const copies = new Map<Layer, Layer>();
  const one = (layer: Layer): Layer => {
    const copy = copies.get(layer) ?? { ...layer, attributes: noAttributes, weights: [] };
    copies.set(layer, copy);
    return copy;
  };
  const profile = (whole: Profile | null): Profile | null => {
    if (whole === null) return null;
    // A convention is a table with rules; its label is what a profile says of it.
    const { id, title, version, accuracy, why, unit } = whole.convention;
    return {
      ...whole,
      layers: whole.layers.map(one),
      convention: { id, title, version, accuracy, why, unit },
    };
  };
  const counterparts = ({ pairs, records }: Counterparts): Counterparts => ({
    pairs: pairs.map(({ base, head }) => ({ base: one(base), head: one(head) })),
    records: records.map(({ base, head }) => ({ base: base.map(one), head: head.map(one) })),
  });
  return {
    profile,
    diff: (whole: Diff): Diff => ({
      ...whole,
      pairs: whole.pairs.map((pair) => ({ ...pair, base: one(pair.base), head: one(pair.head) })),
      records: whole.records.map((r) => ({ ...r, base: r.base.map(one), head: r.head.map(one) })),
      blocks: whole.blocks.map(({ within, ...block }) => ({
        ...block,
        ...(within !== undefined && { within: { ...within, owner: one(within.owner) } }),
      })),
      folded: { ...whole.folded, base: whole.folded.base.map(one), head: whole.folded.head.map(one) },
    }),
    scenario: (whole: MeasuredScenario): MeasuredScenario => ({
      ...whole,
      base: profile(whole.base),
      head: profile(whole.head),
      counterparts: whole.counterparts && counterparts(whole.counterparts),
    }),
  };
}

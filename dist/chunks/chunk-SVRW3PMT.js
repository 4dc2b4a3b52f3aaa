import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/budget/portable.ts
function portable(model) {
  const { base, head, diff, scenarios, free } = model;
  const light = lightener();
  return {
    ...model,
    base: light.profile(base),
    head: light.profile(head),
    diff: diff && light.diff(diff),
    ...scenarios !== void 0 && { scenarios: scenarios.map(light.scenario) },
    ...free !== void 0 && { free: { base: light.profile(free.base), head: light.profile(free.head) } }
  };
}
var noAttributes = /* @__PURE__ */ new Map();
function lightener() {
  const copies = /* @__PURE__ */ new Map();
  const one = (layer) => {
    const copy = copies.get(layer) ?? { ...layer, attributes: noAttributes, weights: [] };
    copies.set(layer, copy);
    return copy;
  };
  const profile = (whole) => {
    if (whole === null) return null;
    const { id, title, version, accuracy, why, unit } = whole.convention;
    return {
      ...whole,
      layers: whole.layers.map(one),
      convention: { id, title, version, accuracy, why, unit }
    };
  };
  const counterparts = ({ pairs, records }) => ({
    pairs: pairs.map(({ base, head }) => ({ base: one(base), head: one(head) })),
    records: records.map(({ base, head }) => ({ base: base.map(one), head: head.map(one) }))
  });
  return {
    profile,
    diff: (whole) => ({
      ...whole,
      pairs: whole.pairs.map((pair) => ({ ...pair, base: one(pair.base), head: one(pair.head) })),
      records: whole.records.map((r) => ({ ...r, base: r.base.map(one), head: r.head.map(one) })),
      blocks: whole.blocks.map(({ within, ...block }) => ({
        ...block,
        ...within !== void 0 && { within: { ...within, owner: one(within.owner) } }
      })),
      folded: { ...whole.folded, base: whole.folded.base.map(one), head: whole.folded.head.map(one) }
    }),
    scenario: (whole) => ({
      ...whole,
      base: profile(whole.base),
      head: profile(whole.head),
      counterparts: whole.counterparts && counterparts(whole.counterparts)
    })
  };
}

export {
  portable
};

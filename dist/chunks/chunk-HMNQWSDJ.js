import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isShare,
  measured
} from "./chunk-ULP5QT45.js";
import {
  equal,
  isKnown,
  max
} from "./chunk-XNNL2VAW.js";

// src/budget/scenarios.ts
var noOptions = { inputs: /* @__PURE__ */ new Map(), bind: /* @__PURE__ */ new Map() };
function measurementOf(rule, given = noOptions, scenarios = rule?.scenarios ?? []) {
  const options = over({ inputs: rule?.inputs ?? /* @__PURE__ */ new Map(), bind: rule?.bind ?? /* @__PURE__ */ new Map() }, given);
  const named = (rule?.budgets ?? []).flatMap(({ limit }) => limit.kind === "degree" ? [limit.symbol] : []);
  return {
    options,
    scenarios: scenarios.map((one) => ({ name: one.name, options: over(options, one) })),
    free: [...new Set(named)]
  };
}
function over(under, { inputs, bind }) {
  return { inputs: new Map([...under.inputs, ...inputs]), bind: new Map([...under.bind, ...bind]) };
}
function inScenario(model, name) {
  const found = model.scenarios?.find((s) => s.name === name);
  if (found === void 0) return model;
  const problem = model.problem ?? found.problem;
  const { path, basePath, pairedBy, status } = model;
  return {
    path,
    ...basePath !== void 0 && { basePath },
    ...pairedBy !== void 0 && { pairedBy },
    status,
    base: found.base,
    head: found.head,
    diff: found.counterparts,
    ...problem !== void 0 && { problem }
  };
}
function isSettled({ base, head, scenarios = [] }, metric) {
  const same = (whole, of) => {
    if (whole === null) return scenarios.every((s) => of(s) === null);
    const number = measured(whole, metric);
    return scenarios.every((s) => {
      const profile = of(s);
      return profile !== null && isSame(number, measured(profile, metric));
    });
  };
  return same(base, (s) => s.base) && same(head, (s) => s.head);
}
function isSame(a, b) {
  if (isShare(a) || isShare(b)) return isShare(a) && isShare(b) && a.part * b.whole === b.part * a.whole;
  return isKnown(a) && equal(a, b) === true;
}
function costliest(model, side, metric) {
  const scenarios = model.scenarios ?? [];
  if (scenarios.length === 0) return model[side];
  const profiles = scenarios.flatMap((s) => s[side] ?? []);
  const [first, ...rest] = profiles;
  if (first === void 0 || profiles.length < scenarios.length) return null;
  if (metric === "coverage") return rest.reduce((worst, p) => covered(p) < covered(worst) ? p : worst, first);
  return profiles.map((p) => amount(p, metric)).reduce(max);
}
function amount(profile, metric) {
  const number = measured(profile, metric);
  return isShare(number) ? { kind: "unknown", why: "a share is not an amount" } : number;
}
function covered({ coverage: { nodes, unknown } }) {
  return nodes === 0 ? 1 : (nodes - unknown) / nodes;
}

export {
  measurementOf,
  inScenario,
  isSettled,
  costliest
};

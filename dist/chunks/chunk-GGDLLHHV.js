import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  costliest,
  inScenario,
  isSettled
} from "./chunk-HMNQWSDJ.js";
import {
  measure,
  open,
  optionsFreeOf
} from "./chunk-QT7MOWV5.js";
import {
  idleRules,
  layerPattern,
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import {
  alignSymbols,
  attributesOf,
  degreeIn,
  growthReport,
  isCommutative,
  isLearnt,
  isNeverConstant,
  isQuantization,
  isRespelling,
  isTransparent,
  isWeightedClass,
  looksUp,
  mainWeight,
  mayDoNothing,
  operatorClass,
  ownProblems,
  plainOperator,
  shapeKey,
  signReport,
  styleOf,
  unpairedCost,
  weightKeys,
  widthsReport
} from "./chunk-2JN5FKMZ.js";
import {
  costKeys,
  counted,
  flopgate,
  totalKeys
} from "./chunk-PTBSFD6O.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import {
  isModelMetric,
  isShare,
  measured,
  measuredTogether,
  modelMetrics
} from "./chunk-ULP5QT45.js";
import {
  FlopgateError,
  dimToJson,
  problem
} from "./chunk-3BSD2VQC.js";
import {
  add,
  bind,
  compare,
  floorDiv,
  isKnown,
  isSymbolic,
  isUnknown,
  keyOf,
  mul,
  sub,
  sum,
  symbolsOf,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/budget/degree.ts
function wordsOf(base, head) {
  return base === null ? (d) => d : alignSymbols(base, head);
}
var maxNamed = 5;
function holdDegree({ symbol, value }, metric, head, base) {
  const inBaseWords = wordsOf(base, head);
  const number2 = measured(head, metric);
  const before = base === null ? void 0 : measured(base, metric);
  const knows = base !== null && symbolsIn(base, (d) => d).includes(symbol);
  const grew = before === void 0 || isShare(before) || !knows ? void 0 : degreeIn(before, symbol);
  const from = grew === void 0 ? void 0 : BigInt(grew);
  const lost = (why) => {
    return { actual: unknown(why), from, finding: { result: "undecidable", limit: value, why } };
  };
  if (isShare(number2)) return lost("a share has no growth class");
  if (isUnknown(number2)) return lost(number2.why);
  const symbols = symbolsIn(head, inBaseWords);
  if (!symbols.includes(symbol)) return lost(`the model has no symbolic dimension ${symbol}, it has ${few(symbols)}`);
  const actual = BigInt(degreeIn(inBaseWords(number2), symbol) ?? 0);
  const headroom = value - actual;
  return { actual, from, finding: { result: headroom < 0n ? "exceeded" : "met", limit: value, headroom } };
}
function symbolsIn({ inputs, totals }, extent) {
  const shapes = inputs.flatMap(({ shape }) => isUnknown(shape) ? [] : shape);
  const all = [...shapes, ...totalKeys.map((key2) => totals[key2])];
  return [...new Set(all.flatMap((d) => symbolsOf(extent(d))))].sort();
}
function few(symbols) {
  if (symbols.length === 0) return "none";
  const more = symbols.length - maxNamed;
  return `${symbols.slice(0, maxNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/budget/layers.ts
function governedLayers(match2, base, head, diff) {
  const matches = layerPattern(match2);
  const found = { base: matching(base, matches), head: matching(head, matches) };
  for (const [left, right] of counterparts(diff)) {
    const touched = left.some((l) => found.base.has(l.id)) || right.some((l) => found.head.has(l.id));
    if (!touched) continue;
    for (const l of left) found.base.add(l.id);
    for (const l of right) found.head.add(l.id);
  }
  return { base: withBodies(base, found.base), head: withBodies(head, found.head) };
}
function costOf(layers, metric) {
  return sum(layers.map((layer) => counted(layer, metric)));
}
function matching(profile, matches) {
  return new Set((profile?.layers ?? []).filter(matches).map(({ id }) => id));
}
function counterparts(diff) {
  if (diff === null) return [];
  return [
    ...diff.pairs.map(({ base, head }) => [[base], [head]]),
    ...diff.records.map(({ base, head }) => [base, head])
  ];
}
function withBodies(profile, ids) {
  const all = new Set(ids);
  const layers = profile?.layers ?? [];
  for (const { id, owner } of layers) if (owner !== void 0 && all.has(owner)) all.add(id);
  return layers.filter(({ id, dead }) => all.has(id) && dead !== true);
}

// src/budget/limits.ts
function budgetText({ metric, limit }) {
  if (limit.kind === "degree") return `${metric} degree in ${limit.symbol} <= ${limit.text}`;
  if (limit.kind === "min") return `${metric} >= ${limit.text}`;
  return `${metric} ${limit.kind === "max" ? "" : "growth "}<= ${limit.text}`;
}
function hold(limit, actual, from) {
  if (limit.kind === "min") return atLeast(limit.share, actual);
  if (isShare(actual)) return undecidable(null, "a share has a least, not a most");
  if (limit.kind === "max") return atMost(actual, limit.value);
  if (from === void 0 || isShare(from)) return undecidable(null, "there is no number of the base to grow from");
  return limit.kind === "growth" ? grownBy(actual, from, limit.share) : atMost(actual, add(from, limit.value));
}
function atMost(actual, limit) {
  const headroom = sub(limit, actual);
  return { ...decide(actual, limit), limit, ...!isUnknown(headroom) && { headroom } };
}
function grownBy(head, base, { part, whole }) {
  const allowed = mul(base, whole + part);
  const limit = floorDiv(allowed, whole);
  const headroom = sub(limit, head);
  return { ...decide(mul(head, whole), allowed), limit, ...isKnown(headroom) && { headroom } };
}
function atLeast(least, actual) {
  if (!isShare(actual)) return undecidable(least, "it is not a share");
  const isMet = actual.part * least.whole >= least.part * actual.whole;
  return { result: isMet ? "met" : "exceeded", limit: least };
}
var maxNamed2 = 5;
function decide(actual, limit) {
  for (const side2 of [actual, limit]) if (isUnknown(side2)) return { result: "undecidable", why: side2.why };
  const room = compare(limit, actual);
  if (room === 0 || room === 1) return { result: "met" };
  const excess = compare(actual, add(limit, 1n));
  if (excess === 0 || excess === 1) return { result: "exceeded" };
  const symbols = [.../* @__PURE__ */ new Set([...symbolsOf(actual), ...symbolsOf(limit)])].sort();
  const named = symbols.slice(0, maxNamed2);
  const more = symbols.length > named.length ? ` and ${symbols.length - named.length} more` : "";
  const bound = named.map((s) => `${s}: 1`).join(", ");
  const why = `it depends on ${named.join(", ")}${more}; give a number, as in bind: { ${bound} }`;
  return { result: "undecidable", why };
}
function undecidable(limit, why) {
  return { result: "undecidable", limit, why };
}

// src/budget/judge.ts
function judge(config, models, options = {}) {
  const sorted = [...models].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  const findings = sorted.map((model) => judgeModel(config, model, sorted));
  const waivedBy = config?.override?.label === options.waivedBy?.label ? options.waivedBy : void 0;
  const checks = [
    ...findings.flatMap((f) => f.checks),
    ...config === null ? [] : config.budgets.map((budget) => repositoryCheck(budget, sorted))
  ].map((check) => waivedBy !== void 0 && check.result === "exceeded" ? waive(check) : check);
  const problems = [
    ...config === null || options.partial === true ? [] : idle(config, sorted),
    ...findings.flatMap((f) => f.problems),
    ...checks.some(isExceeded) ? howToAccept(config, options) : []
  ];
  return {
    verdict: verdictOf(checks, problems, sorted),
    checks,
    problems,
    ...waivedBy !== void 0 && checks.some(isWaived) && { waivedBy }
  };
}
var nothing = { checks: [], problems: [] };
function judgeModel(config, model, all) {
  const rule = config === null ? void 0 : ruleOf(config, model);
  const isIdle = model.status === "removed" || model.status === "unchanged" && model.head === null;
  if (config === null || rule === void 0 || isIdle) return nothing;
  const whole = {
    scope: { scope: model.path, model: model.path },
    model,
    origin: originOf(config, model, rule, all)
  };
  const views = viewsOf(model, rule).map((name) => {
    if (name === void 0) return whole;
    const scope = { scope: `${model.path} [${name}]`, model: model.path, scenario: name };
    const seen = all.map((m) => inScenario(m, name));
    const own = inScenario(model, name);
    return { scope, model: own, origin: originOf(config, own, rule, seen), ...lostIn(model, name) };
  });
  const checks = rule.budgets.flatMap((budget) => {
    const { limit } = budget;
    if (limit.kind === "degree") return [degreeCheck({ ...budget, limit }, model, whole)];
    const once = views.every(({ lost }) => lost === void 0) && isSettled(model, budget.metric);
    return (once ? [whole] : views).map((view) => modelCheck(budget, view));
  });
  const layers = rule.layers.map((layer) => views.map((view) => judgeLayers(layer, view, config.file)));
  return {
    checks: [...checks, ...layers.flat().flatMap((l) => l.checks)],
    // What one scenario's layers lack the others' lack too.
    problems: layers.flatMap(([first]) => first?.problems ?? [])
  };
}
function lostIn({ scenarios = [] }, name) {
  return scenarios.some((s) => s.name === name) ? {} : { lost: `the scenario ${name} was not measured` };
}
function viewsOf(model, rule) {
  if (model.head === null || rule.scenarios.length === 0) return [void 0];
  return rule.scenarios.map(({ name }) => name);
}
function modelCheck(budget, { scope, model, origin, lost }) {
  if (model.head === null || lost !== void 0) return blind(budget, scope, lost ?? unreadable(model));
  const inBaseWords = wordsOf(origin.base, model.head);
  const number2 = measured(model.head, budget.metric);
  const actual = isShare(number2) ? number2 : inBaseWords(number2);
  const from = origin.base === null ? void 0 : measured(origin.base, budget.metric);
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}
function degreeCheck(budget, model, { scope, origin }) {
  const head = model.free === void 0 ? model.head : model.free.head;
  if (head === null) return blind(budget, scope, unreadable(model));
  const base = model.free === void 0 ? origin.base : model.free.base;
  const { actual, from, finding } = holdDegree(budget.limit, budget.metric, head, base);
  return finish(budget, scope, actual, from, finding);
}
function ruleOf(config, { path, basePath }) {
  return ruleFor(config, path) ?? (basePath === void 0 ? void 0 : ruleFor(config, basePath));
}
function originOf(config, model, rule, all) {
  const gone = all.filter((m) => isGone(m) && ruleOf(config, m) === rule);
  const isSure = !isInferred(model) || gone.length === 1 || gone.every(isInferred);
  if (model.base !== null && isSure) return { base: model.base };
  if (model.status !== "added" && model.base === null) {
    const why2 = `the base could not be read: ${model.problem?.message ?? "it is not at hand"}`;
    return { base: null, none: { isNew: false, why: why2 } };
  }
  const [only] = gone;
  if (only === void 0) {
    return { base: null, none: { isNew: true, why: "the model is new: there is nothing it could have grown from" } };
  }
  const names = gone.map(oldPath).join(", ");
  if (gone.length === 1 && only.base !== null) {
    return { base: only.base, note: `measured from ${oldPath(only)}, which was removed in the same change` };
  }
  const why = `it is new, while ${names} under the same entry went: which of them it replaces cannot be told`;
  return { base: null, none: { isNew: false, why } };
}
function isGone(model) {
  return model.status === "removed" || isInferred(model);
}
function isInferred({ pairedBy }) {
  return pairedBy !== void 0;
}
function oldPath({ path, basePath = path }) {
  return basePath;
}
function against(budget, actual, from, origin) {
  const { limit } = budget;
  if (limit.kind === "degree") return { result: "undecidable", limit: null, why: "a growth class is a model's own" };
  if (limit.kind !== "growth" && limit.kind !== "growthBy") return hold(limit, actual, void 0);
  if (origin.none !== void 0) {
    return { result: origin.none.isNew ? "met" : "undecidable", limit: null, why: origin.none.why };
  }
  const finding = hold(limit, actual, from);
  return origin.note === void 0 ? finding : { ...finding, why: join(origin.note, finding.why) };
}
function judgeLayers(rule, view, file) {
  const { model, origin, lost } = view;
  const scope = { ...view.scope, scope: `${view.scope.scope}: ${rule.match}`, layers: rule.match };
  const { head } = model;
  if (head === null || lost !== void 0) {
    return { checks: rule.budgets.map((b) => blind(b, scope, lost ?? unreadable(model))), problems: [] };
  }
  const governed = governedLayers(rule.match, origin.base, head, model.diff);
  if (governed.head.length === 0) {
    const facts = { model: model.path, pattern: rule.match };
    const why = `no layer matches ${rule.match}`;
    return {
      checks: rule.budgets.map((b) => blind(b, scope, why)),
      problems: [problem("budget/no-layer", facts, { file, line: rule.line })]
    };
  }
  const inBaseWords = wordsOf(origin.base, head);
  return { checks: rule.budgets.map((b) => layerCheck(b, scope, governed, origin, inBaseWords)), problems: [] };
}
function layerCheck(budget, scope, governed, origin, inBaseWords) {
  const actual = inBaseWords(costOf(governed.head, budget.metric));
  const from = origin.base === null ? void 0 : costOf(governed.base, budget.metric);
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}
function repositoryCheck(budget, models) {
  const scope = { scope: "repository" };
  const heads = models.filter(({ status }) => status !== "removed");
  const bases = models.filter(({ status }) => status !== "added");
  const missing2 = heads.find(({ head }) => head === null);
  if (missing2 !== void 0) return blind(budget, scope, unreadable(missing2));
  const ofHeads = heads.map((m) => costliest(m, "head", budget.metric));
  const unknown2 = heads[ofHeads.indexOf(null)];
  if (unknown2 !== void 0) return blind(budget, scope, `${unknown2.path} could not be measured in every scenario`);
  const actual = measuredTogether(ofHeads.flatMap(present), budget.metric);
  const ofBases = bases.map((m) => m.base === null ? null : costliest(m, "base", budget.metric));
  const lost = bases[ofBases.indexOf(null)];
  const from = lost === void 0 ? measuredTogether(ofBases.flatMap(present), budget.metric) : void 0;
  const why = `the base of ${lost?.path ?? "a model"} could not be read`;
  const isNew = bases.length === 0;
  const none = isNew ? { isNew, why: "there is no base" } : { isNew, why };
  const origin = { base: null, ...(isNew || lost !== void 0) && { none } };
  return finish(budget, scope, actual, from, against(budget, actual, from, origin));
}
function present(x) {
  return x === null ? [] : [x];
}
function finish(budget, scope, actual, from, finding) {
  const { metric, limit, level, message, line } = budget;
  return {
    budget: budgetText(budget),
    ...scope,
    metric,
    kind: limit.kind,
    actual,
    ...from !== void 0 && { base: from },
    limit: finding.limit,
    ...finding.headroom !== void 0 && { headroom: finding.headroom },
    result: finding.result,
    level,
    ...message !== void 0 && { message },
    ...finding.why !== void 0 && { why: finding.why },
    line
  };
}
function blind(budget, scope, why) {
  return finish(budget, scope, { kind: "unknown", why }, void 0, { result: "undecidable", limit: null, why });
}
function unreadable({ path, problem: problem2 }) {
  return problem2 === void 0 ? `${path} was not measured` : `${path} could not be read: ${problem2.message}`;
}
function join(note, why) {
  return why === void 0 ? note : `${note}; ${why}`;
}
function idle(config, models) {
  const paths = models.flatMap(({ path, basePath }) => basePath === void 0 ? [path] : [path, basePath]);
  return idleRules(config, paths).map(
    ({ path, line }) => problem("budget/no-model", { pattern: path }, { file: config.file, line })
  );
}
function waive(check) {
  return { ...check, result: "waived" };
}
function isExceeded({ result }) {
  return result === "exceeded";
}
function howToAccept(config, { notWaived }) {
  if (config?.override === void 0) return [];
  return [notWaived ?? problem("config/override", { label: config.override.label })];
}
function isWaived({ result }) {
  return result === "waived";
}
function verdictOf(checks, problems, models) {
  const breaks = (level) => (check) => check.level === level && isBroken(check.result);
  const isBlind = ({ status, head }) => status === "unreadable" || head === null && status !== "removed" && status !== "unchanged";
  if (checks.some(breaks("error")) || models.some(isBlind)) return "fail";
  if (problems.some(({ severity }) => severity === "fatal")) return "fail";
  const isHalfBlind = ({ problem: problem2 }) => problem2 !== void 0;
  return checks.some(breaks("warn")) || checks.some(isWaived) || models.some(isHalfBlind) ? "warn" : "pass";
}
function isBroken(result) {
  return result === "exceeded" || result === "undecidable";
}

// src/diff/blocks.ts
function blockChanges(task, pairing) {
  const byPath2 = pathBlocks(task.base, task.head);
  return byPath2.length > 0 ? byPath2 : [...repeats(task, pairing, "head"), ...repeats(task, pairing, "base")];
}
function pathBlocks(base, head) {
  const [left, right] = [families(base), families(head)];
  const result = [];
  for (const [name, family] of left) {
    const other = right.get(name);
    if (other === void 0 || family.copies.size === other.copies.size) continue;
    const larger = family.copies.size > other.copies.size ? family : other;
    if (isRepetitive(larger)) result.push({ name, from: family.copies.size, to: other.copies.size });
  }
  return result.sort((a, b) => a.name < b.name ? -1 : 1);
}
function isRepetitive(family) {
  const kinds = [...family.copies.values()].map((ops) => ops.length < 2 ? "" : [...ops].sort().join(" "));
  return kinds.some((k, at) => k !== "" && kinds.indexOf(k) !== at);
}
function families(net) {
  const result = /* @__PURE__ */ new Map();
  net.layers.forEach((layer, at) => {
    if (layer.module === "") return;
    const parts = layer.module.split(".");
    parts.forEach((part, depth) => {
      const match2 = /^(.*?)(\d{1,9})$/.exec(part);
      if (match2 === null) return;
      const [, stem = "", number2 = ""] = match2;
      const parent = parts.slice(0, depth).join(".");
      if (stem === "" && parent === "") return;
      const name = stem === "" ? parent : `${parent === "" ? "" : `${parent}.`}${stem}*`;
      const family = result.get(name) ?? { copies: /* @__PURE__ */ new Map() };
      result.set(name, family);
      const ops = family.copies.get(number2);
      if (ops === void 0) family.copies.set(number2, [net.classes[at] ?? ""]);
      else ops.push(net.classes[at] ?? "");
    });
  });
  return result;
}
function repeats(task, pairing, side2) {
  const net = task[side2];
  const partner = side2 === "base" ? pairing.toHead : pairing.toBase;
  const at = side2 === "base" ? task.baseAt : task.headAt;
  if (!partner.includes(-1)) return [];
  const labels = at.map((node) => task.labels[side2].exact[node] ?? -1);
  const rough = roughly(task, side2, at);
  const alone = Array.from(at, (node) => partner[node] === -1);
  const result = [];
  for (let start = 0; start < at.length; start++) {
    if (!alone[start] || alone[start - 1]) continue;
    let end = start;
    while (end < at.length && alone[end]) end++;
    const found = repetition(labels, start, end) ?? repetition(rough, start, end);
    if (found === void 0) continue;
    const added = (end - start) / found.period;
    const name = blockName(net, [...at.slice(start, start + found.period)]);
    result.push(
      side2 === "head" ? { name, from: found.copies - added, to: found.copies } : { name, from: found.copies, to: found.copies - added }
    );
  }
  return result;
}
function roughly(task, side2, at) {
  const { exact, kind } = task.labels[side2];
  const known = /* @__PURE__ */ new Map();
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
function repetition(labels, start, end) {
  const length = end - start;
  for (let period = 2; period <= length; period++) {
    if (length % period !== 0) continue;
    let [low, high] = [start, start + period];
    while (high < labels.length && labels[high] === labels[high - period]) high++;
    while (low > 0 && labels[low - 1] === labels[low - 1 + period]) low--;
    const copies = Math.floor((high - low) / period);
    if (high >= end && copies > length / period) return { period, copies };
  }
  return void 0;
}
function blockName(net, nodes) {
  const ops = nodes.map((n) => net.layers[n]?.op ?? "");
  return ops.length <= 6 ? ops.join("-") : `${ops.slice(0, 5).join("-")}-\u2026(${ops.length})`;
}

// src/diff/frames.ts
var deepest = 64;
var noBodies = /* @__PURE__ */ new Map();
function framesOf({ layers }) {
  if (layers.every((l) => l.owner === void 0 && l.bodies === void 0))
    return { main: { layers: layers.filter((l) => l.index !== null), inner: /* @__PURE__ */ new Map() }, bodiesOf: () => noBodies };
  const inner = /* @__PURE__ */ new Map();
  const main = [];
  const bodies = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Map();
  const bodyOf = (owner, name) => {
    const own = bodies.get(owner) ?? /* @__PURE__ */ new Map();
    bodies.set(owner, own);
    const body = own.get(name) ?? { layers: [], inner };
    own.set(name, body);
    return body.layers;
  };
  for (const layer of layers) {
    const owner = layer.owner === void 0 ? void 0 : layers[layer.owner];
    const around = owner === void 0 ? void 0 : places.get(owner);
    let place2 = { list: main, owner: void 0, depth: 0 };
    if (layer.owner === void 0) {
      if (layer.index === null) continue;
    } else if (owner === void 0 || around === void 0) continue;
    else if (isCall(owner) || around.depth >= deepest) place2 = around;
    else place2 = { list: bodyOf(owner, layer.body ?? ""), owner, depth: around.depth + 1 };
    places.set(layer, place2);
    place2.list.push(layer);
    for (let at = place2.owner; at !== void 0; at = places.get(at)?.owner) {
      const all = inner.get(at);
      if (all === void 0) inner.set(at, [layer]);
      else all.push(layer);
    }
    if (!isCall(layer)) for (const { name } of layer.bodies ?? []) bodyOf(layer, name);
  }
  return { main: { layers: main, inner }, bodiesOf: (owner) => bodies.get(owner) ?? noBodies };
}
function isCall({ bodies }) {
  return bodies?.length === 1 && bodies[0]?.call === true;
}

// src/diff/values.ts
var stored = -1073741824;
var absent = -1073741825;
function valuesOf(profile, main) {
  let count = 0;
  for (const layer of main) count += layer.outputs.length;
  const producer = new Int32Array(count);
  const output = new Int32Array(count);
  const idOf = /* @__PURE__ */ new Map();
  profile.inputs.forEach((v, ordinal) => {
    idOf.set(v.name, -ordinal - 1);
  });
  let id = 0;
  main.forEach((layer, at) => {
    const { outputs } = layer;
    for (let k = 0; k < outputs.length; k++) {
      producer[id] = at;
      output[id] = k;
      const name = outputs[k]?.name ?? "";
      if (name !== "") idOf.set(name, id);
      id++;
    }
  });
  handOnResults(main, idOf);
  idOf.set("", absent);
  return { idOf, producer, output };
}
function handOnResults(main, idOf) {
  for (let at = main.length - 1; at >= 0; at--) {
    const layer = main[at];
    if (layer === void 0 || !isCall(layer)) continue;
    layer.outputs.forEach(({ name }, k) => {
      idOf.set(name, idOf.get(layer.bodies?.[0]?.outputs[k] ?? "") ?? stored);
    });
  }
}
function usedValues(main, inner, { idOf }) {
  const start = new Int32Array(main.length + 1);
  const value = [];
  main.forEach((layer, at) => {
    for (const name of layer.inputs) value.push(idOf.get(name) ?? stored);
    const bodies = inner.get(layer);
    if (bodies !== void 0) {
      const known = new Set(layer.inputs);
      for (const body of bodies)
        for (const name of body.inputs) {
          const id = idOf.get(name) ?? stored;
          if (id === stored || known.has(name)) continue;
          known.add(name);
          value.push(id);
        }
    }
    start[at + 1] = value.length;
  });
  return { start, value: Int32Array.from(value) };
}
function topological(size, used, { producer }) {
  const order2 = Int32Array.from({ length: size }, (_, at) => at);
  const before = (e) => {
    const value = used.value[e] ?? stored;
    return value < 0 ? -1 : producer[value] ?? -1;
  };
  let isSorted = true;
  for (let at = 0; isSorted && at < size; at++) {
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; isSorted && e < end; e++) isSorted = before(e) < at;
  }
  if (isSorted) return order2;
  const waiting = new Int32Array(size);
  const consumers = [];
  for (let at = 0; at < size; at++) {
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; e < end; e++) {
      const p = before(e);
      const list = p < 0 ? void 0 : consumers[p];
      if (p < 0 || list?.at(-1) === at) continue;
      waiting[at] = (waiting[at] ?? 0) + 1;
      if (list === void 0) consumers[p] = [at];
      else list.push(at);
    }
  }
  const isPlaced = new Uint8Array(size);
  let count = 0;
  const put = (at) => {
    order2[count++] = at;
    isPlaced[at] = 1;
  };
  for (let at = 0; at < size; at++) if (waiting[at] === 0) put(at);
  for (let done = 0; done < count; done++)
    for (const c of consumers[order2[done] ?? 0] ?? []) {
      waiting[c] = (waiting[c] ?? 0) - 1;
      if (waiting[c] === 0) put(c);
    }
  for (let at = 0; at < size; at++) if (isPlaced[at] === 0) put(at);
  return order2;
}

// src/diff/fold.ts
function fold(profile, main, used, values) {
  const order2 = topological(main.length, used, values);
  const isFolded = new Uint8Array(main.length);
  const through = new Int32Array(main.length).fill(stored);
  const isConstant = new Uint8Array(values.producer.length);
  const isResult = new Uint8Array(main.length);
  for (const { name } of profile.outputs) {
    const producer = values.producer[values.idOf.get(name) ?? stored];
    if (producer !== void 0) isResult[producer] = 1;
  }
  const first = new Int32Array(main.length);
  for (let at = 1; at < main.length; at++) first[at] = (first[at - 1] ?? 0) + (main[at - 1]?.outputs.length ?? 0);
  for (const at of order2) {
    const layer = main[at];
    if (layer === void 0) continue;
    if (isCall(layer)) {
      isFolded[at] = 1;
      continue;
    }
    let isFixed = !isNeverConstant(layer.op);
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; isFixed && e < end; e++) {
      const value = used.value[e] ?? stored;
      isFixed = value < 0 ? value === absent || value === stored : isConstant[value] === 1;
    }
    const from = first[at] ?? 0;
    if (isFixed) isConstant.fill(1, from, from + layer.outputs.length);
    if (isResult[at] === 1) continue;
    if (isFixed && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
    else if (mayHandOn(layer.op)) {
      const value = values.idOf.get(layer.inputs[0] ?? "") ?? stored;
      const fact = value >= 0 ? main[values.producer[value] ?? -1]?.outputs[values.output[value] ?? 0] : profile.inputs[-value - 1];
      if (!handsOn(layer, fact ?? layer.weights.find((w) => w.input === 0))) continue;
      isFolded[at] = 1;
      through[at] = value;
    }
  }
  foldUseless(main, order2, used, values, isFolded, isResult, through);
  return { order: order2, isFolded, through };
}
function foldUseless(main, order2, used, values, isFolded, isResult, through) {
  const isRead = new Uint8Array(main.length);
  const isNeeded = Uint8Array.from(isResult);
  for (let slot = order2.length - 1; slot >= 0; slot--) {
    const at = order2[slot] ?? 0;
    const layer = main[at];
    if (layer === void 0) continue;
    if (isFolded[at] === 0) {
      const isUseless = isRead[at] === 1 && isNeeded[at] === 0 && layer.dead !== true;
      if (isUseless && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
      else isNeeded[at] = 1;
    }
    for (let e = used.start[at] ?? 0; e < (used.start[at + 1] ?? 0); e++) {
      const value = used.value[e] ?? stored;
      if (value < 0) continue;
      const producer = values.producer[value] ?? 0;
      isRead[producer] = 1;
      if (isNeeded[at] === 1 && (isFolded[at] === 0 || through[at] === value)) isNeeded[producer] = 1;
    }
  }
}
function holdsNothing(layer) {
  if (isTransparent(layer.op) || mayDoNothing(layer.op)) return true;
  return layer.weights.every((w) => w.role !== "parameter" && !(isLearnt(w) && looksUp(layer)));
}
function mayHandOn(op) {
  return isTransparent(op) || mayDoNothing(op);
}
function handsOn(layer, from) {
  if (from === void 0) return false;
  if (isTransparent(layer.op)) return true;
  const [to] = layer.outputs;
  if (to === void 0 || to.dtype === null || to.dtype !== from.dtype) return false;
  if (layer.op === "Transpose" && !isIdentityPermutation(layer)) return false;
  if (isUnknown(to.shape) || isUnknown(from.shape) || to.shape.length !== from.shape.length) return false;
  const before = from.shape;
  return to.shape.every((d, axis) => {
    const other = before[axis];
    return other !== void 0 && !isUnknown(d) && keyOf(d) === keyOf(other);
  });
}
function isIdentityPermutation(layer) {
  const perm = layer.attributes.get("perm");
  return perm?.kind === "ints" && perm.value.every((axis, at) => axis === BigInt(at));
}

// src/diff/wires.ts
var maxOutputs = 1024;
function placeOf(port, output) {
  return port * maxOutputs + Math.min(output, maxOutputs - 1);
}
function portOf(where) {
  return Math.floor(where / maxOutputs);
}
function reversed({ start, node, where }) {
  const size = start.length - 1;
  const from = new Int32Array(size + 1);
  for (const producer of node) if (producer >= 0) from[producer + 1] = (from[producer + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) from[at + 1] = (from[at + 1] ?? 0) + (from[at] ?? 0);
  const next = from.slice();
  const consumer = new Int32Array(from[size] ?? 0);
  const place2 = new Int32Array(consumer.length);
  for (let at = 0; at < size; at++) {
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const producer = node[e] ?? -1;
      if (producer < 0) continue;
      const slot = next[producer] ?? 0;
      consumer[slot] = at;
      place2[slot] = where[e] ?? 0;
      next[producer] = slot + 1;
    }
  }
  return { start: from, node: consumer, where: place2 };
}
function degree({ start }, node) {
  return (start[node + 1] ?? 0) - (start[node] ?? 0);
}
function neighbours({ start, node }, at) {
  return node.subarray(start[at], start[at + 1]);
}

// src/diff/net.ts
function netOf(profile, { layers: main, inner } = framesOf(profile).main) {
  const values = valuesOf(profile, main);
  const used = usedValues(main, inner, values);
  const folds = fold(profile, main, used, values);
  const kept = [];
  const folded = [];
  const place2 = new Int32Array(main.length).fill(-1);
  for (const at of folds.order) {
    const layer = main[at];
    if (layer === void 0) continue;
    if (folds.isFolded[at] === 1) folded.push(layer);
    else place2[at] = kept.push(layer) - 1;
  }
  const resolve = (value) => {
    let at = value;
    for (let guard = 0; guard <= folded.length; guard++) {
      if (at < 0) return at;
      const producer = values.producer[at] ?? 0;
      if (folds.isFolded[producer] !== 1) return at;
      at = folds.through[producer] ?? stored;
    }
    return stored;
  };
  const inputs = wiresInto(main, folds.order, place2, kept.length, used, values, resolve);
  let indices;
  return {
    profile,
    layers: kept,
    classes: kept.map(classOf),
    inputs,
    outputs: reversed(inputs),
    yields: yieldsOf(profile, kept.length, (name) => {
      const producer = values.producer[resolve(values.idOf.get(name) ?? stored)] ?? -1;
      return place2[producer] ?? -1;
    }),
    folded,
    inner,
    producerOf: (name) => main[values.producer[values.idOf.get(name) ?? stored] ?? -1],
    sourceOf: (name) => {
      const value = resolve(values.idOf.get(name) ?? stored);
      if (value === stored || value === absent) return void 0;
      if (value < 0) return { node: value, output: 0 };
      const node = place2[values.producer[value] ?? -1] ?? -1;
      return node < 0 ? void 0 : { node, output: values.output[value] ?? 0 };
    },
    indexOf: (layer) => {
      indices ??= new Map(kept.map((l, at) => [l, at]));
      return indices.get(layer) ?? -1;
    }
  };
}
function wiresInto(main, order2, place2, size, used, values, resolve) {
  const start = new Int32Array(size + 1);
  const node = new Int32Array(used.value.length);
  const where = new Int32Array(used.value.length);
  let next = 0;
  let consumer = 0;
  for (const at of order2) {
    if ((place2[at] ?? -1) < 0) continue;
    const swap = isCommutative(main[at]?.op ?? "");
    const begin = used.start[at] ?? 0;
    const end = used.start[at + 1] ?? 0;
    const scales = main[at]?.weights.some(isQuantization2) === true ? main[at]?.weights.filter(isQuantization2) : void 0;
    for (let e = begin; e < end; e++) {
      const value = resolve(used.value[e] ?? stored);
      if (value === stored || value === absent) continue;
      const producer = value < 0 ? -1 : place2[values.producer[value] ?? -1] ?? -1;
      if (value >= 0 && (producer < 0 || producer >= consumer)) continue;
      node[next] = value < 0 ? value : producer;
      where[next++] = placeOf(swap ? 0 : portAt(e - begin, scales), value < 0 ? 0 : values.output[value] ?? 0);
    }
    start[++consumer] = next;
  }
  return { start, node: node.subarray(0, next), where: where.subarray(0, next) };
}
function isQuantization2({ role }) {
  return role === "quantization";
}
function portAt(input, scales = []) {
  let port = input;
  for (const scale of scales) if (scale.input < input) port--;
  return port;
}
function yieldsOf(profile, size, nodeOf) {
  const producers = profile.outputs.map((o) => nodeOf(o.name));
  const start = new Int32Array(size + 1);
  for (const node of producers) if (node >= 0) start[node + 1] = (start[node + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice();
  const ordinal = new Int32Array(start[size] ?? 0);
  producers.forEach((node, at) => {
    if (node < 0) return;
    ordinal[next[node] ?? 0] = at;
    next[node] = (next[node] ?? 0) + 1;
  });
  return { start, ordinal };
}
function classOf(layer) {
  const name = operatorClass(layer.op);
  if (name === "matmul" && layer.weights.every((w) => w.role === "quantization")) return "product";
  return name === "gather" && looksUp(layer) ? "embedding" : name;
}

// src/diff/bodies.ts
var hole = { name: "", dtype: null, shape: unknown("the other body has it") };
function bodyNets(base, head, pairing) {
  const [ours, theirs] = [takenBy(base), takenBy(head)];
  const formals = Math.max(ours.formals.length, theirs.formals.length);
  const left = padded(ours.formals, formals);
  const right = padded(theirs.formals, formals);
  const places = /* @__PURE__ */ new Map();
  for (const { value, source } of ours.captures) {
    const key2 = across(source, pairing);
    if (key2 !== void 0 && !places.has(key2)) places.set(key2, left.length);
    left.push(value);
    right.push(hole);
  }
  for (const { value, source } of theirs.captures) {
    const at = places.get(`${source.node}:${source.output}`);
    if (at !== void 0 && right[at] === hole) right[at] = value;
    else {
      left.push(hole);
      right.push(value);
    }
  }
  return [netFor(base, left), netFor(head, right)];
}
function padded(values, length) {
  return Array.from({ length }, (_, at) => values[at] ?? hole);
}
function across({ node, output }, { toHead }) {
  const there = node < 0 ? node : toHead[node] ?? -1;
  return node >= 0 && there < 0 ? void 0 : `${there}:${output}`;
}
function takenBy({ net, owner, body, frame }) {
  const formals = owner.bodies?.find(({ name }) => name === body)?.inputs ?? [];
  const all = frame.layers.flatMap((l) => [l, ...frame.inner.get(l) ?? []]);
  const own = new Set([...formals, ...all.flatMap((l) => l.outputs)].map(({ name }) => name));
  const captures = /* @__PURE__ */ new Map();
  for (const { inputs } of all)
    for (const name of inputs) {
      const source = own.has(name) || captures.has(name) ? void 0 : net.sourceOf(name);
      if (source !== void 0) captures.set(name, { value: captured(net, name, source), source });
    }
  return { formals, captures: [...captures.values()] };
}
function captured(net, name, { node }) {
  const made = net.producerOf(name)?.outputs.find((o) => o.name === name);
  return made ?? { ...net.profile.inputs[-node - 1] ?? hole, name };
}
function netFor({ net, owner, body, frame }, inputs) {
  const listed = owner.bodies?.find(({ name }) => name === body)?.outputs;
  const read = new Set(frame.layers.flatMap((l) => [l, ...frame.inner.get(l) ?? []]).flatMap((l) => l.inputs));
  const results = listed ?? frame.layers.flatMap((l) => l.outputs.map(({ name }) => name).filter((n) => !read.has(n)));
  const profile = {
    ...net.profile,
    layers: frame.layers,
    inputs,
    outputs: results.map((name) => ({ ...hole, name }))
  };
  return netOf(profile, frame);
}

// src/diff/content.ts
var rounding = 1e-3;
function contentComparer(left, right, sameProducer) {
  if (left === void 0 || right === void 0) return () => false;
  const tolerance = sameProducer ? 0 : rounding;
  return (a, b) => {
    if (a.weights.length === 0) return false;
    const [mine, yours] = [comparable(a), comparable(b)];
    return mine.some((weight, at) => {
      const other = yours[at];
      if (other === void 0 || weight.dtype !== other.dtype) return false;
      if (weight.shape.length !== other.shape.length || weight.shape.some((d, axis) => d !== other.shape[axis]))
        return false;
      const x = left(weight.name);
      if (x === void 0) return false;
      const y = right(other.name);
      return y !== void 0 && differs(x, y, tolerance);
    });
  };
}
function comparable(layer) {
  return layer.weights.filter((w) => w.role === "parameter" || w.role === "buffer");
}
function differs(a, b, tolerance) {
  const largest = tolerance === 0 ? 0 : a.values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return a.values.some(
    (v, at) => !Object.is(v, b.values[at]) && !(Math.abs(v - (b.values[at] ?? 0)) <= tolerance * largest)
  );
}

// src/diff/cost.ts
var impossible = 1e6;
var edgeCost = 500;
var astrayCost = 200;
var maxNeighbours = 24;
function emptyPairing(base, head) {
  return { toHead: new Int32Array(base).fill(-1), toBase: new Int32Array(head).fill(-1), phase: new Uint8Array(base) };
}
function copyPairing(p) {
  return { toHead: p.toHead.slice(), toBase: p.toBase.slice(), phase: p.phase.slice() };
}
function aloneCosts(net) {
  return Int32Array.from(
    net.layers,
    (layer, at) => unpairedCost(net.classes[at] ?? "", mainWeight(layer) !== void 0)
  );
}
function lookCosts(labels) {
  const known = /* @__PURE__ */ new Map();
  const count = labels.looks.length;
  return (i, j) => {
    if (labels.base.kind[i] !== labels.head.kind[j]) return impossible;
    const a = labels.base.exact[i] ?? 0;
    const b = labels.head.exact[j] ?? 0;
    if (a === b) return 0;
    const at = a < b ? a * count + b : b * count + a;
    let cost = known.get(at);
    if (cost === void 0) {
      cost = lookCost(labels.looks[a], labels.looks[b]);
      known.set(at, cost);
    }
    return cost;
  };
}
function lookCost(a, b) {
  if (a === void 0 || b === void 0) return impossible;
  let cost = a.op === b.op ? 60 : plainOperator(a.op) === plainOperator(b.op) ? 300 : 660;
  cost += Math.round(400 * (1 - jaccard(a.attributes, b.attributes)));
  const weights = dissimilarity(a.weight, b.weight);
  if (weights > 0) cost += 430 + Math.round(400 * weights);
  cost += a.output === void 0 || b.output === void 0 ? 0 : Math.round(120 * dissimilarity(a.output, b.output));
  if (a.dtype !== b.dtype) cost += 20;
  return cost;
}
function jaccard(a, b) {
  const all = /* @__PURE__ */ new Set([...a.keys(), ...b.keys()]);
  if (all.size === 0) return 1;
  let same = 0;
  for (const name of all) if (a.get(name) === b.get(name)) same++;
  return same / all.size;
}
function dissimilarity(a, b) {
  if (a.length === 0 && b.length === 0) return 0;
  if (a.length !== b.length) return 1;
  let total = 0;
  a.forEach((x, at) => {
    const y = b[at] ?? 0;
    if (x !== y) total += 1 - Math.min(x, y) / Math.max(x, y);
  });
  return total / a.length;
}
function edgeLoss(task, pairing, i, j) {
  const { base, head } = task;
  const { toHead } = pairing;
  let total = 0;
  let kept = 0;
  for (let e = base.inputs.start[i] ?? 0; e < (base.inputs.start[i + 1] ?? 0); e++) {
    const weight = shareOfTensor(base, base.inputs.node[e] ?? -1);
    total += weight;
    const f = counterpart(base.inputs, head.inputs, toHead, e, j, Infinity);
    if (f >= 0) kept += weight + shareOfTensor(head, head.inputs.node[f] ?? -1);
  }
  for (let f = head.inputs.start[j] ?? 0; f < (head.inputs.start[j + 1] ?? 0); f++)
    total += shareOfTensor(head, head.inputs.node[f] ?? -1);
  const astray = kept === 0 && base.classes[i] === "activation" ? astrayCost : 0;
  const [readers, others] = [degree(base.outputs, i), degree(head.outputs, j)];
  total += Number(readers > 0) + Number(others > 0);
  if (readers > 0 && others > 0) {
    const [most, first] = [Math.min(readers, maxNeighbours), base.outputs.start[i] ?? 0];
    const each = 1 / most + 1 / Math.min(others, maxNeighbours);
    for (let e = first; e < first + most; e++)
      if (counterpart(base.outputs, head.outputs, toHead, e, j, maxNeighbours) >= 0) kept += each;
  }
  const results = yieldCount(base, i) + yieldCount(head, j);
  total += results;
  if (results > 0) kept += 2 * keptResults(base, head, i, j);
  if (total === 0) return 0;
  return astray + Math.max(0, Math.round(edgeCost * (total - kept) / total));
}
function shareOfTensor(net, producer) {
  return producer < 0 ? 1 : 1 / degree(net.outputs, producer);
}
function counterpart(ours, theirs, toHead, e, j, most) {
  const near = ours.node[e] ?? -1;
  const far = near < 0 ? near : toHead[near] ?? -1;
  if (near >= 0 && far < 0) return -1;
  const first = theirs.start[j] ?? 0;
  const last = Math.min(theirs.start[j + 1] ?? 0, first + most);
  for (let f = first; f < last; f++) if (theirs.node[f] === far && theirs.where[f] === ours.where[e]) return f;
  return -1;
}
function yieldCount({ yields }, node) {
  return (yields.start[node + 1] ?? 0) - (yields.start[node] ?? 0);
}
function keptResults(base, head, i, j) {
  const theirs = head.yields.ordinal.subarray(head.yields.start[j], head.yields.start[j + 1]);
  let kept = 0;
  for (let y = base.yields.start[i] ?? 0; y < (base.yields.start[i + 1] ?? 0); y++)
    if (theirs.includes(base.yields.ordinal[y] ?? -1)) kept++;
  return kept;
}
function nodeCost(task, pairing, i) {
  const j = pairing.toHead[i] ?? -1;
  if (j < 0) return task.baseAlone[i] ?? 0;
  return task.looks(i, j) + task.content(i, j) + task.path(i, j) + edgeLoss(task, pairing, i, j);
}
function totalCost(task, pairing) {
  const { base, head } = task.labels;
  const shared = new Uint8Array(task.labels.looks.length);
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    const label = base.exact[i] ?? -1;
    if (j >= 0 && label === head.exact[j]) shared[label] = 1;
  }
  let cost = 0;
  for (let i = 0; i < pairing.toHead.length; i++) {
    if ((pairing.toHead[i] ?? -1) >= 0) cost += nodeCost(task, pairing, i);
    else cost += aloneCost(task.base, pairing.toHead, task.baseAlone, i, shared[base.exact[i] ?? 0] === 1);
  }
  for (let j = 0; j < pairing.toBase.length; j++)
    if ((pairing.toBase[j] ?? -1) < 0)
      cost += aloneCost(task.head, pairing.toBase, task.headAlone, j, shared[head.exact[j] ?? 0] === 1);
  return cost;
}
function aloneCost(net, partner, alone, node, isCopy) {
  const cost = alone[node] ?? 0;
  if (!besideSingle(net.inputs, partner, node) && !besideSingle(net.outputs, partner, node)) return cost;
  return Math.round(cost / (isCopy ? 3 : 2));
}
function besideSingle({ start, node }, partner, at) {
  const end = start[at + 1] ?? 0;
  for (let e = start[at] ?? 0; e < end; e++) {
    const other = node[e] ?? -1;
    if (other >= 0 && partner[other] === -1) return true;
  }
  return false;
}
function pair(pairing, i, j, phase2) {
  pairing.toHead[i] = j;
  pairing.toBase[j] = i;
  pairing.phase[i] = phase2;
}
function unpair(pairing, i) {
  const j = pairing.toHead[i] ?? -1;
  if (j >= 0) pairing.toBase[j] = -1;
  pairing.toHead[i] = -1;
  pairing.phase[i] = 0;
}

// src/diff/hashes.ts
function mix(a, b) {
  let h = Math.imul(a ^ Math.imul(b, 2654435761), 2246822507);
  h ^= h >>> 13;
  h = Math.imul(h, 3266489909);
  return h ^ h >>> 16;
}
var second = 668265263;
function key(high, low) {
  return high * 2097152 + (low >>> 11);
}
function keysOf(nodes, first, other) {
  const result = new Float64Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? 0;
    const [high, low] = [first.high[node] ?? 0, first.low[node] ?? 0];
    result[at] = other === void 0 ? key(high, low) : key(mix(high, other.high[node] ?? 0), mix(low, other.low[node] ?? 0));
  }
  return result;
}
function upCones(net, label) {
  const size = net.layers.length;
  const { start, node, where } = net.inputs;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    let h = 0;
    let l = 0;
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const from = node[e] ?? 0;
      const port = where[e] ?? 0;
      h = h + mix(from < 0 ? from : high[from] ?? 0, port) | 0;
      l = l + mix(from < 0 ? from ^ second : low[from] ?? 0, port ^ second) | 0;
    }
    high[at] = mix(label[at] ?? 0, h);
    low[at] = mix((label[at] ?? 0) ^ second, l);
  }
  return { high, low };
}
function downCones(net, label) {
  const size = net.layers.length;
  const { start, node, where } = net.outputs;
  const { yields } = net;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = size - 1; at >= 0; at--) {
    let h = 0;
    let l = 0;
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const to = node[e] ?? 0;
      const port = where[e] ?? 0;
      h = h + mix(high[to] ?? 0, port) | 0;
      l = l + mix(low[to] ?? 0, port ^ second) | 0;
    }
    const last = yields.start[at + 1] ?? 0;
    for (let y = yields.start[at] ?? 0; y < last; y++) {
      const ordinal = yields.ordinal[y] ?? 0;
      h = h + mix(-ordinal - 1, 77) | 0;
      l = l + mix(-ordinal - 1, second) | 0;
    }
    high[at] = mix(label[at] ?? 0, h);
    low[at] = mix((label[at] ?? 0) ^ second, l);
  }
  return { high, low };
}
function surroundings(net, label, radii, wanted, up = true, down = true) {
  const last = radii.at(-1) ?? 0;
  const { inputs, outputs, yields } = net;
  const reach = reaching(net, wanted, last, up, down);
  let [high, low] = [Int32Array.from(label), Int32Array.from(label)];
  let [nextHigh, nextLow] = [high.slice(), low.slice()];
  const result = [];
  for (let radius = 1; radius <= last; radius++) {
    const count = reach.until[last - radius] ?? 0;
    for (let slot = 0; slot < count; slot++) {
      const at = reach.nodes[slot] ?? 0;
      let h = 0;
      let l = 0;
      if (up) {
        const end = inputs.start[at + 1] ?? 0;
        for (let e = inputs.start[at] ?? 0; e < end; e++) {
          const from = inputs.node[e] ?? 0;
          const port = inputs.where[e] ?? 0;
          h = h + mix(from < 0 ? -7 : high[from] ?? 0, port) | 0;
          l = l + mix(from < 0 ? -9 : low[from] ?? 0, port ^ second) | 0;
        }
      }
      if (down) {
        const end = outputs.start[at + 1] ?? 0;
        for (let e = outputs.start[at] ?? 0; e < end; e++) {
          const to = outputs.node[e] ?? 0;
          const port = ~(outputs.where[e] ?? 0);
          h = h + mix(high[to] ?? 0, port) | 0;
          l = l + mix(low[to] ?? 0, port ^ second) | 0;
        }
        const results = (yields.start[at + 1] ?? 0) - (yields.start[at] ?? 0);
        if (results > 0) {
          h = h + mix(-11, results) | 0;
          l = l + mix(-13, results) | 0;
        }
      }
      nextHigh[at] = mix(high[at] ?? 0, h);
      nextLow[at] = mix((low[at] ?? 0) ^ second, l);
    }
    [high, nextHigh] = [nextHigh, high];
    [low, nextLow] = [nextLow, low];
    if (radii.includes(radius)) result.push(radius === last ? { high, low } : { high: high.slice(), low: low.slice() });
  }
  return result;
}
function reaching(net, wanted, most, up, down) {
  const size = net.layers.length;
  const until = new Int32Array(most + 1).fill(size);
  if (wanted.length === size) return { nodes: wanted, until };
  const isReached = new Uint8Array(size);
  const nodes = new Int32Array(size);
  let count = 0;
  const enter = (node) => {
    if (isReached[node] === 1) return;
    isReached[node] = 1;
    nodes[count++] = node;
  };
  for (const node of wanted) enter(node);
  until[0] = count;
  for (let step2 = 1, from = 0; step2 <= most; step2++) {
    const to = count;
    for (; from < to; from++) {
      const at = nodes[from] ?? 0;
      if (up)
        for (let e = net.inputs.start[at] ?? 0; e < (net.inputs.start[at + 1] ?? 0); e++) {
          const other = net.inputs.node[e] ?? -1;
          if (other >= 0) enter(other);
        }
      if (down)
        for (let e = net.outputs.start[at] ?? 0; e < (net.outputs.start[at + 1] ?? 0); e++)
          enter(net.outputs.node[e] ?? 0);
    }
    until[step2] = count;
  }
  return { nodes, until };
}
function number(base, head) {
  let capacity = 16;
  while (capacity < 2 * (base.length + head.length)) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const known = new Float64Array(base.length + head.length);
  let count = 0;
  const one = (list) => {
    const ids = new Int32Array(list.length);
    for (let at = 0; at < list.length; at++) {
      const wanted = list[at] ?? 0;
      let slot = mix(wanted | 0, wanted / 2097152 | 0) & capacity - 1;
      for (; ; ) {
        const id = slots[slot] ?? -1;
        if (id < 0) {
          slots[slot] = count;
          known[count] = wanted;
          ids[at] = count++;
          break;
        }
        if (known[id] === wanted) {
          ids[at] = id;
          break;
        }
        slot = slot + 1 & capacity - 1;
      }
    }
    return ids;
  };
  return { base: one(base), head: one(head), count };
}

// src/diff/seeds.ts
var phases = [
  { name: "none", confidence: 0 },
  { name: "name", confidence: 0.99 },
  { name: "weights", confidence: 0.99 },
  { name: "sketch", confidence: 0.97 },
  { name: "cones", confidence: 0.95 },
  { name: "style cones", confidence: 0.85 },
  { name: "class cones", confidence: 0.8 },
  { name: "surroundings", confidence: 0.8 },
  { name: "neighbours", confidence: 0.7 },
  { name: "alignment", confidence: 0.6 },
  { name: "folded", confidence: 0.9 }
];
var phase = {
  name: 1,
  weights: 2,
  sketch: 3,
  exact: 4,
  style: 5,
  kind: 6,
  surroundings: 7,
  neighbours: 8,
  alignment: 9
};
function openNodes(task, pairing) {
  return { base: singles(task.baseAt, pairing.toHead), head: singles(task.headAt, pairing.toBase) };
}
function singles(order2, partner) {
  const result = new Int32Array(order2.length);
  let count = 0;
  for (const node of order2) if (partner[node] === -1) result[count++] = node;
  return result.subarray(0, count);
}
function pairByKey(task, pairing, open2, keys, code, most = Infinity) {
  const left = groups(open2.base, keys.base, keys.count);
  const right = groups(open2.head, keys.head, keys.count);
  const { base, head } = task.labels;
  for (let key2 = 0; key2 < keys.count; key2++) {
    const from = left.start[key2] ?? 0;
    const size = (left.start[key2 + 1] ?? 0) - from;
    const other = right.start[key2] ?? 0;
    if (size === 0 || size > most || (right.start[key2 + 1] ?? 0) - other !== size) continue;
    for (let at = 0; at < size; at++) {
      const i = left.nodes[from + at] ?? 0;
      const j = right.nodes[other + at] ?? 0;
      if (base.kind[i] === head.kind[j]) pair(pairing, i, j, code);
    }
  }
}
function groups(nodes, keys, count) {
  const start = new Int32Array(count + 1);
  for (const key2 of keys) if (key2 >= 0) start[key2 + 1] = (start[key2 + 1] ?? 0) + 1;
  for (let key2 = 0; key2 < count; key2++) start[key2 + 1] = (start[key2 + 1] ?? 0) + (start[key2] ?? 0);
  const next = start.slice();
  const sorted = new Int32Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const key2 = keys[at] ?? -1;
    if (key2 < 0) continue;
    const slot = next[key2] ?? 0;
    sorted[slot] = nodes[at] ?? 0;
    next[key2] = slot + 1;
  }
  return { start, nodes: sorted };
}
function numberTexts(base, head) {
  const known = /* @__PURE__ */ new Map();
  const one = (texts) => Int32Array.from(texts, (text) => {
    if (text === void 0) return -1;
    const id = known.get(text) ?? known.size;
    known.set(text, id);
    return id;
  });
  return { base: one(base), head: one(head), count: known.size };
}
function trim(task, pairing, level) {
  const [bl, hl] = [task.labels.base[level], task.labels.head[level]];
  const base = { up: upCones(task.base, bl), down: downCones(task.base, bl) };
  const head = { up: upCones(task.head, hl), down: downCones(task.head, hl) };
  let open2 = openNodes(task, pairing);
  const by = (ours, theirs) => {
    pairByKey(task, pairing, open2, number(keysOf(open2.base, ...ours), keysOf(open2.head, ...theirs)), phase[level]);
    open2 = openNodes(task, pairing);
    return open2.base.length === 0 || open2.head.length === 0;
  };
  if (by([base.up, base.down], [head.up, head.down])) return;
  const [nearBase] = surroundings(task.base, bl, [2], open2.base);
  const [nearHead] = surroundings(task.head, hl, [2], open2.head);
  if (nearBase !== void 0 && nearHead !== void 0) {
    if (by([base.up, nearBase], [head.up, nearHead])) return;
    if (by([base.down, nearBase], [head.down, nearHead])) return;
  }
  if (by([base.up], [head.up])) return;
  by([base.down], [head.down]);
}
function complete(pairing) {
  return !pairing.toHead.includes(-1) || !pairing.toBase.includes(-1);
}

// src/diff/align.ts
var maxCells = 2e6;
var maxNeighbours2 = 8;
function alignGaps(task, pairing, context) {
  for (const gap of gaps(task, pairing)) alignGap(task, pairing, gap, context);
}
function gaps(task, pairing) {
  const { baseAt, headAt, headOrder } = task;
  const { toHead, toBase } = pairing;
  const from = [];
  const to = [];
  for (let b2 = 0; b2 < baseAt.length; b2++) {
    const j = toHead[baseAt[b2] ?? 0] ?? -1;
    if (j < 0) continue;
    from.push(b2);
    to.push(headOrder[j] ?? 0);
  }
  const result = [];
  let [b, h] = [0, 0];
  const close = (untilBase, untilHead) => {
    const base = b < untilBase ? singles2(baseAt, toHead, b, untilBase) : [];
    const head = h < untilHead && base.length > 0 ? singles2(headAt, toBase, h, untilHead) : [];
    if (base.length > 0 && head.length > 0) result.push({ base, head });
    [b, h] = [untilBase + 1, untilHead + 1];
  };
  for (const at of increasing(to)) close(from[at] ?? 0, to[at] ?? 0);
  close(baseAt.length, headAt.length);
  return result;
}
function singles2(order2, partner, from, to) {
  const result = [];
  for (let at = from; at < to; at++) {
    const node = order2[at] ?? 0;
    if (partner[node] === -1) result.push(node);
  }
  return result;
}
function increasing(values) {
  const tails = new Int32Array(values.length);
  const before = new Int32Array(values.length);
  let length = 0;
  values.forEach((value, at2) => {
    let [low, high] = [0, length];
    if (length > 0 && (values[tails[length - 1] ?? 0] ?? 0) < value) low = length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at2] = low > 0 ? tails[low - 1] ?? -1 : -1;
    tails[low] = at2;
    if (low === length) length++;
  });
  const chain = new Int32Array(length);
  let at = tails[length - 1] ?? -1;
  for (let slot = length - 1; slot >= 0; slot--) {
    chain[slot] = at;
    at = before[at] ?? -1;
  }
  return chain;
}
function alignGap(task, pairing, gap, context) {
  const [n, m] = [gap.base.length, gap.head.length];
  const band = n * m <= maxCells ? Math.max(n, m) : Math.max(8, Math.floor(maxCells / (2 * n)));
  const wide = 2 * band + 1;
  const low = (x) => Math.max(0, (n === 0 ? 0 : Math.round(x * m / n)) - band);
  const high = (x) => Math.min(m, (n === 0 ? 0 : Math.round(x * m / n)) + band);
  const width = Math.min(m + 1, wide + 1);
  const moves = new Uint8Array((n + 1) * width);
  let above = new Float64Array(m + 1).fill(Infinity);
  for (let x = 0; x <= n; x++) {
    const row = new Float64Array(m + 1).fill(Infinity);
    const i = gap.base[x - 1] ?? -1;
    const alone = task.baseAlone[i] ?? 0;
    const from = low(x);
    for (let y = from; y <= high(x); y++) {
      if (x === 0 && y === 0) {
        row[0] = 0;
        continue;
      }
      const j = gap.head[y - 1] ?? -1;
      let best = y > 0 ? (row[y - 1] ?? Infinity) + (task.headAlone[j] ?? 0) : Infinity;
      let move2 = 1;
      const up = x > 0 ? (above[y] ?? Infinity) + alone : Infinity;
      if (up < best) [best, move2] = [up, 2];
      if (x > 0 && y > 0) {
        const start = above[y - 1] ?? Infinity;
        if (start < best) {
          const looks2 = task.looks(i, j);
          if (looks2 < impossible) {
            const cost = start + looks2 + task.content(i, j) + task.path(i, j) + context(i, j);
            if (cost < best) [best, move2] = [cost, 3];
          }
        } else if (start < Infinity && start - 2e3 < best) {
          const content = task.content(i, j);
          if (content < 0 && task.looks(i, j) < impossible) {
            const cost = start + task.looks(i, j) + content + task.path(i, j) + context(i, j);
            if (cost < best) [best, move2] = [cost, 3];
          }
        }
      }
      row[y] = best;
      moves[x * width + (y - from)] = move2;
    }
    above = row;
  }
  for (let x = n, y = m; x > 0 || y > 0; ) {
    const move2 = moves[x * width + (y - low(x))];
    if (move2 === 3) {
      pair(pairing, gap.base[x - 1] ?? 0, gap.head[y - 1] ?? 0, phase.alignment);
      x--;
      y--;
    } else if (move2 === 2) x--;
    else if (move2 === 1) y--;
    else break;
  }
}
function contextOf(task, pairing, coloursFor2) {
  let known;
  const colours = () => {
    known ??= coloursFor2(pairing);
    return known;
  };
  const near = (ours, theirs, i, j) => {
    const [first, other] = [ours.start[i] ?? 0, theirs.start[j] ?? 0];
    const m = Math.min(degree(ours, i), maxNeighbours2);
    const n = Math.min(degree(theirs, j), maxNeighbours2);
    if (m === 0 && n === 0) return 4;
    let agree = 0;
    for (let e = first; e < first + m; e++) {
      let best = 0;
      for (let f = other; best < 4 && f < other + n; f++)
        if (theirs.where[f] === ours.where[e])
          best = Math.max(best, likeness(task, pairing, ours.node[e] ?? 0, theirs.node[f] ?? 0));
      agree += best;
    }
    return agree / Math.max(m, n);
  };
  return (i, j) => {
    const a = near(task.base.inputs, task.head.inputs, i, j);
    const b = near(task.base.outputs, task.head.outputs, i, j);
    let cost = Math.round((8 - a - b) * 50);
    for (const [base, head] of colours()) if (base[i] !== head[j]) cost += 30;
    return cost;
  };
}
function likeness(task, pairing, i, j) {
  if (i < 0 || j < 0) return i === j ? 4 : 0;
  const to = pairing.toHead[i] ?? -1;
  if (to >= 0) return to === j ? 4 : 0;
  if ((pairing.toBase[j] ?? -1) >= 0) return 0;
  const { base, head } = task.labels;
  if (base.exact[i] === head.exact[j]) return 3;
  if (base.style[i] === head.style[j]) return 2;
  return base.kind[i] === head.kind[j] ? 1 : 0;
}

// src/diff/twins.ts
var mostProbes = 32;
function twins(net) {
  let capacity = 16;
  while (capacity < 2 * net.layers.length) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  return (node) => {
    const layer = net.layers[node];
    if (layer === void 0 || net.inner.has(layer) || !isComparable(layer)) return -1;
    let slot = hashOf(layer) & capacity - 1;
    for (let probe = 0; probe < mostProbes; probe++) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = node;
        return -1;
      }
      const twin = net.layers[other];
      if (twin !== void 0 && net.classes[node] === net.classes[other] && isTwin(layer, twin)) return other;
      slot = slot + 1 & capacity - 1;
    }
    return -1;
  };
}
function isComparable({ outputs, attributes }) {
  for (const { shape } of outputs) if (isUnknown(shape) || shape.some(isUnknown)) return false;
  for (const { kind } of attributes.values()) if (!comparable2.has(kind)) return false;
  return true;
}
var comparable2 = /* @__PURE__ */ new Set(["int", "ints", "float", "floats", "string", "strings"]);
function step(hash, value) {
  return Math.imul(hash ^ value, 16777619) ^ hash >>> 15;
}
function hashOf(layer) {
  let hash = step(layer.op.length, layer.op.charCodeAt(0));
  hash = step(hash, layer.op.charCodeAt(layer.op.length - 1));
  for (const w of layer.weights) for (const d of w.shape) hash = step(hash, Number(d));
  for (const o of layer.outputs)
    if (!isUnknown(o.shape))
      for (const d of o.shape) hash = step(hash, typeof d === "bigint" ? Number(d) : -keyOf(d).length);
  for (const a of layer.attributes.values()) {
    if (a.kind === "int") hash = step(hash, Number(a.value));
    else if (a.kind === "ints") for (const v of a.value) hash = step(hash, Number(v));
    else if (a.kind === "float") hash = step(hash, a.value * 1e3);
  }
  return hash;
}
function isTwin(a, b) {
  return a.op === b.op && a.domain === b.domain && a.outputs.length === b.outputs.length && a.weights.length === b.weights.length && a.attributes.size === b.attributes.size && a.outputs.every((o, at) => o.dtype === b.outputs[at]?.dtype && sameShape(o.shape, b.outputs[at]?.shape)) && a.weights.every((w, at) => sameWeight(w, b.weights[at])) && sameAttributes(a.attributes, b.attributes);
}
function sameShape(a, b) {
  if (b === void 0 || isUnknown(a) || isUnknown(b) || a.length !== b.length) return false;
  return a.every((d, axis) => d === b[axis] || isSymbolic(d) && d.key === keyOf(b[axis] ?? 0n));
}
function sameWeight(a, b) {
  return b !== void 0 && a.input === b.input && a.role === b.role && a.dtype === b.dtype && sameList(a.shape, b.shape);
}
function sameList(a, b) {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
function sameAttributes(a, b) {
  if (a === b) return true;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === void 0 || !sameAttribute(value, other)) return false;
  }
  return true;
}
function sameAttribute(a, b) {
  if (a.kind === "int" || a.kind === "float" || a.kind === "string") return a.kind === b.kind && a.value === b.value;
  if (a.kind === "ints") return b.kind === "ints" && sameList(a.value, b.value);
  if (a.kind === "floats") return b.kind === "floats" && sameList(a.value, b.value);
  if (a.kind === "strings") return b.kind === "strings" && sameList(a.value, b.value);
  return false;
}

// src/diff/labels.ts
function labelsOf(base, head, headExtent) {
  const exact = /* @__PURE__ */ new Map();
  const style = /* @__PURE__ */ new Map();
  const kind = /* @__PURE__ */ new Map();
  const own = /* @__PURE__ */ new Map();
  const looks2 = [];
  const one = (net, extent) => {
    const opset = net.profile.model.opsets.get("") ?? 0n;
    const size = net.layers.length;
    const ofOwners = /* @__PURE__ */ new Map();
    const labels = {
      exact: new Int32Array(size),
      style: new Int32Array(size),
      kind: new Int32Array(size),
      own: ofOwners
    };
    const known = twins(net);
    net.layers.forEach((layer, at) => {
      const twin = known(at);
      if (twin >= 0) {
        labels.exact[at] = labels.exact[twin] ?? 0;
        labels.style[at] = labels.style[twin] ?? 0;
        labels.kind[at] = labels.kind[twin] ?? 0;
        return;
      }
      const attributes = attributesOf(layer, opset);
      const keys = weightKeys(layer.weights, isCommutative(layer.op));
      const body = net.inner.get(layer);
      const ownStyle = `${layer.domain}:${layer.op} ${styleOf(layer, attributes)} w${keys.length} r${rankText(layer)}`;
      const details = `${[...attributes].map(([k, v]) => `${k}=${v}`).join(";")} ${keys.join(" ")} ${outputText(layer, extent)}`;
      const styleText = body === void 0 ? ownStyle : `${ownStyle} {${body.map((b) => b.op).join(" ")}}`;
      const exactText = `${styleText} ${details}${body === void 0 ? "" : bodyText(body, opset, extent)}`;
      if (body !== void 0) ofOwners.set(at, intern(own, `${ownStyle} ${details}`));
      const before = exact.size;
      labels.exact[at] = intern(exact, exactText);
      if (exact.size > before) looks2.push(lookOf(layer, attributes));
      labels.style[at] = intern(style, styleText);
      labels.kind[at] = intern(kind, net.classes[at] ?? "");
    });
    return labels;
  };
  return { base: one(base, (d) => d), head: one(head, headExtent), looks: looks2 };
}
function intern(table, text) {
  const known = table.get(text);
  if (known !== void 0) return known;
  table.set(text, table.size);
  return table.size - 1;
}
function rankText(layer) {
  const shape = layer.outputs[0]?.shape;
  return shape === void 0 || isUnknown(shape) ? "?" : String(shape.length);
}
function outputText(layer, extent) {
  let text = "";
  for (const o of layer.outputs) text += `${o.dtype ?? "?"}[${shapeKey(o.shape, extent)}]`;
  return text;
}
function bodyText(body, opset, extent) {
  return body.map(
    (l) => `${l.op}(${[...attributesOf(l, opset)].join(";")} ${weightKeys(l.weights, isCommutative(l.op)).join(" ")} ${outputText(l, extent)})`
  ).join("");
}
function lookOf(layer, attributes) {
  const [output] = layer.outputs;
  return {
    op: layer.op,
    attributes,
    weight: (mainWeight(layer)?.shape ?? []).map(Number),
    output: output === void 0 ? void 0 : extents(output.shape),
    dtype: output?.dtype ?? ""
  };
}
function extents(shape) {
  return isUnknown(shape) ? void 0 : shape.map((d) => typeof d === "bigint" ? Number(d) : 0);
}

// src/diff/order.ts
var manyOperands = 24;
function readingOrder(net, style) {
  const size = net.layers.length;
  const { start, node, where } = net.inputs;
  const depth = depths(net);
  let near;
  const around = () => {
    near ??= surroundings(
      net,
      style,
      [3],
      Int32Array.from({ length: size }, (_, at) => at)
    )[0];
    return near?.high ?? depth;
  };
  const compareNodes = (a, b) => a === b ? 0 : (depth[a] ?? 0) - (depth[b] ?? 0) || (around()[a] ?? 0) - (around()[b] ?? 0) || a - b;
  const before = (a, b) => (where[a] ?? 0) - (where[b] ?? 0) || compareNodes(node[a] ?? 0, node[b] ?? 0);
  const walk = new Int32Array(node.length);
  const end = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const first = start[at] ?? 0;
    let last = first;
    for (let e = first; e < (start[at + 1] ?? 0); e++) {
      if ((node[e] ?? -1) < 0) continue;
      let slot = last++;
      if ((start[at + 1] ?? 0) - first <= manyOperands)
        for (; slot > first && before(walk[slot - 1] ?? 0, e) > 0; slot--) walk[slot] = walk[slot - 1] ?? 0;
      walk[slot] = e;
    }
    end[at] = last;
    if (last - first > manyOperands) walk.subarray(first, last).sort(before);
  }
  const position = new Int32Array(size).fill(-1);
  const next = start.slice();
  const stack = new Int32Array(size);
  let placed = 0;
  for (const root of rootsOf(net, compareNodes)) {
    if (position[root] !== -1) continue;
    let top = 0;
    stack[0] = root;
    position[root] = -2;
    while (top >= 0) {
      const at = stack[top] ?? 0;
      const e = next[at] ?? 0;
      if (e >= (end[at] ?? 0)) {
        position[at] = placed++;
        top--;
        continue;
      }
      next[at] = e + 1;
      const child = node[walk[e] ?? 0] ?? 0;
      if (position[child] !== -1) continue;
      position[child] = -2;
      stack[++top] = child;
    }
  }
  return position;
}
function depths({ inputs, layers }) {
  const depth = new Int32Array(layers.length);
  for (let at = 0; at < layers.length; at++) {
    let deepest4 = 0;
    for (let e = inputs.start[at] ?? 0; e < (inputs.start[at + 1] ?? 0); e++) {
      const from = inputs.node[e] ?? -1;
      if (from >= 0) deepest4 = Math.max(deepest4, (depth[from] ?? 0) + 1);
    }
    depth[at] = deepest4;
  }
  return depth;
}
function rootsOf(net, compareNodes) {
  const { start, ordinal } = net.yields;
  const results = [];
  const ends = [];
  for (let at = 0; at < net.layers.length; at++) {
    for (let y = start[at] ?? 0; y < (start[at + 1] ?? 0); y++) results.push([ordinal[y] ?? 0, at]);
    if (degree(net.outputs, at) === 0) ends.push(at);
  }
  return [...results.sort((a, b) => a[0] - b[0]).map(([, at]) => at), ...ends.sort(compareNodes)];
}
function inverse(position) {
  const at = new Int32Array(position.length);
  position.forEach((p, node) => {
    at[p] = node;
  });
  return at;
}

// src/diff/repair.ts
var maxRounds = 6;
var maxNeighbours3 = 16;
var mostExchanged = 1500;
var maxChain = 6;
var trusted = 450;
function propagate(task, pairing) {
  const { base, head } = task;
  const queue = [];
  const isOpen = (i) => hasSingle(base.inputs, pairing.toHead, i) || hasSingle(base.outputs, pairing.toHead, i);
  for (const i of task.baseAt) if ((pairing.toHead[i] ?? -1) >= 0 && isOpen(i)) queue.push(i);
  for (let at = 0; at < queue.length; at++) {
    const i = queue[at] ?? 0;
    const j = pairing.toHead[i] ?? -1;
    if (j < 0) continue;
    along(task, pairing, base.inputs, head.inputs, i, j, queue);
    along(task, pairing, base.outputs, head.outputs, i, j, queue);
  }
}
function hasSingle({ start, node }, partner, at) {
  for (let e = start[at] ?? 0; e < (start[at + 1] ?? 0); e++) {
    const other = node[e] ?? -1;
    if (other >= 0 && partner[other] === -1) return true;
  }
  return false;
}
function along(task, pairing, ours, theirs, i, j, queue) {
  if (degree(ours, i) > maxNeighbours3 || degree(theirs, j) > maxNeighbours3) return;
  const { kind } = task.labels.base;
  const [first, last] = [ours.start[i] ?? 0, ours.start[i + 1] ?? 0];
  for (let e = first; e < last; e++) {
    const near = ours.node[e] ?? -1;
    const where = ours.where[e];
    if (near < 0 || pairing.toHead[near] !== -1) continue;
    let rivals = 0;
    for (let o = first; o < last; o++) {
      const other = ours.node[o] ?? -1;
      if (other >= 0 && other !== near && ours.where[o] === where && kind[other] === kind[near]) rivals++;
    }
    if (rivals > 0) continue;
    let [only, options] = [-1, 0];
    for (let f = theirs.start[j] ?? 0; f < (theirs.start[j + 1] ?? 0); f++) {
      const far = theirs.node[f] ?? -1;
      if (far < 0 || theirs.where[f] !== where || pairing.toBase[far] !== -1) continue;
      if (task.looks(near, far) >= trusted) continue;
      only = far;
      options++;
    }
    if (options !== 1) continue;
    pair(pairing, near, only, phase.neighbours);
    queue.push(near);
  }
}
function repair(task, pairing) {
  const readers = readersOfInputs(task.head);
  const isLarge2 = Math.max(task.base.layers.length, task.head.layers.length) > mostExchanged;
  let active = task.baseAt;
  for (let round = 0; round < maxRounds && active.length > 0; round++) {
    const touched = /* @__PURE__ */ new Set();
    for (const i of active) {
      if (nodeCost(task, pairing, i) <= 0) continue;
      let best;
      for (const j of candidates(task, pairing, i, readers)) {
        if (j === pairing.toHead[i]) continue;
        const gain = gainOf(task, pairing, i, j);
        if (gain > (best?.gain ?? 0)) best = { gain, j };
      }
      if (best === void 0) {
        if (!isLarge2) exchange(task, pairing, i, candidates(task, pairing, i, readers), touched);
        continue;
      }
      for (const n of affected(task, pairing, i, best.j)) touched.add(n);
      move(pairing, i, best.j, task);
    }
    active = [...touched].sort((a, b) => (task.baseOrder[a] ?? 0) - (task.baseOrder[b] ?? 0));
  }
}
function exchange(task, pairing, i, options, touched) {
  for (const j of options) {
    if (j < 0 || j === pairing.toHead[i] || (pairing.toBase[j] ?? -1) < 0 || task.looks(i, j) !== 0) continue;
    for (const way of ["inputs", "outputs"]) {
      const before = copyPairing(pairing);
      const seen = /* @__PURE__ */ new Set();
      let gain = 0;
      let at = [i, j];
      for (let step2 = 0; at !== void 0 && gain <= 0 && step2 < maxChain; step2++) {
        gain += gainOf(task, pairing, at[0], at[1]);
        for (const n of affected(task, pairing, at[0], at[1])) seen.add(n);
        move(pairing, at[0], at[1], task);
        at = nextCrossed(task, pairing, at[0], at[1], way);
      }
      if (gain > 0) {
        for (const n of seen) touched.add(n);
        return;
      }
      restore(pairing, before);
    }
  }
}
function nextCrossed(task, pairing, i, j, way) {
  const [ours, theirs] = [task.base[way], task.head[way]];
  const [first, last] = range(ours, i);
  const [from, end] = range(theirs, j);
  for (let e = first; e < last; e++) {
    const near = ours.node[e] ?? -1;
    if (near < 0) continue;
    for (let f = from; f < end; f++) {
      const far = theirs.node[f] ?? -1;
      if (far < 0 || theirs.where[f] !== ours.where[e] || pairing.toHead[near] === far) continue;
      if (isAsLikely(task, pairing, near, far)) return [near, far];
    }
  }
  return void 0;
}
function isAsLikely(task, pairing, i, j) {
  const looks2 = task.looks(i, j);
  const now = pairing.toHead[i] ?? -1;
  return looks2 === 0 || now >= 0 && (pairing.toBase[j] ?? -1) >= 0 && looks2 <= task.looks(i, now);
}
function restore(pairing, before) {
  pairing.toHead.set(before.toHead);
  pairing.toBase.set(before.toBase);
  pairing.phase.set(before.phase);
}
function candidates(task, pairing, i, readers) {
  const { base, head } = task;
  const votes = /* @__PURE__ */ new Set();
  const ask = (mine, back) => {
    const [first, last] = range(mine, i);
    for (let e = first; e < last; e++) {
      const near = mine.node[e] ?? -1;
      if (near < 0) {
        for (const far of readers.get(near) ?? []) if (task.looks(i, far) < impossible) votes.add(far);
      }
      const to = near < 0 ? -1 : pairing.toHead[near] ?? -1;
      if (to < 0) continue;
      const [from, end] = range(back, to);
      for (let f = from; f < end; f++) {
        const far = back.node[f] ?? -1;
        if (far >= 0 && back.where[f] === mine.where[e] && task.looks(i, far) < impossible) votes.add(far);
      }
    }
  };
  ask(base.inputs, head.outputs);
  ask(base.outputs, head.inputs);
  if ((pairing.toHead[i] ?? -1) >= 0) votes.add(-1);
  return [...votes].sort((a, b) => (task.headOrder[a] ?? -1) - (task.headOrder[b] ?? -1));
}
function readersOfInputs({ inputs, layers }) {
  const readers = /* @__PURE__ */ new Map();
  for (let at = 0; at < layers.length; at++)
    for (let e = inputs.start[at] ?? 0; e < (inputs.start[at + 1] ?? 0); e++) {
      const from = inputs.node[e] ?? 0;
      if (from >= 0) continue;
      const list = readers.get(from);
      if (list === void 0) readers.set(from, [at]);
      else if (list.length < maxNeighbours3) list.push(at);
    }
  return readers;
}
function range({ start }, at) {
  const first = start[at] ?? 0;
  return [first, Math.min(start[at + 1] ?? 0, first + maxNeighbours3)];
}
function affected(task, pairing, i, j) {
  const { base, head } = task;
  const nodes = /* @__PURE__ */ new Set([i]);
  const displaced = j < 0 ? -1 : pairing.toBase[j] ?? -1;
  if (displaced >= 0) nodes.add(displaced);
  const around = (wires, at, toBase) => {
    const [first, last] = range(wires, at);
    for (let e = first; e < last; e++) {
      const near = wires.node[e] ?? -1;
      const node = near < 0 ? -1 : toBase(near);
      if (node >= 0) nodes.add(node);
    }
  };
  for (const x of [i, displaced])
    if (x >= 0) for (const wires of [base.inputs, base.outputs]) around(wires, x, (node) => node);
  for (const y of [j, pairing.toHead[i] ?? -1])
    if (y >= 0) for (const wires of [head.inputs, head.outputs]) around(wires, y, (node) => pairing.toBase[node] ?? -1);
  return nodes;
}
function gainOf(task, pairing, i, j) {
  const old = pairing.toHead[i] ?? -1;
  const displaced = j < 0 ? -1 : pairing.toBase[j] ?? -1;
  const nodes = affected(task, pairing, i, j);
  const sum2 = () => {
    let cost = 0;
    for (const n of nodes) cost += nodeCost(task, pairing, n);
    for (const y of [old, j]) if (y >= 0 && pairing.toBase[y] === -1) cost += task.headAlone[y] ?? 0;
    return cost;
  };
  const codes = [pairing.phase[i] ?? 0, displaced < 0 ? 0 : pairing.phase[displaced] ?? 0];
  const before = sum2();
  move(pairing, i, j, task);
  const after = sum2();
  unpair(pairing, i);
  if (displaced >= 0) unpair(pairing, displaced);
  if (old >= 0) pair(pairing, i, old, codes[0]);
  if (displaced >= 0) pair(pairing, displaced, j, codes[1]);
  return before - after;
}
function move(pairing, i, j, task) {
  const old = pairing.toHead[i] ?? -1;
  const displaced = j < 0 ? -1 : pairing.toBase[j] ?? -1;
  unpair(pairing, i);
  if (displaced >= 0) unpair(pairing, displaced);
  if (j >= 0) pair(pairing, i, j, phase.neighbours);
  if (displaced >= 0 && old >= 0 && task.looks(displaced, old) < impossible)
    pair(pairing, displaced, old, phase.neighbours);
}

// src/diff/sketch.ts
var samples = 256;
var side = 16;
var readWhole = 4096;
var fewest = 8;
var middles = /* @__PURE__ */ new Map([
  ["uint2", 1.5],
  ["uint4", 7.5],
  ["uint8", 127.5],
  ["uint16", 32767.5]
]);
function sketchesOf(model) {
  if (model.sparse) return void 0;
  const tensors = tensorsOf(model);
  const known = /* @__PURE__ */ new Map();
  return (name) => {
    const before = known.get(name);
    if (before !== void 0 || known.has(name)) return before;
    const tensor = tensors.has(name) ? tensors.get(name) : model.graph.tensors.get(name);
    const sketch = tensor === void 0 ? void 0 : sketchOf(tensor);
    known.set(name, sketch);
    return sketch;
  };
}
function tensorsOf(model) {
  const tensors = /* @__PURE__ */ new Map();
  const put = (name, tensor) => {
    const isTaken = tensors.has(name) || model.graph.tensors.has(name);
    tensors.set(name, isTaken ? void 0 : tensor);
  };
  const graphs = [model.graph];
  for (const graph of graphs) {
    if (graph !== model.graph) for (const [name, tensor] of graph.tensors) put(name, tensor);
    for (const node of graph.nodes) {
      if (node.op === "Constant" && node.domain === "") {
        const value = node.attributes.get("value");
        const [name] = node.outputs;
        if (value?.kind === "tensor" && name !== void 0) put(name, value.value);
      } else
        for (const attribute of node.attributes.values()) {
          if (attribute.kind === "graph") graphs.push(attribute.value);
          else if (attribute.kind === "graphs") for (const inner of attribute.value) graphs.push(inner);
        }
    }
  }
  return tensors;
}
function sketchOf(tensor) {
  const count = Number(tensor.elementCount);
  if (count === 0 || !Number.isSafeInteger(count)) return void 0;
  const rows = Number(tensor.shape[0] ?? 1n);
  const columns = count / rows;
  let height = Math.min(rows, side);
  const width = Math.min(columns, Math.floor(samples / height));
  if (width < side) height = Math.min(rows, Math.floor(samples / width));
  const whole = count <= readWhole ? tensor.elements(0, count) : void 0;
  if (count <= readWhole && whole === void 0) return void 0;
  if (whole === void 0 && tensor.elements(0, 1) === void 0) return void 0;
  const middle = middles.get(tensor.dtype) ?? 0;
  const values = new Float64Array(height * width);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const at = place(r, height, rows) * columns + place(c, width, columns);
      const element = whole === void 0 ? tensor.elements(at, at + 1)?.[0] : whole[at];
      if (element === void 0 || typeof element === "string" || typeof element === "object") return void 0;
      values[r * width + c] = Number(element) - middle;
    }
  const [first] = values;
  return { rows, columns, height, width, values, constant: values.every((v) => v === first) };
}
function place(at, of, extent) {
  return Math.floor((2 * at + 1) * extent / (2 * of));
}
function agreement(a, b) {
  const straight = a.rows === b.rows && a.columns === b.columns ? compareSigns(a, b, false) : 0;
  const turned = a.rows === b.columns && a.columns === b.rows ? compareSigns(a, b, true) : 0;
  return Math.max(straight, turned);
}
function compareSigns(a, b, turned) {
  const other = (r, c) => (turned ? b.values[c * b.width + r] : b.values[r * b.width + c]) ?? 0;
  let [same, usable, sameStep, usableSteps] = [0, 0, 0, 0];
  for (let r = 0; r < a.height; r++) {
    let before = 0;
    for (let c = 0; c < a.width; c++) {
      const x = a.values[r * a.width + c] ?? 0;
      const sign = x * other(r, c);
      if (sign !== 0 && Number.isFinite(sign)) {
        usable++;
        if (sign > 0) same++;
        if (before !== 0) {
          usableSteps++;
          if (sign > 0 === before > 0) sameStep++;
        }
      }
      before = Number.isFinite(sign) ? sign : 0;
    }
  }
  return Math.max(usable < 32 ? 0 : same / usable, usableSteps < 64 ? 0 : sameStep / usableSteps);
}
function isSame(share2, a) {
  const usable = a.height * a.width;
  return share2 >= (usable >= 200 ? 0.72 : usable >= 64 ? 0.8 : 0.92);
}
function evidenceOf(base, head, ours, theirs) {
  if (ours === void 0 || theirs === void 0) return void 0;
  const contents = /* @__PURE__ */ new Map();
  let count = 0;
  const one = (net, known) => {
    const sketches = net.layers.map((layer) => {
      const weight = mainWeight(layer);
      return weight === void 0 ? void 0 : known(weight.name);
    });
    const content = Int32Array.from(sketches, (s) => {
      if (s === void 0 || s.constant || s.values.length < fewest) return -1;
      const key2 = contentHash(s);
      const alike = contents.get(key2);
      const same = alike?.find((o) => isSameContent(o.sketch, s));
      if (same !== void 0) return same.id;
      const entry = { sketch: s, id: count++ };
      if (alike === void 0) contents.set(key2, [entry]);
      else alike.push(entry);
      return entry.id;
    });
    return [sketches, content];
  };
  const [baseSketches, baseContent] = one(base, ours);
  const [headSketches, headContent] = one(head, theirs);
  return { base: baseSketches, head: headSketches, baseContent, headContent, contents: count };
}
function contentHash({ values, rows, columns }) {
  let hash = Math.imul(rows, 31) ^ columns;
  for (const word of new Int32Array(values.buffer, values.byteOffset, 2 * values.length))
    hash = Math.imul(hash ^ word, 16777619) ^ hash >>> 15;
  return hash;
}
function isSameContent(a, b) {
  if (a.rows !== b.rows || a.columns !== b.columns || a.values.length !== b.values.length) return false;
  for (let at = 0; at < a.values.length; at++) if (!Object.is(a.values[at], b.values[at])) return false;
  return true;
}
function sketchPairs(evidence, freeBase, freeHead) {
  const byShape = /* @__PURE__ */ new Map();
  const enter = (which, nodes) => {
    for (const node of nodes) {
      const s = evidence[which][node];
      if (s === void 0 || s.constant || s.values.length < 32) continue;
      const name = s.rows < s.columns ? `${s.rows}\xD7${s.columns}` : `${s.columns}\xD7${s.rows}`;
      const group = byShape.get(name) ?? { base: [], head: [] };
      byShape.set(name, group);
      group[which].push(node);
    }
  };
  enter("base", freeBase);
  enter("head", freeHead);
  const result = [];
  for (const { base, head } of byShape.values()) {
    if (base.length === 0 || head.length === 0 || base.length * head.length > 25e4) continue;
    const table = base.map((i) => head.map((j) => share(evidence, i, j)));
    base.forEach((i, x) => {
      const row = table[x] ?? [];
      const best = Math.max(...row);
      const y = row.indexOf(best);
      const j = head[y];
      const s = evidence.base[i];
      if (j === void 0 || s === void 0 || !isSame(best, s)) return;
      const runnerUp = Math.max(
        0,
        ...row.filter((_, at) => at !== y),
        ...table.filter((_, at) => at !== x).map((r) => r[y] ?? 0)
      );
      if (best - runnerUp >= 0.1) result.push([i, j]);
    });
  }
  return result;
}
function share(evidence, i, j) {
  const [a, b] = [evidence.base[i], evidence.head[j]];
  return a === void 0 || b === void 0 || a.constant || b.constant ? 0 : agreement(a, b);
}

// src/diff/slide.ts
var maxSteps = 120;
function slide(task, pairing) {
  for (const side2 of ["head", "base"])
    for (const stretch of stretches(task, pairing, side2)) slideOne(task, pairing, side2, stretch);
}
function stretches(task, pairing, side2) {
  const at = side2 === "base" ? task.baseAt : task.headAt;
  const partner = side2 === "base" ? pairing.toHead : pairing.toBase;
  const result = [];
  for (let start = 0; start < at.length; start++) {
    if (partner[at[start] ?? 0] !== -1) continue;
    let end = start;
    while (end < at.length && partner[at[end] ?? 0] === -1) end++;
    if (end - start > 1) result.push({ start, end });
    start = end;
  }
  return result;
}
function slideOne(task, pairing, side2, { start, end }) {
  let best = totalCost(task, pairing);
  for (const direction of [-1, 1]) {
    const edges = (step2) => direction < 0 ? [start - step2, end - step2] : [end + step2 - 1, start + step2 - 1];
    let [done, taken] = [0, 0];
    while (done < maxSteps) {
      const [from, to] = edges(done + 1);
      if (!hand(task, pairing, side2, from, to)) break;
      done++;
      const cost = totalCost(task, pairing);
      if (cost < best) [best, taken] = [cost, done];
    }
    for (; done > taken; done--) {
      const [from, to] = edges(done);
      hand(task, pairing, side2, to, from);
    }
    if (taken > 0) return;
  }
}
function hand(task, pairing, side2, from, to) {
  const at = side2 === "base" ? task.baseAt : task.headAt;
  const partner = side2 === "base" ? pairing.toHead : pairing.toBase;
  const labels = task.labels[side2].exact;
  const [giver, taker] = [at[from], at[to]];
  if (giver === void 0 || taker === void 0 || labels[giver] !== labels[taker]) return false;
  const other = partner[giver] ?? -1;
  if (other < 0 || partner[taker] !== -1) return false;
  if ((pairing.phase[side2 === "base" ? giver : other] ?? 0) <= phase.sketch) return false;
  if (side2 === "base") {
    unpair(pairing, giver);
    pair(pairing, taker, other, phase.alignment);
  } else {
    unpair(pairing, other);
    pair(pairing, other, taker, phase.alignment);
  }
  return true;
}

// src/diff/match.ts
var strategies = [
  { levels: ["exact"], strict: false },
  { levels: ["exact", "style", "kind"], strict: false },
  { levels: ["exact", "style"], strict: false },
  { levels: [], strict: false },
  { levels: ["exact"], strict: true }
];
var largeNet = 4e3;
var otherName = 1;
var smallNet = 1500;
var anchorCells = 4e4;
var anchorRadii = [12, 6, 3];
function match(base, head, headExtent, evidence) {
  const labels = labelsOf(base, head, headExtent);
  const task = taskOf(base, head, labels, evidence);
  const hasPaths = commonPaths(base, head);
  const colours = coloursFor(task);
  let best;
  for (const names of hasPaths ? [true, false] : [false])
    for (const strategy of isLarge(task) ? strategies.slice(1, 2) : strategies) {
      const pairing = attempt(task, { ...strategy, names }, evidence, colours);
      const cost = totalCost(task, pairing);
      if (best === void 0 || cost < best.cost) best = { pairing, task, cost };
      if (isPerfect(task, pairing)) return best;
    }
  return best ?? { pairing: emptyPairing(0, 0), task, cost: 0 };
}
function isLarge({ base, head }) {
  return Math.max(base.layers.length, head.layers.length) > largeNet;
}
function taskOf(base, head, labels, evidence) {
  const paths = commonPaths(base, head);
  const baseOrder = readingOrder(base, labels.base.style);
  const headOrder = readingOrder(head, labels.head.style);
  return {
    base,
    head,
    labels,
    baseOrder,
    headOrder,
    baseAt: inverse(baseOrder),
    headAt: inverse(headOrder),
    baseAlone: aloneCosts(base),
    headAlone: aloneCosts(head),
    looks: lookCosts(labels),
    content: contentCost(evidence, head.layers.length),
    path: (i, j) => {
      if (!paths) return 0;
      const [a, b] = [base.layers[i], head.layers[j]];
      const [from, to] = [a?.module ?? "", b?.module ?? ""];
      if (from !== to) return from !== "" && to !== "" ? 450 : 20;
      return a?.name === b?.name ? 0 : otherName;
    }
  };
}
function commonPaths(base, head) {
  const known = new Set(base.layers.map((l) => l.module));
  return head.layers.some((l) => l.module !== "" && known.has(l.module));
}
function contentCost(evidence, width) {
  if (evidence === void 0) return () => 0;
  const known = /* @__PURE__ */ new Map();
  return (i, j) => {
    const [a, b] = [evidence.base[i], evidence.head[j]];
    if (a === void 0 || b === void 0 || a.constant || b.constant) return 0;
    const content = evidence.baseContent[i] ?? -1;
    if (content >= 0 && content === evidence.headContent[j]) return -1e3;
    const at = i * width + j;
    let cost = known.get(at);
    if (cost === void 0) {
      cost = isSame(share(evidence, i, j), a) ? -900 : 0;
      known.set(at, cost);
    }
    return cost;
  };
}
function attempt(task, strategy, evidence, colours) {
  const pairing = emptyPairing(task.base.layers.length, task.head.layers.length);
  if (evidence !== void 0) byWeights(task, pairing, evidence);
  if (strategy.names) byPaths(task, pairing);
  for (const level of strategy.levels) {
    if (!complete(pairing)) trim(task, pairing, level);
    if (isLarge(task)) {
      propagate(task, pairing);
      anchor(task, pairing);
    }
  }
  if (complete(pairing) && isPerfect(task, pairing)) return pairing;
  propagate(task, pairing);
  anchor(task, pairing);
  let context = contextOf(task, pairing, colours);
  if (strategy.strict) alignGaps({ ...task, looks: strictly(task) }, pairing, context);
  else {
    alignGaps(task, pairing, context);
    propagate(task, pairing);
  }
  repair(task, pairing);
  let best = pairing;
  let cost = totalCost(task, pairing);
  for (let round = 0; round < 2; round++) {
    const next = copyPairing(best);
    if (!loosen(task, next)) break;
    context = contextOf(task, next, colours);
    alignGaps(task, next, context);
    propagate(task, next);
    repair(task, next);
    const nextCost = totalCost(task, next);
    if (nextCost >= cost) break;
    [best, cost] = [next, nextCost];
  }
  if (Math.max(task.base.layers.length, task.head.layers.length) <= smallNet) slide(task, best);
  return best;
}
function strictly(task) {
  return (i, j) => task.labels.base.exact[i] === task.labels.head.exact[j] ? 0 : impossible;
}
function byWeights(task, pairing, evidence) {
  const open2 = openNodes(task, pairing);
  const { baseContent, headContent, contents } = evidence;
  const keys = {
    base: open2.base.map((i) => baseContent[i] ?? -1),
    head: open2.head.map((j) => headContent[j] ?? -1),
    count: contents
  };
  pairByKey(task, pairing, open2, keys, phase.weights, 1);
  const free = (taken) => [...taken.keys()].filter((at) => taken[at] === -1);
  for (const [i, j] of sketchPairs(evidence, free(pairing.toHead), free(pairing.toBase)))
    if (pairing.toBase[j] === -1 && task.labels.base.kind[i] === task.labels.head.kind[j])
      pair(pairing, i, j, phase.sketch);
}
function byPaths(task, pairing) {
  const keys = (net, nodes) => Array.from(nodes, (at) => {
    const module = net.layers[at]?.module ?? "";
    return module === "" ? void 0 : `${net.classes[at]} ${module}`;
  });
  const open2 = openNodes(task, pairing);
  const numbered = numberTexts(keys(task.base, open2.base), keys(task.head, open2.head));
  pairByKey(task, pairing, open2, numbered, phase.name);
}
function anchor(task, pairing) {
  for (const radius of anchorRadii)
    for (const level of ["exact", "style"]) {
      const large = gaps(task, pairing).filter((g) => g.base.length * g.head.length > anchorCells);
      if (large.length === 0) return;
      const colours = (net, label, nodes) => surroundings(net, label, [radius], Int32Array.from(nodes))[0];
      const left = colours(
        task.base,
        task.labels.base[level],
        large.flatMap((g) => g.base)
      );
      const right = colours(
        task.head,
        task.labels.head[level],
        large.flatMap((g) => g.head)
      );
      if (left === void 0 || right === void 0) return;
      for (const gap of large) {
        const open2 = { base: Int32Array.from(gap.base), head: Int32Array.from(gap.head) };
        const keys = number(keysOf(open2.base, left), keysOf(open2.head, right));
        pairByKey(task, pairing, open2, keys, phase.surroundings, 1);
      }
      propagate(task, pairing);
    }
}
function coloursFor(task) {
  if (isLarge(task)) return (pairing) => coloursOf(task, openNodes(task, pairing));
  let known;
  return () => {
    known ??= coloursOf(task, { base: task.baseAt, head: task.headAt });
    return known;
  };
}
function coloursOf(task, open2) {
  const result = [];
  const ways = [
    [true, false],
    [false, true]
  ];
  const radii = isLarge(task) ? [2] : [1, 2, 4];
  for (const level of ["style", "kind"])
    for (const [up, down] of ways) {
      const left = surroundings(task.base, task.labels.base[level], radii, open2.base, up, down);
      const right = surroundings(task.head, task.labels.head[level], radii, open2.head, up, down);
      left.forEach((colours, at) => {
        const other = right[at];
        if (other !== void 0) result.push([colours.high, other.high]);
      });
    }
  return result;
}
function loosen(task, pairing) {
  const doubtful = [];
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (j < 0 || (pairing.phase[i] ?? 0) <= phase.sketch) continue;
    if (edgeLoss(task, pairing, i, j) >= 200) doubtful.push(i);
  }
  for (const i of doubtful) unpair(pairing, i);
  return doubtful.length > 0;
}
function isPerfect(task, pairing) {
  if (pairing.toHead.includes(-1) || pairing.toBase.includes(-1)) return false;
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (task.looks(i, j) !== 0 || task.path(i, j) > otherName || edgeLoss(task, pairing, i, j) !== 0) return false;
  }
  return true;
}

// src/diff/mirror.ts
function order(a, b, evidence) {
  const bySize = a.layers.length - b.layers.length || a.profile.layers.length - b.profile.layers.length;
  if (bySize !== 0) return bySize;
  for (const describe of [looks, wiring])
    for (let at = 0; at < a.layers.length; at++) {
      const [x, y] = [a.layers[at], b.layers[at]];
      if (x === void 0 || y === void 0) continue;
      const [left, right] = [describe(x), describe(y)];
      if (left !== right) return left < right ? -1 : 1;
    }
  for (let at = 0; at < (evidence?.base.length ?? 0); at++) {
    const [x, y] = [evidence?.base[at]?.values ?? [], evidence?.head[at]?.values ?? []];
    if (x.length !== y.length) return x.length - y.length;
    for (let v = 0; v < x.length; v++) if (x[v] !== y[v]) return (x[v] ?? 0) < (y[v] ?? 0) ? -1 : 1;
  }
  return 0;
}
function looks(layer) {
  const [output] = layer.outputs;
  const shape = output === void 0 || isUnknown(output.shape) ? "?" : output.shape.map(keyOf).join();
  return `${layer.op} ${output?.dtype} ${shape} ${layer.weights.map((w) => `${w.dtype}${w.shape}`).join()}`;
}
function wiring(layer) {
  return `${layer.name} ${layer.module} ${layer.inputs.join()} ${layer.outputs.map((o) => o.name).join()} ${[...layer.attributes.keys()].join()}`;
}
function mirrorEvidence(e) {
  if (e === void 0) return void 0;
  return { ...e, base: e.head, head: e.base, baseContent: e.headContent, headContent: e.baseContent };
}
function mirrorPairing(p) {
  const result = emptyPairing(p.toBase.length, p.toHead.length);
  p.toHead.forEach((j, i) => {
    if (j >= 0) pair(result, j, i, p.phase[i] ?? 0);
  });
  return result;
}

// src/diff/calls.ts
var noPairs = { pairs: [], inlined: { base: 0, head: 0 } };
function pairCalls(task, pairing, foldedPairs) {
  const [ours, theirs] = [callsOf(task.base), callsOf(task.head)];
  if (ours.size === 0 && theirs.size === 0) return noPairs;
  const votes = /* @__PURE__ */ new Map();
  const [used, others] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  const vote = (x, y) => {
    const [around, outside] = [callsAround(x, ours), callsAround(y, theirs)];
    for (const a of around) used.add(a);
    for (const b of outside) others.add(b);
    around.forEach((a, level) => {
      const b = outside[level];
      if (b === void 0) return;
      const key2 = `${a.id}:${b.id}`;
      const known = votes.get(key2);
      if (known === void 0) votes.set(key2, { a, b, count: 1 });
      else known.count++;
    });
  };
  task.base.layers.forEach((layer, i) => {
    const other = task.head.layers[pairing.toHead[i] ?? -1];
    if (other !== void 0) vote(layer, other);
  });
  for (const [x, y] of foldedPairs) vote(x, y);
  const order2 = [...votes.values()].sort(
    (p, q) => q.count - p.count || p.a.id + p.b.id - q.a.id - q.b.id || distance(p) - distance(q)
  );
  const pairs = [];
  const [taken, given] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  for (const { a, b } of order2) {
    if (taken.has(a) || given.has(b)) continue;
    taken.add(a);
    given.add(b);
    pairs.push([a, b]);
  }
  const left = (all, done) => [...all].filter((l) => !done.has(l)).length;
  return { pairs, inlined: { base: left(used, taken), head: left(others, given) } };
}
function distance({ a, b }) {
  return Math.abs(a.id - b.id);
}
function callsOf({ folded }) {
  return new Map(folded.filter(isCall).map((l) => [l.id, l]));
}
function callsAround(layer, calls) {
  const around = [];
  for (let at = layer; at.owner !== void 0; ) {
    const owner = calls.get(at.owner);
    if (owner === void 0) break;
    around.unshift(owner);
    at = owner;
  }
  return around;
}

// src/diff/changes.ts
var words = {
  kernel_shape: "kernel",
  strides: "stride",
  dilations: "dilation",
  pads: "padding",
  auto_pad: "padding",
  group: "groups",
  hidden_size: "hiddenSize",
  K: "inChannels",
  N: "outChannels"
};
var missing = { groups: 1, padding: 0, stride: 1, dilation: 1, bias: "no" };
function changesOf(base, head, i, j) {
  const [from, to] = [base.layers[i], head.layers[j]];
  if (from === void 0 || to === void 0) return [];
  const kind = base.classes[i] ?? "";
  const before = propertiesOf(base, from, kind);
  const after = propertiesOf(head, to, kind);
  const changes = [];
  if (from.op !== to.op || from.domain !== to.domain)
    changes.push({ what: kind === "activation" ? "activation" : "op", from: from.op, to: to.op });
  for (const what of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) {
    if (from.op !== to.op && !(before.has(what) && after.has(what))) continue;
    const [a, b] = [before.get(what) ?? missing[what] ?? null, after.get(what) ?? missing[what] ?? null];
    if (a !== b) changes.push({ what, from: a, to: b });
  }
  return changes;
}
function propertiesOf(net, layer, kind) {
  const own = /* @__PURE__ */ new Map();
  const holdsWeights2 = isWeightedClass(kind) || kind === "embedding";
  const weight = mainWeight(layer);
  if (weight !== void 0 && holdsWeights2) {
    const put = extentsByClass[kind];
    put?.(layer, weight.shape.map(Number), own, weight.input);
    own.set("dtype", weight.dtype);
  }
  const opset = net.profile.model.opsets.get("") ?? 0n;
  const attributes = attributesOf(layer, opset);
  for (const [name, text] of attributes) {
    const what = words[name] ?? camelCase(name);
    const value = parseValue(text);
    if (!own.has(what) || value !== text) own.set(what, value);
  }
  const body = net.inner.get(layer);
  if (body !== void 0) own.set("body", body.map((l) => l.op).join(" "));
  return own;
}
var extentsByClass = {
  conv: (layer, weight, own) => {
    const [first = 0, second2 = 0, ...kernel] = weight;
    const groups2 = intAttribute(layer, "group") ?? 1;
    const transposed = layer.op === "ConvTranspose";
    own.set("outChannels", transposed ? second2 * groups2 : first);
    own.set("inChannels", transposed ? first : second2 * groups2);
    own.set("kernel", kernel.join("\xD7"));
    own.set("bias", layer.weights.some((w) => w.input === 2) ? "yes" : "no");
  },
  matmul: (layer, weight, own, input) => {
    if (intAttribute(layer, "N") !== void 0) return;
    const turned = (intAttribute(layer, input === 0 ? "transA" : "transB") ?? 0) === 1;
    const [rows = 1, columns = 1] = turned ? weight.slice(-2).reverse() : weight.slice(-2);
    const [into, out] = input === 0 ? [columns, rows] : [rows, columns];
    own.set("outChannels", weight.length < 2 ? 1 : out);
    own.set("inChannels", weight.length < 2 ? weight[0] ?? 1 : into);
  },
  recurrent: (layer, weight, own) => {
    const hidden = intAttribute(layer, "hidden_size");
    if (hidden !== void 0) own.set("hiddenSize", hidden);
    const input = layer.weights.find((w) => w.input === 1);
    own.set("inputSize", Number(input?.shape[2] ?? weight[2] ?? 0));
  },
  embedding: (_, weight, own) => {
    const [rows = 0, ...rest] = weight;
    own.set("vocabulary", rows);
    own.set(
      "outChannels",
      rest.reduce((n, d) => n * d, 1)
    );
  }
};
function intAttribute(layer, name) {
  const attribute = layer.attributes.get(name);
  return attribute?.kind === "int" ? Number(attribute.value) : void 0;
}
function parseValue(text) {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return /^-?\d+(,-?\d+)+$/.test(text) ? text.replaceAll(",", "\xD7") : text;
}
function camelCase(name) {
  return name.replace(/_+([a-z0-9])/g, (_, c) => c.toUpperCase());
}

// src/diff/totals.ts
var layerMetrics = costKeys;
var storedMetrics = /* @__PURE__ */ new Set([
  "parameters",
  "buffers",
  "weightBytes",
  "quantBytes",
  "constantBytes"
]);
var totalMetrics = [
  ...layerMetrics,
  "activationBytes",
  "peakBytes",
  "peakInplaceBytes",
  "arenaBytes",
  "peakFloorBytes"
];
function costWithin(net, layer, metric) {
  const own = counted(layer, metric);
  const inside = net.inner.get(layer);
  return inside === void 0 ? own : inside.reduce((total, l) => add(total, counted(l, metric)), own);
}
function deltaOf(from, to) {
  return { from, to, by: sub(to, from) };
}
function isChange({ from, to, by }) {
  return isUnknown(from) && isUnknown(to) ? false : by !== 0n;
}
function pairDeltas(base, head, a, b, headExtent) {
  if (base.inner.has(a) || head.inner.has(b)) return deltasOf(base, head, [a], [b], headExtent);
  let result;
  for (const metric of layerMetrics) {
    const from = counted(a, metric);
    const to = headExtent(counted(b, metric));
    if (from === to) continue;
    const delta = deltaOf(from, to);
    if (!isChange(delta)) continue;
    result ??= /* @__PURE__ */ new Map();
    result.set(metric, delta);
  }
  return result ?? noDeltas;
}
var noDeltas = /* @__PURE__ */ new Map();
function deltasOf(base, head, ours, theirs, headExtent) {
  const result = /* @__PURE__ */ new Map();
  for (const metric of layerMetrics) {
    const from = sumOf(base, ours, metric, (d) => d);
    const to = sumOf(head, theirs, metric, headExtent);
    if (from === to) continue;
    const delta = deltaOf(from, to);
    if (isChange(delta)) result.set(metric, delta);
  }
  return result;
}
function addDeltas(all) {
  const result = /* @__PURE__ */ new Map();
  for (const metric of layerMetrics) {
    const own = all.flatMap((deltas) => deltas.get(metric) ?? []);
    if (own.length === 0) continue;
    const delta = deltaOf(sum(own.map(({ from }) => from)), sum(own.map(({ to }) => to)));
    if (isChange(delta)) result.set(metric, delta);
  }
  return result;
}
function sumOf(net, layers, metric, extent) {
  let small = 0;
  const rest = [];
  for (const layer of layers) {
    const cost = costWithin(net, layer, metric);
    if (cost === 0n) continue;
    const count = typeof cost === "bigint" ? Number(cost) : Number.NaN;
    if (small + count <= Number.MAX_SAFE_INTEGER) small += count;
    else rest.push(extent(cost));
  }
  return sum(small === 0 ? rest : [...rest, BigInt(small)]);
}
function totalDeltas(base, head, headExtent) {
  return new Map(totalMetrics.map((m) => [m, deltaOf(base[m], headExtent(head[m]))]));
}
function magnitude(d) {
  const value = typeof d === "bigint" ? d : bind(d, new Map(symbolsOf(d).map((s) => [s, 64n])));
  if (typeof value !== "bigint") return 1n << 200n;
  return value < 0n ? -value : value;
}

// src/diff/classify.ts
function outcomeOf(task, pairing, i, j, deltas, differs2, paths) {
  const [a, b] = [task.base.layers[i], task.head.layers[j]];
  if (a === void 0 || b === void 0) return { kind: "unchanged", changes: [] };
  const isEqual = looksEqual(task, i, j);
  const changes = isEqual ? [] : changesOf(task.base, task.head, i, j);
  const path = paths && isRenamed(a, b) ? [{ what: "module", from: a.module, to: b.module }] : [];
  if (changes.length > 0) return { kind: "modified", changes: [...changes, ...path] };
  if (!isEqual || [...deltas.keys()].some((m) => !storedMetrics.has(m)))
    return { kind: "shapeOnly", changes: [...branch(a, b), ...path] };
  const wires = rewired(task, pairing, i, j);
  if (differs2(a, b)) return { kind: "weightsOnly", changes: [...wires, ...path] };
  if (wires.length > 0) return { kind: "moved", changes: [...wires, ...path] };
  return path.length > 0 ? { kind: "renamed", changes: path } : { kind: "unchanged", changes: [] };
}
function branch(a, b) {
  const word = ({ untaken }) => untaken === true ? "not counted" : "counted";
  return a.untaken === b.untaken ? [] : [{ what: "branch", from: word(a), to: word(b) }];
}
function looksEqual({ base, head, labels }, i, j) {
  if (labels.base.exact[i] === labels.head.exact[j]) return true;
  const [a, b] = [base.layers[i], head.layers[j]];
  if (a === void 0 || b === void 0 || base.inner.has(a) || head.inner.has(b)) return false;
  const own = labels.base.own.get(i);
  return own !== void 0 && own === labels.head.own.get(j);
}
function isRenamed(a, b) {
  return a.module !== "" && b.module !== "" && moduleOf(a) !== moduleOf(b);
}
function moduleOf({ module, weights }) {
  return weights.some(({ role }) => role === "parameter") ? module : module.replace(/_\d+$/, "");
}
function rewired(task, pairing, i, j) {
  const { base, head } = task;
  if (keptInOrder(base.inputs, head.inputs, pairing, i, j)) return [];
  const before = edgesOf(base.inputs, i);
  const after = edgesOf(head.inputs, j);
  const gone = before.filter(
    (e) => isPaired(pairing.toHead, e) && !after.some((f) => f.port === e.port && f.node === across2(pairing.toHead, e))
  );
  const come = after.filter(
    (f) => isPaired(pairing.toBase, f) && !before.some((e) => e.port === f.port && e.node === across2(pairing.toBase, f))
  );
  for (const e of gone) {
    const f = come.find((x) => x.port === e.port);
    if (f !== void 0)
      return [{ what: "input", from: labelOf(task.base.layers[e.node], e), to: labelOf(task.head.layers[f.node], f) }];
  }
  return [];
}
function edgesOf({ start, node, where }, at) {
  const edges = [];
  for (let e = start[at] ?? 0; e < (start[at + 1] ?? 0); e++)
    edges.push({ node: node[e] ?? 0, port: portOf(where[e] ?? 0) });
  return edges;
}
function keptInOrder(ours, theirs, { toHead }, i, j) {
  if (degree(ours, i) !== degree(theirs, j)) return false;
  const first = ours.start[i] ?? 0;
  const offset = (theirs.start[j] ?? 0) - first;
  for (let e = first; e < (ours.start[i + 1] ?? 0); e++) {
    const near = ours.node[e] ?? 0;
    if (theirs.node[e + offset] !== (near < 0 ? near : toHead[near] ?? -1)) return false;
    if (theirs.where[e + offset] !== ours.where[e]) return false;
  }
  return true;
}
function isPaired(partner, e) {
  return e.node < 0 || (partner[e.node] ?? -1) >= 0;
}
function across2(partner, e) {
  return e.node < 0 ? e.node : partner[e.node] ?? -1;
}
function labelOf(layer, e) {
  if (layer === void 0) return `input ${-e.node}`;
  return layer.name === "" ? `${layer.op} #${layer.index}` : layer.name;
}

// src/diff/drafts.ts
function noDrafts() {
  const all = [];
  const ofBase = /* @__PURE__ */ new Map();
  const ofHead = /* @__PURE__ */ new Map();
  const add2 = (kind, base, head, changes) => {
    const one = { kind, base: [...base], head: [...head], changes: [...changes] };
    all.push(one);
    for (const l of base) ofBase.set(l, one);
    for (const l of head) ofHead.set(l, one);
  };
  return { all, ofBase, ofHead, add: add2 };
}

// src/diff/folded.ts
function pairFolded(base, head, pairing) {
  if (base.folded.length === 0 && head.folded.length === 0) return [];
  if (order(base, head, void 0) <= 0) return pairInOrder(base, head, pairing);
  return pairInOrder(head, base, mirrorPairing(pairing)).map(([a, b]) => [b, a]);
}
function pairInOrder(base, head, pairing) {
  const [inBase, inHead] = [new Set(base.folded), new Set(head.folded)];
  const left = /* @__PURE__ */ new Set([...base.folded, ...singles3(base, pairing.toHead)]);
  const right = /* @__PURE__ */ new Set([...head.folded, ...singles3(head, pairing.toBase)]);
  const pairs = [];
  const queue = [];
  base.layers.forEach((layer, i) => {
    const other = head.layers[pairing.toHead[i] ?? -1];
    if (other !== void 0) queue.push([layer, other]);
  });
  const before = (net, layer, free) => layer.inputs.map((name) => {
    const producer = net.producerOf(name);
    return producer !== void 0 && free.has(producer) ? producer : void 0;
  });
  const feeder = (net, layer, folded) => {
    const found = follow(layer, folded, (l) => net.producerOf(l.inputs[0] ?? ""));
    return found === void 0 ? -1 : net.indexOf(found);
  };
  const contradicts = (x, y) => {
    const [i, j] = [feeder(base, x, inBase), feeder(head, y, inHead)];
    if (i < 0 || j < 0) return i !== j;
    return pairing.toHead[i] !== j && (pairing.toHead[i] !== -1 || pairing.toBase[j] !== -1);
  };
  for (let at = 0; at < queue.length; at++) {
    const [a, b] = queue[at] ?? [];
    if (a === void 0 || b === void 0) break;
    const theirs = before(head, b, right);
    before(base, a, left).forEach((x, port) => {
      if (x === void 0 || !left.has(x)) return;
      const isFree = isCommutative(a.op);
      const ports = isFree ? theirs.keys() : [port];
      for (const p of ports) {
        const y = theirs[p];
        if (y === void 0 || !right.has(y) || y.op !== x.op) continue;
        if (isFree && contradicts(x, y)) continue;
        const isFolded = inBase.has(x) && inHead.has(y);
        if (!isFolded && (!inBase.has(x) && !inHead.has(y) || !differsBySymbols(base, head, x, y))) continue;
        left.delete(x);
        right.delete(y);
        pairs.push([x, y]);
        queue.push([x, y]);
        break;
      }
    });
  }
  return pairs;
}
function singles3({ layers }, partner) {
  return layers.filter((_, at) => partner[at] === -1);
}
function differsBySymbols(base, head, x, y) {
  const [ours, theirs] = [attributesOf(x, opsetOf(base)), attributesOf(y, opsetOf(head))];
  if (ours.size !== theirs.size || [...ours].some(([name, value]) => theirs.get(name) !== value)) return false;
  return x.outputs.every(({ shape }, at) => mayEqual(shape, y.outputs[at]?.shape));
}
function opsetOf({ profile }) {
  return profile.model.opsets.get("") ?? 0n;
}
function mayEqual(a, b) {
  if (b === void 0 || isUnknown(a) || isUnknown(b)) return b !== void 0;
  return a.length === b.length && a.every((d, axis) => {
    const other = b[axis];
    return typeof d !== "bigint" || typeof other !== "bigint" || d === other;
  });
}
function servedBy(net, nodes) {
  const result = /* @__PURE__ */ new Map();
  const wanted = nodes.filter((l) => isQuantization(l.op));
  if (wanted.length === 0) return result;
  const readerOf = /* @__PURE__ */ new Map();
  const folded = new Set(net.folded);
  for (const layer of [...net.layers, ...net.folded])
    for (const name of layer.inputs) if (!readerOf.has(name)) readerOf.set(name, layer);
  for (const layer of wanted) {
    const found = follow(layer, folded, (l) => readerOf.get(l.outputs[0]?.name ?? "")) ?? follow(layer, folded, (l) => net.producerOf(l.inputs[0] ?? ""));
    if (found !== void 0) result.set(layer, found);
  }
  return result;
}
function follow(from, folded, next) {
  let at = next(from);
  for (let guard = 0; at !== void 0 && folded.has(at); guard++) {
    if (guard > folded.size) return void 0;
    at = next(at);
  }
  return at;
}

// src/diff/norms.ts
function* foldedNorms(task, pairing, differs2) {
  for (const isHead of [false, true]) {
    const net = isHead ? task.head : task.base;
    const partner = isHead ? pairing.toBase : pairing.toHead;
    for (let norm = 0; norm < net.layers.length; norm++) {
      if (partner[norm] !== -1 || net.layers[norm]?.op !== "BatchNormalization") continue;
      const conv = degree(net.inputs, norm) === 0 ? -1 : net.inputs.node[net.inputs.start[norm] ?? 0] ?? -1;
      const counterpart2 = conv < 0 ? -1 : partner[conv] ?? -1;
      if (counterpart2 < 0 || !isWeightedClass(net.classes[conv] ?? "") || degree(net.outputs, conv) !== 1) continue;
      const [i, j] = isHead ? [counterpart2, conv] : [conv, counterpart2];
      const [a, b] = [task.base.layers[i], task.head.layers[j]];
      if (a === void 0 || b === void 0) continue;
      const count = (l) => l.weights.filter((w) => w.role === "parameter").length;
      const gotBias = isHead ? count(a) > count(b) : count(b) > count(a);
      if (gotBias || differs2(a, b)) yield { conv, norm, counterpart: counterpart2, isHead };
    }
  }
}

// src/diff/quantization.ts
function attachQuantization(task, pairing, foldedPairs, drafts) {
  const given = /* @__PURE__ */ new Set();
  const paired = new Set(foldedPairs.flat());
  for (const isHead of [false, true]) {
    const net = isHead ? task.head : task.base;
    const known = isHead ? drafts.ofHead : drafts.ofBase;
    const serves = servedBy(
      net,
      net.folded.filter((l) => !paired.has(l))
    );
    for (const [node, layer] of serves) {
      const at = net.indexOf(layer);
      if (at < 0) continue;
      if (!known.has(layer)) {
        const other = isHead ? task.base.layers[pairing.toBase[at] ?? -1] : task.head.layers[pairing.toHead[at] ?? -1];
        if (other === void 0) continue;
        drafts.add("modified", [isHead ? other : layer], [isHead ? layer : other], []);
      }
      const record = known.get(layer);
      if (record === void 0) continue;
      (isHead ? record.head : record.base).push(node);
      given.add(node);
      noteQuantization(record, node.op === "DequantizeLinear" ? null : node.outputs[0]?.dtype ?? null, isHead);
    }
  }
  return given;
}
function noteQuantization(record, dtype, isHead) {
  const at = record.changes.findIndex((c) => c.what === "quantization");
  const before = record.changes[at] ?? { what: "quantization", from: "none", to: "none" };
  const mine = isHead ? before.to : before.from;
  const value = dtype ?? (mine === "none" ? "yes" : mine);
  const change = isHead ? { ...before, to: value } : { ...before, from: value };
  if (at < 0) record.changes.push(change);
  else record.changes[at] = change;
}

// src/diff/regions.ts
function regionsOf(base, head, pairing, isSoft) {
  const offset = base.layers.length;
  const sets = new Sets(offset + head.layers.length);
  const isMemberOfBase = (i) => {
    const j = pairing.toHead[i] ?? -1;
    return j < 0 || isSoft(i, j);
  };
  const isMemberOfHead = (j) => {
    const i = pairing.toBase[j] ?? -1;
    return i < 0 || isSoft(i, j);
  };
  const members = [];
  base.layers.forEach((_, i) => {
    if (!isMemberOfBase(i)) return;
    members.push(i);
    const j = pairing.toHead[i] ?? -1;
    if (j >= 0) sets.join(i, offset + j);
    for (const from of neighbours(base.inputs, i)) if (from >= 0 && isMemberOfBase(from)) sets.join(i, from);
  });
  head.layers.forEach((_, j) => {
    if (!isMemberOfHead(j)) return;
    members.push(offset + j);
    for (const from of neighbours(head.inputs, j))
      if (from >= 0 && isMemberOfHead(from)) sets.join(offset + j, offset + from);
  });
  joinByBoundary(base, head, pairing, sets, members);
  const regions = /* @__PURE__ */ new Map();
  for (const m of members) {
    const root = sets.root(m);
    const region = regions.get(root) ?? { base: [], head: [] };
    regions.set(root, region);
    if (m < offset) region.base.push(m);
    else region.head.push(m - offset);
  }
  return [...regions.values()].filter((r) => {
    if (r.base.length === 0 || r.head.length === 0) return false;
    if (r.base.length === 1 && r.head.length === 1 && pairing.toHead[r.base[0] ?? 0] === r.head[0]) return false;
    const weighted = (net, nodes) => nodes.some((n) => isWeightedClass(net.classes[n] ?? ""));
    return weighted(base, r.base) === weighted(head, r.head);
  });
}
function joinByBoundary(base, head, pairing, sets, members) {
  const offset = base.layers.length;
  const boundaries = /* @__PURE__ */ new Map();
  const isMember = new Set(members);
  for (const m of members) {
    const root = sets.root(m);
    const boundary = boundaries.get(root) ?? { before: /* @__PURE__ */ new Set(), after: /* @__PURE__ */ new Set() };
    boundaries.set(root, boundary);
    const onBase = m < offset;
    const net = onBase ? base : head;
    const node = onBase ? m : m - offset;
    const common = (n) => {
      if (n < 0) return n;
      if (isMember.has(onBase ? n : offset + n)) return void 0;
      return onBase ? n : pairing.toBase[n] ?? void 0;
    };
    for (const from of neighbours(net.inputs, node)) {
      const at = common(from);
      if (at !== void 0) boundary.before.add(at);
    }
    for (const to of neighbours(net.outputs, node)) {
      const at = common(to);
      if (at !== void 0) boundary.after.add(at);
    }
    for (const ordinal of net.yields.ordinal.subarray(net.yields.start[node], net.yields.start[node + 1]))
      boundary.after.add(-ordinal - 1);
  }
  const bySignature = /* @__PURE__ */ new Map();
  for (const [root, { before, after }] of boundaries) {
    if (before.size === 0 || after.size === 0) continue;
    const signature = `${[...before].sort((a, b) => a - b).join()}>${[...after].sort((a, b) => a - b).join()}`;
    const other = bySignature.get(signature);
    if (other === void 0) bySignature.set(signature, root);
    else sets.join(root, other);
  }
}
var Sets = class {
  parent;
  constructor(size) {
    this.parent = Int32Array.from({ length: size }, (_, at) => at);
  }
  root(node) {
    let at = node;
    for (; ; ) {
      const up = this.parent[at] ?? at;
      if (up === at) return at;
      const next = this.parent[up] ?? up;
      this.parent[at] = next;
      at = next;
    }
  }
  join(a, b) {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }
};

// src/diff/sharing.ts
function holdsWeights(net, layer) {
  const kind = net.classes[net.indexOf(layer)] ?? "";
  return isWeightedClass(kind) || kind === "embedding" || kind === "norm";
}
function isUntied(deltas) {
  return [...deltas.keys()].some((m) => storedMetrics.has(m) && m !== "constantBytes" && m !== "quantBytes");
}
function usersOf(net) {
  const users = /* @__PURE__ */ new Map();
  for (const layer of net.layers)
    for (const name of new Set(layer.weights.map((w) => w.name))) users.set(name, (users.get(name) ?? 0) + 1);
  return users;
}
function sharing(layer, users) {
  const isShared = layer.weights.some((w) => w.role === "parameter" && (users?.get(w.name) ?? 0) > 1);
  return isShared ? "shared" : "own";
}

// src/diff/records.ts
function recordsOf(task, pairing, headExtent, differs2) {
  const { base, head } = task;
  const paths = sharesPaths(task, pairing);
  const drafts = noDrafts();
  const { ofBase, ofHead, add: draft } = drafts;
  const deltas = (ours, theirs) => deltasOf(base, head, ours, theirs, headExtent);
  const plainFolded = pairFolded(base, head, pairing);
  const besideFolded = new Set(plainFolded.flat());
  for (const region of regionsOf(base, head, pairing, (i, j) => isReplaced(task, i, j))) {
    const ours = region.base.flatMap((i) => base.layers[i] ?? []).filter((l) => !besideFolded.has(l));
    const theirs = region.head.flatMap((j) => head.layers[j] ?? []).filter((l) => !besideFolded.has(l));
    if (ours.length === 0 || theirs.length === 0) continue;
    const what = { what: "op", from: opsOf(ours), to: opsOf(theirs) };
    draft(
      theirs.length === 1 && ours.length > 1 ? "fused" : ours.length === 1 && theirs.length > 1 ? "split" : "rewritten",
      ours,
      theirs,
      [what]
    );
  }
  for (const { conv, norm, counterpart: counterpart2, isHead } of foldedNorms(task, pairing, differs2)) {
    const [i, j] = isHead ? [counterpart2, conv] : [conv, counterpart2];
    const changes = changesOf(base, head, i, j);
    const [ours, theirs] = isHead ? [[i], [j, norm]] : [[i, norm], [j]];
    const [left, right] = [ours.flatMap((n) => base.layers[n] ?? []), theirs.flatMap((n) => head.layers[n] ?? [])];
    if (!left.some((l) => ofBase.has(l)) && !right.some((l) => ofHead.has(l)))
      draft(isHead ? "split" : "fused", left, right, changes);
  }
  const plain = [];
  const retrained = [];
  const renamed = /* @__PURE__ */ new Map();
  base.layers.forEach((a, i) => {
    const b = head.layers[pairing.toHead[i] ?? -1];
    if (b === void 0) {
      if (!ofBase.has(a) && !besideFolded.has(a)) draft("removed", [a], [], []);
      return;
    }
    if (ofBase.has(a) || ofHead.has(b)) return;
    const difference = pairDeltas(base, head, a, b, headExtent);
    const outcome = outcomeOf(task, pairing, i, pairing.toHead[i] ?? -1, difference, differs2, paths);
    if (outcome.kind === "unchanged") plain.push({ a, b, deltas: difference });
    else if (outcome.kind === "renamed") {
      plain.push({ a, b, deltas: difference });
      const key2 = containers(a.module, b.module).join("\0");
      renamed.set(key2, [...renamed.get(key2) ?? [], [a, b]]);
    } else {
      draft(outcome.kind, [a], [b], outcome.changes);
      if (outcome.kind === "weightsOnly") retrained.push({ a, b, deltas: difference });
    }
  });
  head.layers.forEach((b, j) => {
    if ((pairing.toBase[j] ?? -1) < 0 && !ofHead.has(b) && !besideFolded.has(b)) draft("added", [], [b], []);
  });
  const serve = attachQuantization(task, pairing, plainFolded, drafts);
  const calls = pairCalls(task, pairing, plainFolded);
  for (const [from, to, pairs] of otherFunctions(calls.pairs))
    draft(
      "renamed",
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
      [{ what: "function", from, to }]
    );
  const foldedPairs = [...plainFolded, ...calls.pairs];
  const untied = [...plain.filter((p) => !ofBase.has(p.a)), ...retrained].filter(
    (p) => isUntied(p.deltas) && holdsWeights(base, p.a)
  );
  const [before, after] = untied.length === 0 ? [] : [usersOf(base), usersOf(head)];
  for (const { a, b } of untied) {
    const [from, to] = [sharing(a, before), sharing(b, after)];
    if (from === to) continue;
    const change = { what: "weights", from, to };
    const record = ofBase.get(a);
    if (record === void 0) draft("modified", [a], [b], [change]);
    else record.changes.push(change);
  }
  for (const [key2, pairs] of renamed) {
    const [from = "", to = ""] = key2.split("\0");
    const free = pairs.filter(([a]) => !ofBase.has(a));
    if (free.length > 0)
      draft(
        "renamed",
        free.map(([a]) => a),
        free.map(([, b]) => b),
        [{ what: "module", from, to }]
      );
  }
  const records = drafts.all.map(
    (d) => ({
      kind: d.kind,
      base: inOrder(d.base),
      head: inOrder(d.head),
      changes: d.changes,
      delta: deltas(d.base, d.head)
    })
  );
  const silent = plain.filter((p) => !ofBase.has(p.a));
  const pairedBase = new Set(foldedPairs.map(([a]) => a));
  const pairedHead = new Set(foldedPairs.map(([, b]) => b));
  const folded = {
    base: base.folded.filter((l) => !pairedBase.has(l) && !serve.has(l)),
    head: head.folded.filter((l) => !pairedHead.has(l) && !serve.has(l)),
    delta: residue(task, headExtent, records)
  };
  return {
    records: records.sort(byWeight),
    unchanged: silent.length + foldedPairs.filter(([a]) => !ofBase.has(a)).length,
    folded,
    inlined: calls.inlined,
    foldedPairs,
    pathsReplaced: !paths && bothHavePaths(task)
  };
}
function otherFunctions(pairs) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const [a, b] of pairs) {
    if (a.op === b.op) continue;
    const key2 = `${a.op}\0${b.op}`;
    const group = groups2.get(key2);
    if (group === void 0) groups2.set(key2, [[a, b]]);
    else group.push([a, b]);
  }
  return [...groups2.values()].map((group) => [group[0]?.[0].op ?? "", group[0]?.[1].op ?? "", group]);
}
function isReplaced(task, i, j) {
  return !isWeightedClass(task.base.classes[i] ?? "") && task.base.layers[i]?.op !== task.head.layers[j]?.op;
}
function opsOf(layers) {
  return inOrder(layers).map((l) => l.op).join(" + ");
}
function residue(task, headExtent, records) {
  const inBase = new Set(records.flatMap((r) => r.base));
  const inHead = new Set(records.flatMap((r) => r.head));
  const rest = (all, taken) => all.filter((l) => !taken.has(l));
  const ours = rest([...task.base.layers, ...task.base.folded], inBase);
  const theirs = rest([...task.head.layers, ...task.head.folded], inHead);
  return deltasOf(task.base, task.head, ours, theirs, headExtent);
}
function sharesPaths(task, pairing) {
  return task.base.layers.some((a, i) => {
    const b = task.head.layers[pairing.toHead[i] ?? -1];
    return b !== void 0 && a.module !== "" && a.module === b.module;
  });
}
function bothHavePaths({ base, head }) {
  return base.layers.some((l) => l.module !== "") && head.layers.some((l) => l.module !== "");
}
function containers(a, b) {
  const [x, y] = [a.split("."), b.split(".")];
  while (x.length > 1 && y.length > 1 && x.at(-1) === y.at(-1)) {
    x.pop();
    y.pop();
  }
  return [x.join("."), y.join(".")];
}
function inOrder(layers) {
  return [...layers].sort((a, b) => a.id - b.id);
}
var consequences = /* @__PURE__ */ new Set(["shapeOnly", "renamed"]);
function byWeight(x, y) {
  const rank = Number(consequences.has(x.kind)) - Number(consequences.has(y.kind));
  if (rank !== 0) return rank;
  for (const metric of ["macs", "parameters", "flops", "weightBytes"]) {
    const [a, b] = [x.delta.get(metric), y.delta.get(metric)].map((d) => d === void 0 ? 0n : magnitude(d.by));
    if (a !== void 0 && b !== void 0 && a !== b) return a > b ? -1 : 1;
  }
  const first = (r) => r.head[0]?.id ?? Infinity;
  const old = (r) => r.base[0]?.id ?? Infinity;
  return first(x) - first(y) || old(x) - old(y) || 0;
}

// src/diff/related.ts
var fewLayers = 12;
var maxBefore = 8;
function isRelated(task, pairing) {
  const smaller = Math.min(task.base.layers.length, task.head.layers.length);
  if (smaller < fewLayers) return true;
  const pairs = pairing.toHead.reduce((n, j) => n + Number(j >= 0), 0);
  return shareOfSure(task, pairing) >= 0.2 || pairs >= 0.3 * smaller && consistency(task, pairing) >= 0.7;
}
function shareOfSure({ base }, pairing) {
  let [weighted, sure] = [0, 0];
  base.layers.forEach((layer, i) => {
    if (!isWeightedClass(base.classes[i] ?? "") || mainWeight(layer) === void 0) return;
    weighted++;
    if ((pairing.toHead[i] ?? -1) >= 0 && (phases[pairing.phase[i] ?? 0]?.confidence ?? 0) >= 0.9) sure++;
  });
  return weighted === 0 ? 0 : sure / weighted;
}
function consistency({ base, head }, pairing) {
  const ours = pairedBefore(base, pairing.toHead);
  const theirs = pairedBefore(head, pairing.toBase);
  const [mine, others] = [new Int32Array(maxBefore), new Int32Array(maxBefore)];
  let [steps, kept] = [0, 0];
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (j < 0) continue;
    const [n, m] = [ours(i, mine), theirs(j, others)];
    steps += n + m;
    for (let at = 0; at < n; at++) {
      const p = mine[at] ?? 0;
      if (holds(others, m, p < 0 ? p : pairing.toHead[p] ?? -1)) kept += 2;
    }
  }
  return steps === 0 ? 1 : kept / steps;
}
function holds(list, length, wanted) {
  for (let at = 0; at < length; at++) if (list[at] === wanted) return true;
  return false;
}
function pairedBefore(net, partner) {
  const ofSingles = /* @__PURE__ */ new Map();
  const before = (at, into) => {
    let count = 0;
    const enter = (node) => {
      if (count < maxBefore && !holds(into, count, node)) into[count++] = node;
    };
    for (let e = net.inputs.start[at] ?? 0; e < (net.inputs.start[at + 1] ?? 0) && count < maxBefore; e++) {
      const from = net.inputs.node[e] ?? 0;
      if (from < 0 || (partner[from] ?? -1) >= 0) enter(from);
      else for (const p of ofSingles.get(from) ?? []) enter(p);
    }
    return count;
  };
  const found = new Int32Array(maxBefore);
  for (let at = 0; at < net.layers.length; at++)
    if ((partner[at] ?? -1) < 0) ofSingles.set(at, found.slice(0, before(at, found)));
  return before;
}

// src/diff/compare.ts
function compare2(base, head) {
  const ours = base.model && sketchesOf(base.model);
  const theirs = head.model && sketchesOf(head.model);
  const sameProducer = base.profile.model.producer === head.profile.model.producer;
  const context = {
    base: framesOf(base.profile),
    head: framesOf(head.profile),
    ours,
    theirs,
    headExtent: alignSymbols(base.profile, head.profile),
    baseExtent: alignSymbols(head.profile, base.profile),
    differs: contentComparer(ours, theirs, sameProducer)
  };
  const matched = matchNets(netOf(base.profile, context.base.main), netOf(head.profile, context.head.main), context);
  const totals = totalDeltas(base.profile.totals, head.profile.totals, context.headExtent);
  const notes = notesOf(base, head);
  if (!isRelated(matched.task, matched.pairing)) {
    const nothing2 = { base: [], head: [], delta: /* @__PURE__ */ new Map() };
    const why = "The two are different architectures: few layers have a counterpart, so only totals are compared.";
    return {
      records: [],
      unchanged: 0,
      pairs: [],
      folded: nothing2,
      blocks: [],
      totals,
      related: false,
      notes: [...notes, why]
    };
  }
  const part = partOf(matched, context, 0);
  if (part.pathsReplaced)
    notes.push("No module path is the same on both sides; layers were paired by weights and structure.");
  return {
    records: part.records,
    unchanged: part.unchanged,
    pairs: part.pairs.toSorted((a, b) => a.base.id - b.base.id),
    folded: part.folded,
    blocks: part.blocks,
    totals,
    related: true,
    notes: [...notes, ...inlinedNotes(part)]
  };
}
function matchNets(left, right, { ours, theirs, headExtent, baseExtent }) {
  const evidence = evidenceOf(left, right, ours, theirs);
  if (order(left, right, evidence) <= 0) return match(left, right, headExtent, evidence);
  const { task, pairing } = match(right, left, baseExtent, mirrorEvidence(evidence));
  return { task: mirrored(task), pairing: mirrorPairing(pairing) };
}
var deepest2 = 64;
var emptyFrame = { layers: [], inner: /* @__PURE__ */ new Map() };
function partOf({ task, pairing, within }, context, depth) {
  const parts = [];
  const opened = /* @__PURE__ */ new Set();
  if (depth < deepest2 && task.base.inner.size > 0)
    for (const [i, owner] of task.base.layers.entries()) {
      const other = task.base.inner.has(owner) ? task.head.layers[pairing.toHead[i] ?? -1] : void 0;
      const bodies = other && bodiesOf({ task, pairing }, owner, other, context);
      if (other === void 0 || bodies === void 0) continue;
      opened.add(owner).add(other);
      for (const body of bodies) parts.push(partOf(body, context, depth + 1));
    }
  return joined(ownPart({ task: without(task, opened), pairing, ...within && { within } }, context), parts);
}
function bodiesOf({ task, pairing }, ours, theirs, context) {
  const [left, right] = [context.base.bodiesOf(ours), context.head.bodiesOf(theirs)];
  const bodies = [];
  for (const body of /* @__PURE__ */ new Set([...left.keys(), ...right.keys()])) {
    const base = { net: task.base, owner: ours, body, frame: left.get(body) ?? emptyFrame };
    const head = { net: task.head, owner: theirs, body, frame: right.get(body) ?? emptyFrame };
    const matched = matchNets(...bodyNets(base, head, pairing), context);
    if (!isRelated(matched.task, matched.pairing)) return void 0;
    bodies.push({ ...matched, within: { base: ours, head: theirs, body } });
  }
  return bodies;
}
function without(task, opened) {
  if (opened.size === 0) return task;
  const closed = (net) => {
    const inner = /* @__PURE__ */ new Map();
    for (const layer of [...net.layers, ...net.folded]) {
      const layers = opened.has(layer) ? void 0 : net.inner.get(layer);
      if (layers !== void 0) inner.set(layer, layers);
    }
    return { ...net, inner };
  };
  return { ...task, base: closed(task.base), head: closed(task.head) };
}
function ownPart({ task, pairing, within }, { headExtent, differs: differs2 }) {
  const { foldedPairs, ...recorded } = recordsOf(task, pairing, headExtent, differs2);
  const blocks = blockChanges(task, pairing).map((block) => {
    if (within === void 0) return block;
    return { ...block, within: { owner: block.to > block.from ? within.head : within.base, body: within.body } };
  });
  return { ...recorded, blocks, pairs: pairsOf(task, pairing, foldedPairs) };
}
function joined(own, parts) {
  if (parts.length === 0) return own;
  const all = [own, ...parts];
  return {
    records: all.flatMap(({ records }) => records).sort(byWeight),
    blocks: all.flatMap(({ blocks }) => blocks),
    unchanged: all.reduce((n, { unchanged }) => n + unchanged, 0),
    pairs: all.flatMap(({ pairs }) => pairs),
    folded: {
      base: all.flatMap(({ folded }) => folded.base),
      head: all.flatMap(({ folded }) => folded.head),
      delta: addDeltas(all.map(({ folded }) => folded.delta))
    },
    inlined: {
      base: all.reduce((n, { inlined }) => n + inlined.base, 0),
      head: all.reduce((n, { inlined }) => n + inlined.head, 0)
    },
    pathsReplaced: own.pathsReplaced
  };
}
function mirrored(task) {
  return {
    base: task.head,
    head: task.base,
    labels: { base: task.labels.head, head: task.labels.base, looks: task.labels.looks },
    baseOrder: task.headOrder,
    headOrder: task.baseOrder,
    baseAt: task.headAt,
    headAt: task.baseAt,
    baseAlone: task.headAlone,
    headAlone: task.baseAlone,
    looks: (i, j) => task.looks(j, i),
    content: (i, j) => task.content(j, i),
    path: (i, j) => task.path(j, i)
  };
}
function pairsOf(task, pairing, folded) {
  const pairs = [];
  task.base.layers.forEach((base, i) => {
    const head = task.head.layers[pairing.toHead[i] ?? -1];
    const found = phases[pairing.phase[i] ?? 0];
    if (head !== void 0 && found !== void 0)
      pairs.push({ base, head, phase: found.name, confidence: found.confidence });
  });
  for (const [base, head] of folded) pairs.push({ base, head, phase: "folded", confidence: 0.9 });
  return pairs;
}
function inlinedNotes({ inlined }) {
  const { base, head } = inlined;
  if (base === 0 && head === 0) return [];
  const calls = (n) => n === 1 ? "1 call" : `${n} calls`;
  const said = [
    ...base > 0 ? [`${calls(base)} of a local function in the base ${base === 1 ? "is" : "are"} written out in the head`] : [],
    ...head > 0 ? [`${calls(head)} of a local function in the head ${head === 1 ? "is" : "are"} written out in the base`] : []
  ];
  return [`${said.join("; ")}: the exporter's spelling, which costs nothing of its own.`];
}
function notesOf(base, head) {
  const notes = [];
  const [before, after] = [base.profile.model, head.profile.model];
  if (before.producer !== after.producer)
    notes.push(`Another exporter: ${before.producer || "unnamed"} \u2192 ${after.producer || "unnamed"}.`);
  const [from, to] = [before.opsets.get(""), after.opsets.get("")];
  if (from !== void 0 && to !== void 0 && from !== to) notes.push(`Another operator set: ${from} \u2192 ${to}.`);
  const without2 = [base, head].filter((s) => s.model === void 0 || !hasData(s));
  if (without2.length > 0)
    notes.push(
      "Weight values are not at hand on both sides: layers were paired without them, and retrained weights do not show."
    );
  return notes;
}
function hasData({ model, profile }) {
  if (model === void 0 || model.sparse) return false;
  for (const layer of profile.layers)
    for (const w of layer.weights) {
      if (w.role !== "parameter") continue;
      const tensor = model.graph.tensors.get(w.name);
      if (tensor !== void 0 && tensor.elementCount > 1n) return tensor.elements(0, 1) !== void 0;
    }
  return true;
}

// src/diff/transfer.ts
function transfer(diff, base, head) {
  if (!isSame2(base) || !isSame2(head)) return void 0;
  const ours = (l) => base.after.layers[l.id] ?? l;
  const theirs = (l) => head.after.layers[l.id] ?? l;
  return {
    pairs: diff.pairs.map((p) => ({ base: ours(p.base), head: theirs(p.head) })),
    records: diff.records.map((r) => ({ base: r.base.map(ours), head: r.head.map(theirs) }))
  };
}
function isSame2({ before, after }) {
  if (before.layers.length !== after.layers.length) return false;
  return before.layers.every((layer, i) => {
    const other = after.layers[i];
    return other !== void 0 && other.op === layer.op && other.index === layer.index && other.name === layer.name;
  });
}

// src/report/places.ts
var deepest3 = 32;
function placeName(layer, layers) {
  let text = "";
  let at = layer;
  for (let depth = 0; at !== void 0 && depth < deepest3; depth++) {
    const owner = at.owner === void 0 ? void 0 : layers[at.owner];
    const module = ownModule(at, owner);
    text = `${module || plainName(at)}${text}`;
    let graph = at;
    let around = owner;
    if (module !== "")
      while (around !== void 0 && isCall(around)) {
        graph = around;
        around = around.owner === void 0 ? void 0 : layers[around.owner];
      }
    if (around === void 0) return text;
    text = isCall(around) ? `/${text}` : `.${graph.body ?? ""}/${text}`;
    at = around;
  }
  return text;
}
function placeInFunction(layer, layers) {
  const path = [plainName(layer)];
  let at = layer;
  for (let depth = 0; at.owner !== void 0 && depth < deepest3; depth++) {
    const owner = layers[at.owner];
    if (owner === void 0 || !isCall(owner)) break;
    path.unshift(owner.op);
    at = owner;
  }
  return path.length === 1 ? void 0 : path.join("/");
}
function ownModule({ module }, owner) {
  return owner !== void 0 && module === owner.module ? "" : module;
}
function plainName({ name, op, outputs, owner }) {
  const output = outputs[0]?.name ?? "";
  return name || (owner === void 0 ? output : output.slice(output.lastIndexOf("/") + 1)) || op;
}

// src/report/assemble.ts
function assemble(findings) {
  const { verdict } = findings;
  const problems = [...findings.problems ?? [], ...verdict.problems];
  return {
    schema: "flopgate.report/1",
    tool: { name: "flopgate", version: findings.version },
    verdict: problems.some(({ severity }) => severity === "fatal") ? "fail" : verdict.verdict,
    convention: findings.convention ?? "flopgate",
    ...findings.counting !== void 0 && { counting: findings.counting },
    base: findings.base,
    head: findings.head,
    models: findings.models.map((model) => modelReport(model, findings.pairs === true)).sort(byPath),
    checks: verdict.checks.map(checkReport),
    ...verdict.waivedBy !== void 0 && { waivedBy: verdict.waivedBy },
    ...findings.transfer !== void 0 && { transfer: findings.transfer },
    problems: problems.map(problemReport)
  };
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
function modelReport(model, withPairs) {
  const { base, head, diff } = model;
  const lists = { base: base?.layers ?? [], head: head?.layers ?? [] };
  const layers = (diff?.records ?? []).map((record) => layerReport(record, lists));
  const explanation = explain(diff?.records ?? []);
  const shown = head ?? base;
  const sides = model.free ?? model;
  const growth = sides.base === null || sides.head === null ? [] : growthReport(sides.base, sides.head);
  const exported = base === null || head === null || diff === null ? void 0 : exportOf(base, head, diff);
  return {
    path: model.path,
    ...model.basePath !== void 0 && { basePath: model.basePath },
    status: model.status,
    ...model.pairedBy !== void 0 && { pairedBy: model.pairedBy },
    base: base && totalsReport(base),
    head: head && totalsReport(head),
    delta: base === null || head === null ? {} : totalDeltas2(base, head),
    ...model.scenarios !== void 0 && { scenarios: model.scenarios.map((s) => scenarioReport(s, shown)) },
    ...growth.length > 0 && { growth },
    ...widthsReport(base, head),
    layers,
    unchangedLayers: diff?.unchanged ?? 0,
    ...explanation !== void 0 && { explanation },
    ...withPairs && pairsReport(diff?.pairs ?? [], lists),
    folded: {
      base: diff?.folded.base.length ?? 0,
      head: diff?.folded.head.length ?? 0,
      delta: diff === null ? {} : deltasReport(diff.folded.delta)
    },
    blocks: (diff?.blocks ?? []).map((block) => blockReport(block, lists)),
    ...exported !== void 0 && { exported },
    related: diff?.related ?? true,
    coverage: shown === null ? null : coverageReport(shown),
    assumptions: shown?.assumptions ?? [],
    notes: diff?.notes ?? [],
    problems: [...model.problem === void 0 ? [] : [sided(model, model.problem)], ...shown?.problems ?? []].map(
      problemReport
    )
  };
}
function exportOf(base, head, diff) {
  const [a, b] = [base.model, head.model];
  const opsets = [a, b].map(({ opsets: opsets2 }) => opsets2.get("")?.toString() ?? "none");
  const [from = "", to = ""] = opsets;
  const records = diff.records.filter(isExporters);
  const summed = new Map(diff.folded.delta);
  for (const record of records)
    for (const [metric, { from: from2, to: to2 }] of record.delta) {
      const sum2 = summed.get(metric) ?? { from: 0n, to: 0n };
      const [left, right] = [add(sum2.from, from2), add(sum2.to, to2)];
      summed.set(metric, { from: left, to: right, by: sub(right, left) });
    }
  const delta = new Map([...summed].filter(([, { by }]) => by !== 0n));
  const [otherProducer, otherOpset] = [a.producer !== b.producer, from !== to];
  if (!diff.related || !otherProducer && !otherOpset && delta.size === 0) return void 0;
  return {
    ...otherProducer && { producer: [a.producer, b.producer] },
    ...otherOpset && { opset: [from, to] },
    delta: deltasReport(delta)
  };
}
function isExporters({ kind, changes, base, head }) {
  if (kind !== "fused" && kind !== "split" && kind !== "rewritten") return false;
  const operators = changes.filter(({ what }) => what === "op");
  if (operators.length > 0) return changes.every((change) => isRespelling(change));
  return changes.every(({ what }) => what === "bias") && [...base, ...head].some(({ op }) => op === "BatchNormalization");
}
function scenarioReport(scenario, whole) {
  const { name, base, head } = scenario;
  return {
    name,
    base: base && totalsReport(base),
    head: head && totalsReport(head),
    delta: base === null || head === null ? {} : totalDeltas2(base, head),
    assumptions: (head ?? base)?.assumptions ?? [],
    problems: ownProblems(scenario, whole).map(problemReport)
  };
}
var totalNames = Object.keys(modelMetrics).filter(isModelMetric).filter((m) => m !== "coverage");
function totalsReport(profile) {
  return Object.fromEntries(totalNames.map((metric) => [metric, numberJson(measured(profile, metric))]));
}
function totalDeltas2(base, head) {
  const inBaseWords = alignSymbols(base, head);
  const deltas = totalNames.flatMap((metric) => {
    const [from, to] = [measured(base, metric), measured(head, metric)];
    if (isShare(from) || isShare(to)) return [];
    return [[metric, deltaReport({ from, to, by: sub(inBaseWords(to), from) })]];
  });
  return Object.fromEntries(deltas);
}
function deltasReport(deltas) {
  return Object.fromEntries([...deltas].map(([metric, delta]) => [metric, deltaReport(delta)]));
}
function deltaReport({ from, to, by }) {
  const ratio = ratioOf(by, from);
  return {
    from: dimToJson(from),
    to: dimToJson(to),
    by: dimToJson(by),
    ...ratio !== void 0 && { ratio },
    ...signReport(by)
  };
}
function ratioOf(by, from) {
  if (isUnknown(by) || isUnknown(from) || from === 0n) return void 0;
  if (by === 0n) return 0;
  if (typeof by === "bigint" && typeof from === "bigint") return quotient(by, from);
  if (!isSymbolic(by) || !isSymbolic(from)) return void 0;
  const [p, q] = [by.terms[0]?.coefficient, from.terms[0]?.coefficient];
  if (p === void 0 || q === void 0 || keyOf(mul(by, q)) !== keyOf(mul(from, p))) return void 0;
  return quotient(p, q);
}
function quotient(a, b) {
  const scaled = a * 10n ** 12n / b;
  return Number(scaled) / 1e12;
}
function layerReport({ kind, base, head, changes, delta }, lists) {
  const [before, after] = [mainOf(base), mainOf(head)];
  const baseName = before === void 0 ? void 0 : placeName(before, lists.base);
  const name = after === void 0 ? baseName ?? "" : placeName(after, lists.head);
  const within = after === void 0 ? before && placeInFunction(before, lists.base) : placeInFunction(after, lists.head);
  const isInner = [...base, ...head].some(({ index }) => index === null);
  return {
    kind,
    base: base.map(({ index }) => index),
    head: head.map(({ index }) => index),
    ...isInner && { baseIds: base.map(({ id }) => id), headIds: head.map(({ id }) => id) },
    name,
    ...after !== void 0 && baseName !== void 0 && baseName !== name && { baseName },
    ...within !== void 0 && { function: within },
    op: (after ?? before)?.op ?? "",
    changes,
    delta: deltasReport(delta)
  };
}
function blockReport({ name, from, to, within }, lists) {
  if (within === void 0) return { name, from, to };
  const place2 = placeName(within.owner, to > from ? lists.head : lists.base);
  return { name, from, to, place: `${place2}.${within.body}` };
}
function pairsReport(pairs, lists) {
  const inner = pairs.filter(({ base, head }) => base.index === null || head.index === null);
  return {
    pairs: pairs.filter(({ base, head }) => base.index !== null || head.index !== null).map(({ base, head }) => [base.index, head.index]),
    ...inner.length > 0 && {
      innerPairs: inner.map(({ base, head }) => ({
        base: { id: base.id, name: placeName(base, lists.base) },
        head: { id: head.id, name: placeName(head, lists.head) }
      }))
    }
  };
}
function mainOf(layers) {
  return layers.find(({ op }) => !/^(Dynamic)?(Quantize|Dequantize)Linear$/.test(op)) ?? layers[0];
}
var telling = ["macs", "parameters", "flops", "weightBytes", "readBytes", "writeBytes"];
function explain(records) {
  for (const metric of telling) {
    const changes = records.map(({ delta }) => delta.get(metric)?.by ?? 0n);
    if (!changes.every(isKnown)) return void 0;
    const moved = changes.map((by) => by < 0n ? -by : by);
    const total = moved.reduce((a, b) => a + b, 0n);
    if (total === 0n) continue;
    let covered = 0n;
    const enough = moved.findIndex((m) => {
      covered += m;
      return covered * 10n >= total * 9n;
    });
    return { metric, layers: enough + 1 };
  }
  return void 0;
}
function coverageReport({ coverage }) {
  const { nodes, known, symbolic, unknown: unknown2, unknownOperators } = coverage;
  return { nodes, known, symbolic, unknown: unknown2, unknownOperators: Object.fromEntries(unknownOperators) };
}
function checkReport(check) {
  const { actual, base, limit, headroom, ...rest } = check;
  return {
    ...rest,
    actual: numberJson(actual),
    ...base !== void 0 && { base: numberJson(base) },
    limit: limit === null ? null : numberJson(limit),
    ...headroom !== void 0 && { headroom: dimToJson(headroom) }
  };
}
function numberJson(value) {
  return isShare(value) ? Number(value.part) / Number(value.whole) : dimToJson(value);
}
function sided({ status }, problem2) {
  if (status === "unreadable") return problem2;
  return { ...problem2, severity: "warning", message: `The base cannot be read: ${problem2.message}` };
}
function problemReport({ code, severity, message, help, at }) {
  return { code, severity, message, help, ...at !== void 0 && { at } };
}

// src/gate.ts
function pairUp(base, head, paths, options, convention) {
  const reading = { savedProfiles: true, convention };
  const [before, after] = [open(base, paths.base, reading), open(head, paths.head, reading)];
  const ours = measure(before, paths.base, options, after);
  const theirs = measure(after, paths.head, options, before);
  return { base: ours.profile, head: theirs.profile, diff: compare2(ours, theirs) };
}
function gate(request) {
  const { cases, savedProfiles = false, convention } = request;
  const models = cases.map((one, i) => {
    request.progress?.(one.path, i, cases.length);
    return measureCase(one, { savedProfiles, convention });
  });
  return decide2(request, models);
}
function decide2(question, models) {
  const { base, head, config, problems, pairs, waivedBy, notWaived, convention, partial = false } = question;
  const verdict = judge(config, models, {
    partial,
    ...waivedBy !== void 0 && { waivedBy },
    ...notWaived !== void 0 && { notWaived }
  });
  return assemble({
    version,
    ...conventionOf(convention, models),
    base,
    head,
    models,
    verdict,
    problems,
    ...pairs !== void 0 && { pairs },
    ...question.transfer !== void 0 && { transfer: question.transfer }
  });
}
function conventionOf(convention, models) {
  const own = convention ?? flopgate;
  const labels = models.flatMap((m) => [m.head ?? m.base ?? []].flat()).map((profile) => profile.convention);
  const { id, title, version: read, accuracy, why, unit } = labels.find((l) => l.accuracy === "near") ?? own;
  return { convention: id, counting: { id, title, version: read, accuracy, why, unit } };
}
function measureCase({ path, basePath, status, pairedBy, options, scenarios = [], free = [], ...one }, reading) {
  const about = { path, ...basePath !== void 0 && { basePath }, ...pairedBy !== void 0 && { pairedBy } };
  const before = attempt2(() => one.base && open(one.base, basePath ?? path, reading));
  const after = attempt2(() => one.head && open(one.head, path, reading));
  const base = attempt2(() => before.value && measure(before.value, basePath ?? path, options, after.value));
  const head = attempt2(() => after.value && measure(after.value, path, options, before.value));
  const headProblem = after.problem ?? head.problem ?? (one.head === null ? one.unreadable : void 0);
  const problem2 = headProblem ?? before.problem ?? base.problem ?? one.unreadable;
  const sides = { path, basePath: basePath ?? path, before: before.value, after: after.value };
  const diff = base.value && head.value ? compare2(base.value, head.value) : null;
  const measured2 = { base: base.value?.profile ?? null, head: head.value?.profile ?? null, diff };
  return {
    ...about,
    status: headProblem !== void 0 && status !== "removed" ? "unreadable" : status,
    ...measured2,
    ...problem2 !== void 0 && { problem: problem2 },
    ...scenarios.length > 0 && { scenarios: scenarios.map((s) => measureScenario(sides, s, measured2)) },
    ...free.length > 0 && freeSides(sides, options, free)
  };
}
function measureScenario(sides, { name, options }, whole) {
  const { path, basePath, before, after } = sides;
  const base = attempt2(() => before && measure(before, basePath, options, after));
  const head = attempt2(() => after && measure(after, path, options, before));
  const problem2 = head.problem ?? base.problem;
  return {
    name,
    base: base.value?.profile ?? null,
    head: head.value?.profile ?? null,
    counterparts: counterparts2(base.value, head.value, whole),
    ...problem2 !== void 0 && { problem: problem2 }
  };
}
function counterparts2(base, head, whole) {
  if (base === null || head === null) return null;
  if (whole.diff === null || whole.base === null || whole.head === null) return compare2(base, head);
  const [ours, theirs] = [
    { before: whole.base, after: base.profile },
    { before: whole.head, after: head.profile }
  ];
  return transfer(whole.diff, ours, theirs) ?? compare2(base, head);
}
function freeSides(sides, options, free) {
  const { path, basePath, before, after } = sides;
  if (options.inputs.size === 0 && !free.some((name) => options.bind.has(name))) return {};
  const one = (side2, at, other) => "model" in side2 ? measure(side2, at, optionsFreeOf(options, free, side2.model.graph), other) : side2;
  const base = attempt2(() => before && one(before, basePath, after));
  const head = attempt2(() => after && one(after, path, before));
  return { free: { base: base.value?.profile ?? null, head: head.value?.profile ?? null } };
}
function attempt2(step2) {
  try {
    return { value: step2() };
  } catch (error) {
    if (error instanceof FlopgateError) return { value: null, problem: error.problem };
    throw error;
  }
}

export {
  judge,
  netOf,
  keysOf,
  surroundings,
  sketchesOf,
  contentHash,
  compare2 as compare,
  pairUp,
  gate,
  decide2 as decide,
  measureCase
};

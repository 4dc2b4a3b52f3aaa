import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  csvField,
  htmlText,
  logText,
  markdownCell,
  markdownCode,
  markdownSentence,
  terminalText
} from "./chunk-RHWYGJMU.js";
import {
  capital,
  caveats,
  caveatsOf,
  changeWords,
  checkNumber,
  conventionText,
  explanationText,
  familyOf,
  formatCount,
  formatDelta,
  formatExactly,
  formatRatio,
  formatSigned,
  growthLines,
  headroomText,
  isChange,
  isGiven,
  isRespelling,
  kindCounts,
  kindName,
  list,
  mainChange,
  metricName,
  modelChange,
  numeral,
  profileWidths,
  quote,
  rankedModels,
  say,
  scenarioColumns,
  scenarioPhrase,
  severityIcon,
  signPhrase,
  sortedChecks,
  spoken,
  standingIcon,
  standingName,
  standingOf,
  standings,
  transferText,
  usedShare,
  usedText,
  verdictIcon,
  verdictSentence,
  widthCells,
  widthLines
} from "./chunk-2JN5FKMZ.js";
import {
  costKeys,
  counted,
  profileToJson,
  strictJson,
  totalKeys
} from "./chunk-PTBSFD6O.js";
import {
  metricMeaning
} from "./chunk-ULP5QT45.js";
import {
  dimFromJson,
  dimToJson,
  fail,
  formatShape
} from "./chunk-3BSD2VQC.js";
import {
  add,
  isUnknown,
  sub
} from "./chunk-XNNL2VAW.js";

// src/report/csv.ts
var ofModels = totalKeys.filter((metric) => !costKeys.some((key) => key === metric));
function reportCsv(report) {
  const titles = ["model", "kind", "name", "baseName", "op", "baseIndex", "headIndex", "changes"];
  const three = (metric) => [`${metric}From`, `${metric}To`, `${metric}By`];
  const heads = [...titles, ...costKeys.flatMap(three), "scenario", ...ofModels.flatMap(three)];
  const none = ofModels.flatMap(() => ["", "", ""]);
  const rows = report.models.flatMap((model) => [
    ...model.layers.map((layer) => [
      model.path,
      layer.kind,
      layer.name,
      layer.baseName ?? "",
      layer.op,
      indices(layer.base),
      indices(layer.head),
      layer.changes.map(({ what, from, to }) => `${what} ${from ?? "none"} \u2192 ${to ?? "none"}`).join("; "),
      ...costKeys.flatMap((metric) => deltaFields(layer.delta, metric)),
      "",
      ...none
    ]),
    ...(model.scenarios ?? []).map((scenario) => scenarioFields(model, scenario))
  ]);
  return lines([heads, ...rows]);
}
function scenarioFields({ path }, scenario) {
  const three = (metric) => totalFields(scenario, metric);
  const measured = scenario.assumptions.join("; ");
  return [
    path,
    "total",
    "",
    "",
    "",
    "",
    "",
    measured,
    ...costKeys.flatMap(three),
    scenario.name,
    ...ofModels.flatMap(three)
  ];
}
function totalFields({ base, head, delta }, metric) {
  const change = delta[metric];
  if (change !== void 0) return deltaFields(delta, metric);
  return [field(base?.[metric] ?? null), field(head?.[metric] ?? null), ""];
}
function profilesCsv(profiles) {
  const titles = [
    "model",
    "index",
    "name",
    "op",
    "domain",
    "module",
    "outputs",
    ...costKeys,
    "status",
    "dead",
    "untaken",
    "scenario"
  ];
  return lines([
    titles,
    ...profiles.flatMap(
      ({ model, layers: layers2, scenario = "" }) => layers2.map((layer) => [...layerFields(model.path, layer), scenario])
    )
  ]);
}
function layerFields(path, layer) {
  const outputs = layer.outputs.map(({ name, dtype, shape }) => `${name} ${dtype ?? "unknown"} ${formatShape(shape)}`);
  return [
    path,
    layer.index,
    layer.name,
    layer.op,
    layer.domain,
    layer.module,
    outputs.join("; "),
    ...costKeys.map((metric) => field(dimToJson(layer[metric]))),
    layer.status,
    layer.dead === true ? "dead" : "",
    layer.untaken === true ? "untaken" : ""
  ];
}
function deltaFields(delta, metric) {
  const change = delta[metric];
  return change === void 0 ? ["", "", ""] : [field(change.from), field(change.to), field(change.by)];
}
function field(value) {
  return typeof value === "string" && /^-?\d+$/.test(value) ? BigInt(value) : value;
}
function indices(list2) {
  return list2.map((index) => index ?? "").join(" ");
}
function lines(rows) {
  return rows.map((row) => `${row.map(csvField).join(",")}
`).join("");
}

// src/report/provenance.ts
var shortId = 12;
function revisionPhrase({ label, sha, how }) {
  const at = sha === void 0 ? [] : [" at ", quote(sha.slice(0, shortId))];
  return [quote(label), ...at, ...how === void 0 ? [] : [" (", quote(how), ")"]];
}
function sourcePhrases(report) {
  const { base, head, convention, counting, tool } = report;
  const from = base === null ? ["no base"] : revisionPhrase(base);
  return [
    [...from, " \u2192 ", ...revisionPhrase(head)],
    ["convention ", quote(conventionText(convention, counting))],
    ...transferText(report).map((text2) => [text2]),
    ["Flopgate ", quote(tool.version)]
  ];
}
function waiverPhrase({ label, actor, at, commit }) {
  const said2 = (word, text2) => text2 === void 0 ? [] : [` ${word} `, quote(text2)];
  return [
    "with the label ",
    quote(label),
    ...said2("by", actor),
    ...said2("at", at),
    ...said2("for", commit?.slice(0, shortId))
  ];
}
function placeText(at) {
  if (at?.file === void 0) return "";
  return `${at.file}${at.line === void 0 ? "" : `:${at.line}`}`;
}

// src/report/html/markup.ts
var Html = class _Html {
  #markup;
  constructor(markup) {
    this.#markup = markup;
  }
  static of(literals, values2) {
    let markup = literals[0] ?? "";
    for (const [i, value] of values2.entries()) markup += `${written(value)}${literals[i + 1] ?? ""}`;
    return new _Html(markup);
  }
  toString() {
    return this.#markup;
  }
};
function html(literals, ...values2) {
  return Html.of(literals, values2);
}
function written(value) {
  if (value instanceof Html) return value.toString();
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return htmlText(value);
  let markup = "";
  for (const part2 of value) markup += written(part2);
  return markup;
}
var nothing = html``;
function code(text2) {
  return html`<code>${text2.trim() === "" ? "(empty)" : text2}</code>`;
}
function dressed(phrase) {
  return phrase.map((part2) => typeof part2 === "string" ? part2 : code(part2.quoted));
}
function heading(level, content, id) {
  const named = id === void 0 ? nothing : html` id="${id}"`;
  return level === 2 ? html`<h2${named}>${content}</h2>\n` : html`<h3${named}>${content}</h3>\n`;
}

// src/report/html/cells.ts
function scrolled(label, table2, size2 = "plain") {
  return html`<div class="scroll ${size2}" tabindex="0" role="region" aria-label="${label}">
${table2}</div>
`;
}
function tableOf(caption, columns, rows) {
  const heads = columns.map(({ title: title2, kind = "" }) => html`<th scope="col" class="${kind}">${title2}</th>`);
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}
function short(value, text2) {
  return dressed([numeral(value, text2)]);
}
function isSpelled(text2, exact) {
  return text2 === exact || text2 === `${exact} B`;
}
function countCell(value, metric, why) {
  const text2 = formatCount(value, familyOf(metric));
  const exact = value === null ? why ?? "unknown" : formatExactly(value);
  if (isSpelled(text2, exact)) return html`<td class="n">${short(value, text2)}</td>`;
  return html`<td class="n" title="${exact}">${short(value, text2)}</td>`;
}
function spelledCell(value, text2, why) {
  const exact = value === null ? why ?? "" : formatExactly(value);
  const below = exact === "" || isSpelled(text2, exact) ? nothing : html`<span class="exact">${exact}</span>`;
  return html`<td class="n">${short(value, text2)}${below}</td>`;
}
function changeCell(delta, metric) {
  if (delta === void 0) return html`<td class="n"></td>`;
  const { from, to, by } = delta;
  const title2 = `${formatExactly(from)} \u2192 ${formatExactly(to)}`;
  const exact = typeof by === "number" ? html` data-n="${by}"` : nothing;
  return html`<td class="n ${toneOf(by)}" title="${title2}"${exact}>${short(by, formatSigned(by, familyOf(metric)))}</td>`;
}
function toneOf(by) {
  if (by === 0) return "";
  if (typeof by === "number") return by > 0 ? "more" : "less";
  if (by === null || !/^-?\d+$/.test(by)) return "open";
  return by.startsWith("-") ? "less" : "more";
}
function deltaCells(change, metric) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const tone = toneOf(change.by);
  const sides = [spelledCell(change.from, from), spelledCell(change.to, to)];
  if (change.by === 0) return [...sides, html`<td class="n"></td>`, html`<td class="n">=</td>`];
  const exact = formatExactly(change.by);
  const signed = tone === "more" ? `+${exact}` : exact;
  const below = isSpelled(by, signed) || tone === "open" ? nothing : html`<span class="exact">${signed}</span>`;
  return [
    ...sides,
    html`<td class="n ${tone}">${short(change.by, by)}${below}</td>`,
    html`<td class="n ${tone}">${formatRatio(change.ratio) || dressed(signPhrase(change))}</td>`
  ];
}
function shareCell(share, text2, tone = "") {
  if (share === void 0 || text2 === "") return html`<td class="share n"></td>`;
  return html`<td class="share n">${track(share, tone)}${text2}</td>`;
}
function track(share, tone) {
  const width2 = Math.max(0, Math.min(100, Math.round(share * 100)));
  const bar2 = width2 === 0 ? nothing : html`<i class="w${width2}"></i>`;
  return html`<span class="track ${tone}" aria-hidden="true">${bar2}</span>`;
}
function nameCell(name, more = "") {
  return html`<th scope="row">${code(name)}${more}</th>`;
}

// src/report/html/checks.ts
var marks = { failed: "\u2715", undecided: "?", warned: "!", unsure: "?", waived: "~", met: "\u2713" };
function checksSection(report) {
  if (report.checks.length === 0) return nothing;
  const rows = sortedChecks(report.checks).map(checkRow);
  const columns = [
    { title: "Result" },
    { title: "Scope" },
    { title: "Budget" },
    { title: "Base", kind: "n" },
    { title: "Head", kind: "n" },
    { title: "Used", kind: "n" },
    { title: "Headroom", kind: "n" }
  ];
  return html`<section aria-labelledby="budgets">
<h2 id="budgets">Budgets</h2>
${waived(report)}${scrolled("Budgets", tableOf("What does not hold first, then by how much is used", columns, rows))}</section>
`;
}
function waived({ waivedBy }) {
  if (waivedBy === void 0) return nothing;
  return html`<p><span class="badge waived">${marks.waived} accepted</span> What is exceeded was accepted ${dressed(waiverPhrase(waivedBy))}.</p>
`;
}
function checkRow(check) {
  const standing = standingOf(check);
  const said2 = [check.why, check.result === "met" ? void 0 : check.message].flatMap(
    (s) => s === void 0 ? [] : [html`<span class="exact">${capital(s)}</span>`]
  );
  const scenario = check.scenario === void 0 || check.scope.includes(check.scenario) ? "" : html` in ${code(check.scenario)}`;
  return html`<tr><td><span class="badge ${standing}">${marks[standing]} ${standingName[standing]}</span></td><td class="place">${code(check.scope)}${scenario}</td>
<th scope="row">${code(check.budget)}${said2}</th>${check.base === void 0 ? html`<td class="n"></td>` : number(check, check.base)}${number(check, check.actual)}
${shareCell(usedShare(check), usedText(check), standing)}<td class="n">${headroomText(check)}</td></tr>
`;
}
function number(check, value) {
  const text2 = checkNumber(check, value);
  const isCount = check.metric !== "coverage" && check.kind !== "degree";
  return isCount ? spelledCell(value, text2) : html`<td class="n">${text2}</td>`;
}

// src/report/lines.ts
var few = 3;
var mostBlocks = 10;
function storyLines(model, story) {
  const more = story.blocks.length - mostBlocks;
  return [
    ...story.blocks.slice(0, mostBlocks).map(blockLine),
    ...more > 0 ? [[`${more} more families of blocks.`]] : [],
    ...offsetLines(model),
    ...story.folds.map((fold) => foldLine(fold, story)),
    ...exportLines(model)
  ];
}
function statusPhrase({ status, path, basePath = path, pairedBy }) {
  if (basePath === path) return [status];
  if (status !== "renamed") return [status, ", was ", quote(basePath)];
  return ["renamed from ", quote(basePath), ...pairedBy === void 0 ? [] : [", and edited"]];
}
function layersSentence({ layers: layers2, unchangedLayers }) {
  const total2 = layers2.length === 1 ? "1 layer differs" : `${layers2.length} layers differ`;
  return `${total2}: ${kindCounts(layers2)} \xB7 ${unchangedLayers} unchanged`;
}
function shareSentence(model, story) {
  const { metric = "" } = model.explanation ?? {};
  const inBlocks = story.blocks.some(({ all: all2 }) => (all2.get(metric)?.by ?? 0) !== 0);
  return inBlocks ? "" : explanationText(model);
}
function blockLine({ name, place, from, to, layers: layers2, each, all: all2 }) {
  const sign = to > from ? "+" : "\u2212";
  const shown2 = ["macs", "parameters"].filter((m) => (all2.get(m)?.by ?? 0) !== 0);
  const costs = shown2.flatMap((metric, i) => {
    const value = each === void 0 ? all2.get(metric)?.by ?? null : each.get(metric) ?? 0;
    const text2 = each === void 0 ? formatSigned(value, familyOf(metric)) : formatCount(value, familyOf(metric));
    return [i === 0 ? "" : ", ", numeral(value, text2), ` ${metricName(metric)}`];
  });
  const times = each === void 0 ? "" : `${sign}${Math.abs(to - from)} \xD7 `;
  const cost = layers2 === 0 || shown2.length === 0 ? [] : [" (", times, ...costs, ")"];
  return [quote(place === void 0 ? name : `${place}/${name}`), `: block \xD7${from} \u2192 \xD7${to}`, ...cost, "."];
}
var followers = {
  shapeOnly: ["layer follows: other shapes", "layers follow: other shapes"],
  renamed: ["layer is only renamed", "layers are only renamed"],
  weightsOnly: ["layer has other weights", "layers have other weights"]
};
function foldLine({ kind, count, layers: layers2 }, { rows }) {
  const [one, many] = followers[kind];
  const causes = rows.filter((row) => row.kind !== "shapeOnly");
  const [cause] = causes;
  const words = `${count} ${count === 1 ? one : many}`;
  const isCaused = kind === "shapeOnly" && causes.length === 1 && cause !== void 0 && cause.name !== "";
  const said2 = isCaused ? [words.replace(/:.*/, " "), quote(cause.name), ": other shapes"] : [words];
  const named = new Map(layers2.filter(({ name }) => name !== "").map((layer) => [layer.name, layer]));
  if (named.size === 0) return [...said2, "."];
  const shown2 = [...named.values()].slice(0, few).flatMap(({ name, was }, i) => {
    const old = was === void 0 ? [] : [quote(was), " \u2192 "];
    return [i === 0 ? "" : ", ", ...old, quote(name)];
  });
  return [...said2, " (", ...shown2, named.size > few ? ` and ${named.size - few} more` : "", ")."];
}
function offsetLines({ layers: layers2, explanation }) {
  if (explanation === void 0) return [];
  const { metric } = explanation;
  let [up, down, ups, downs] = [0n, 0n, 0, 0];
  let largest;
  const moved = layers2.flatMap(({ name, delta }) => {
    const by = dimFromJson(delta[metric]?.by ?? null);
    return typeof by === "bigint" && by !== 0n ? [{ name, by }] : [];
  });
  for (const { by } of moved) {
    if (by > 0n) [up, ups] = [up + by, ups + 1];
    else [down, downs] = [down - by, downs + 1];
  }
  const lesser = up < down ? up : down;
  if (lesser === 0n || lesser * 10n < (up < down ? down : up)) return [];
  for (const one of moved) {
    const isAgainst = one.by > 0n === up < down;
    if (isAgainst && (largest === void 0 || size(one.by) > size(largest.by))) largest = one;
  }
  const text2 = (n) => formatSigned(dimToJson(n), familyOf(metric));
  const said2 = `${metricName(metric)} partly cancel: ${text2(up)} in ${layersText(ups)}, ${text2(-down)} in ${layersText(downs)}`;
  return [
    largest === void 0 ? [`${said2}.`] : [`${said2}; the largest offset is `, quote(largest.name), ` ${text2(largest.by)}.`]
  ];
}
function layersText(count) {
  return count === 1 ? "1 layer" : `${count} layers`;
}
function size(n) {
  return n < 0n ? -n : n;
}
var exporterMetrics = [
  "macs",
  "parameters",
  "buffers",
  "flops",
  "weightBytes",
  "constantBytes",
  "quantBytes"
];
function exportLines({ exported, delta: totals2 }) {
  if (exported === void 0) return [];
  const { producer, opset, delta } = exported;
  const parts = [];
  if (producer !== void 0)
    parts.push(["exporter ", quote(producer[0] || "unnamed"), " \u2192 ", quote(producer[1] || "unnamed")]);
  if (opset !== void 0) parts.push(["operator set ", quote(opset[0]), " \u2192 ", quote(opset[1])]);
  const doing = costText(delta);
  if (doing === void 0 && parts.length === 0) return [];
  if (parts.length === 0) parts.push(["spelling of the same net"]);
  const isAll = exporterMetrics.every((metric) => (totals2[metric]?.by ?? 0) === (delta[metric]?.by ?? 0));
  const rest = isAll ? ", and there is no other change" : "; the rest is the network's";
  const said2 = doing === void 0 ? "no cost is known to come from that" : `accounts for ${doing}${rest}`;
  return [["Another ", ...parts.flatMap((part2, i) => [i === 0 ? "" : ", ", ...part2]), `: ${said2}.`]];
}
function costText(delta) {
  const said2 = exporterMetrics.flatMap((metric) => {
    const by = delta[metric]?.by ?? 0;
    return by === 0 || typeof dimFromJson(by) !== "bigint" ? [] : [`${formatSigned(by, familyOf(metric))} ${metricName(metric)}`];
  });
  return said2.length === 0 ? void 0 : list(said2);
}

// src/report/sums.ts
var layerMetrics = ["macs", "parameters", "flops", "weightBytes", "readBytes", "writeBytes"];
function sumOf(layers2) {
  const [only, ...more] = layers2;
  if (only !== void 0 && more.length === 0) return new Map(Object.entries(only.delta));
  return new Map(
    layerMetrics.flatMap((metric) => {
      const all2 = layers2.flatMap(({ delta }) => delta[metric] ?? []);
      if (all2.length === 0) return [];
      const [from, to] = [all2.map((d) => dimFromJson(d.from)), all2.map((d) => dimFromJson(d.to))].map(total);
      if (from === void 0 || to === void 0) return [[metric, { from: null, to: null, by: null }]];
      return [[metric, { from: dimToJson(from), to: dimToJson(to), by: dimToJson(sub(to, from)) }]];
    })
  );
}
function total(dims) {
  let sum = 0n;
  for (const dim of dims) {
    if (dim === void 0) return void 0;
    sum = add(sum, dim);
  }
  return sum;
}

// src/report/blocks.ts
function blockStories({ blocks: blocks3, layers: layers2 }) {
  const taken = /* @__PURE__ */ new Set();
  const stories = blocks3.map((block) => {
    const free = layers2.filter((layer) => !taken.has(layer));
    const found = membersByPath(block, free) ?? membersByOrder(block, free) ?? [];
    for (const layer of found) taken.add(layer);
    const own = found.filter(({ kind }) => kind === kindOf(block));
    const all2 = sumOf(own);
    const each = dividedBy(all2, BigInt(Math.abs(block.to - block.from)));
    return { ...block, layers: own.length, ...each !== void 0 && { each }, all: all2 };
  });
  return { stories, rest: layers2.filter((layer) => !taken.has(layer)) };
}
function kindOf({ from, to }) {
  return to > from ? "added" : "removed";
}
function membersByPath(block, layers2) {
  const copyOf = copies(block);
  const own = layers2.filter(({ kind, name }) => kind === kindOf(block) && copyOf(name) !== void 0);
  const sizes = /* @__PURE__ */ new Map();
  for (const { name } of own) sizes.set(copyOf(name) ?? "", (sizes.get(copyOf(name) ?? "") ?? 0) + 1);
  const count = Math.abs(block.to - block.from);
  const size2 = Math.max(0, ...sizes.values());
  if (size2 === 0) return void 0;
  const whole2 = new Set([...sizes].filter(([, n]) => n === size2).map(([copy]) => copy));
  const isAll = own.length === count * size2;
  if (!isAll && whole2.size !== count) return void 0;
  const members = isAll ? own : own.filter(({ name }) => whole2.has(copyOf(name) ?? ""));
  const renumbered = layers2.filter(
    ({ kind, name, baseName }) => kind === "renamed" && copyOf(name) !== void 0 && copyOf(baseName ?? "") !== void 0
  );
  return [...members, ...renumbered];
}
function copies({ name: block, place }) {
  const start = `${place === void 0 ? "" : `${place}/`}${block.endsWith("*") ? block.slice(0, -1) : `${block}.`}`;
  return (name) => name.startsWith(start) ? /^\d+(?=\.|$)/.exec(name.slice(start.length))?.[0] : void 0;
}
function isWithin({ place }, name) {
  return place === void 0 || name.startsWith(`${place}/`);
}
var mostSteps = 2e7;
function membersByOrder(block, layers2) {
  const parts = block.name.split("-");
  const [, more] = /^…\((\d+)\)$/.exec(parts.at(-1) ?? "") ?? [];
  const ops = more === void 0 ? parts : parts.slice(0, -1);
  const period = more === void 0 ? ops.length : Number(more);
  const side = block.to > block.from ? "head" : "base";
  const count = Math.abs(block.to - block.from);
  const at = (layer) => layer[`${side}Ids`]?.[0] ?? layer[side][0] ?? 0;
  const own = layers2.filter(({ kind, name }) => kind === kindOf(block) && isWithin(block, name)).sort((a, b) => at(a) - at(b));
  const length = period * count;
  if (own.length * length > mostSteps) return void 0;
  for (let start = 0; start + length <= own.length; start++) {
    const isHere = own.slice(start, start + length).every(({ op }, i) => i % period >= ops.length || op === ops[i % period]);
    if (isHere) return own.slice(start, start + length);
  }
  return void 0;
}
function dividedBy(all2, count) {
  const each = /* @__PURE__ */ new Map();
  for (const [metric, { by }] of all2) {
    const dim = dimFromJson(by);
    if (typeof dim !== "bigint" || dim % count !== 0n) return void 0;
    each.set(metric, dimToJson((dim < 0n ? -dim : dim) / count));
  }
  return each;
}

// src/report/names.ts
function withoutAgain(name) {
  return name.replace(/_\d+$/, "");
}
function pattern(name, which) {
  const once = withoutAgain(name);
  return which === "digits" ? once.replace(/\d+/g, "*") : once.replace(/(?<![^./])\d+(?![^./])/g, "*");
}
function depth(name) {
  return name.split(".").length;
}
function commonName(names2) {
  const [first = "", ...rest] = [...new Set(names2)];
  if (rest.length === 0) return first;
  const split = (name) => name.split(/(\d+)/);
  const columns = split(first).map((part2) => [part2]);
  for (const name of rest) {
    const parts = split(name);
    if (parts.length !== columns.length) return withEnds(first, rest);
    for (const [i, part2] of parts.entries()) {
      if (i % 2 === 0 && columns[i]?.[0] !== part2) return withEnds(first, rest);
      columns[i]?.push(part2);
    }
  }
  const varying = columns.filter((column) => new Set(column).size > 1).length;
  return columns.map((column, i) => i % 2 === 0 ? column[0] : numbers(column, varying === 1)).join("");
}
function numbers(column, alone) {
  const set = [...new Set(column)];
  if (set.length === 1) return set[0] ?? "";
  const sorted = set.map(Number).sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  if (!alone || !sorted.every(Number.isSafeInteger)) return "*";
  if (sorted.length > 2 && most - least === sorted.length - 1) return `{${least}\u2026${most}}`;
  return sorted.length <= 3 ? `{${sorted.join(",")}}` : "*";
}
function withEnds(first, rest) {
  const parts = first.split(".");
  let same2 = parts.length - 1;
  for (const name of rest) {
    const other = name.split(".");
    while (same2 > 0 && parts.slice(0, same2).join(".") !== other.slice(0, same2).join(".")) same2--;
  }
  return same2 === 0 ? `${first}, \u2026` : `${parts.slice(0, same2).join(".")}.*`;
}

// src/report/story.ts
var told = /* @__PURE__ */ new WeakMap();
function storyOf(model) {
  const before = told.get(model);
  if (before !== void 0) return before;
  const story = tell(model);
  told.set(model, story);
  return story;
}
function tell(model) {
  const { stories, rest } = blockStories(model);
  const quiet = rest.filter(isQuiet);
  const telling = rest.filter((layer) => !isQuiet(layer));
  const groups = levels.reduce((found, level) => found ?? groupsOf(telling, level), void 0);
  const rows = [...groups?.values() ?? []].map(rowOf).sort(heavierFirst);
  const folds = ["shapeOnly", "renamed", "weightsOnly"].flatMap((kind) => {
    const layers2 = quiet.filter((layer) => layer.kind === kind);
    const inOrder = layers2.sort((a, b) => (a.head[0] ?? 0) - (b.head[0] ?? 0));
    const count = inOrder.reduce((n, { head }) => n + Math.max(1, kind === "renamed" ? head.length : 1), 0);
    return layers2.length === 0 ? [] : [{ kind, count, layers: inOrder.map(kind === "renamed" ? renaming : ({ name }) => ({ name })) }];
  });
  return { blocks: stories, rows, folds };
}
function renaming({ name, baseName, changes }) {
  const { from, to } = changes.find(({ what }) => what === "module" || what === "function") ?? {
    from: baseName,
    to: name
  };
  return { name: String(to ?? name), ...typeof from === "string" && { was: from } };
}
function isQuiet({ kind, delta }) {
  const isConsequence = kind === "shapeOnly" || kind === "renamed" || kind === "weightsOnly";
  return isConsequence && !["macs", "parameters"].some((metric) => (delta[metric]?.by ?? 0) !== 0);
}
var levels = [
  { most: 10, key: (l) => [l.op, ...placePattern(l), exactly(l.changes)].join("\0") },
  { most: 10, key: (l) => [l.op, pattern(l.name, "digits"), exactly(l.changes)].join("\0") },
  { most: 5, key: (l) => [l.op, pattern(l.name, "digits"), roughly(l.changes)].join("\0") },
  { most: 5, key: (l) => [l.op, roughly(l.changes)].join("\0") },
  // There is no coarser way to put it.
  { most: Number.POSITIVE_INFINITY, key: (l) => l.changes.length === 0 ? l.op : properties(l.changes) }
];
function placePattern(layer) {
  return layer.function === void 0 ? [pattern(layer.name, "components"), depth(layer.name)] : ["function", layer.function];
}
function exactly(changes) {
  return changeWords(spoken(changes));
}
function roughly(changes) {
  return spoken(changes).map(({ what, from, to }) => typeof from === "number" && typeof to === "number" ? what : `${what} ${from} ${to}`).join();
}
function properties(changes) {
  return spoken(changes).map(({ what }) => what).join();
}
function groupsOf(layers2, { most, key: keyOf }) {
  const groups = /* @__PURE__ */ new Map();
  for (const layer of layers2) {
    const key = `${layer.kind}\0${layer.kind === "shapeOnly" ? layer.op : keyOf(layer)}`;
    const group = groups.get(key);
    if (group !== void 0) group.push(layer);
    else if (groups.size === most) return void 0;
    else groups.set(key, [layer]);
  }
  return groups;
}
function rowOf(layers2) {
  const [first] = layers2;
  const place = ({ base, head, baseIds, headIds }) => baseIds?.[0] ?? headIds?.[0] ?? base[0] ?? head[0] ?? 0;
  const inOrder = [...layers2].sort((a, b) => place(a) - place(b));
  return {
    name: functionName(inOrder) ?? commonName(inOrder.map(({ name }) => layers2.length > 1 ? withoutAgain(name) : name)),
    op: operatorsOf(layers2),
    kind: first?.kind ?? "modified",
    count: layers2.length,
    change: first === void 0 ? "" : layers2.length === 1 ? oneChange(first) : manyChanges(layers2),
    delta: sumOf(layers2)
  };
}
function functionName(layers2) {
  const [first] = layers2;
  const isOne = layers2.length > 1 && layers2.every((l) => l.function === first?.function);
  return isOne ? first?.function : void 0;
}
function operatorsOf(layers2) {
  const ops = [...new Set(layers2.map(({ op }) => op))];
  return ops.length > 3 ? `${ops.slice(0, 2).join(", ")}, \u2026` : ops.join(", ");
}
function oneChange(layer) {
  const said2 = spoken(layer.changes);
  const isMoved = said2.some(({ what }) => what === "module");
  const was = layer.baseName === void 0 || isMoved || isAgain(layer) ? [] : [`was ${layer.baseName}`];
  const isSwap = said2.some(({ what }) => what === "activation");
  const same2 = layer.changes.some(isRespelling) ? ["the same function"] : [];
  const [from, to] = [layer.base.length, layer.head.length];
  const isTold = isSwap || same2.length > 0;
  const count = from === 0 ? to : to === 0 ? from : `${from} \u2192 ${to}`;
  const nodes = (from > 1 || to > 1) && !isTold ? [`${count} nodes`] : [];
  return [changeWords(said2), ...same2, ...was, ...nodes].filter((s) => s !== "").join(", ");
}
function isAgain({ name, baseName = "" }) {
  return withoutAgain(baseName) === withoutAgain(name);
}
function manyChanges(layers2) {
  const lists = layers2.map(({ changes }) => spoken(changes).filter(({ what }) => what !== "module"));
  const [first = []] = lists;
  const merged = first.map(({ what }, i) => {
    const all2 = lists.map((list2) => list2[i]);
    return { what, from: range(all2.map((c) => c?.from ?? null)), to: range(all2.map((c) => c?.to ?? null)) };
  });
  return changeWords(merged);
}
function range(values2) {
  const [first = null] = values2;
  if (values2.every((value) => value === first)) return first;
  const numbers2 = values2.filter((value) => typeof value === "number");
  if (numbers2.length < values2.length) return "\u2026";
  const [least, most] = numbers2.reduce(([a, b], n) => [Math.min(a, n), Math.max(b, n)], [Infinity, -Infinity]);
  return `${least}\u2026${most}`;
}
function heavierFirst(x, y) {
  const rank2 = Number(x.kind === "shapeOnly") - Number(y.kind === "shapeOnly");
  if (rank2 !== 0) return rank2;
  for (const metric of layerMetrics) {
    const [a, b] = [x, y].map(({ delta }) => dimFromJson(delta.get(metric)?.by ?? 0));
    if (typeof a !== "bigint" || typeof b !== "bigint") return 0;
    const [p, q] = [a < 0n ? -a : a, b < 0n ? -b : b];
    if (p !== q) return p > q ? -1 : 1;
  }
  return 0;
}

// src/report/html/layers.ts
var openRows = 500;
var fewLayers = 20;
function layersSection(model) {
  const story = storyOf(model);
  const lines2 = storyLines(model, story).map((phrase) => html`<li>${dressed(phrase)}</li>\n`);
  const told2 = lines2.length === 0 ? nothing : html`<ul>\n${lines2}</ul>\n`;
  if (model.layers.length === 0) {
    if (model.unchangedLayers === 0 && lines2.length === 0) return nothing;
    return html`${heading(3, "Layers")}<p>No layer differs, ${model.unchangedLayers} unchanged.</p>\n${told2}`;
  }
  const summary = `${layersSentence(model)}. ${shareSentence(model, story)}`.trimEnd();
  return html`${heading(3, "Layers")}<p>${summary}</p>
${told2}${storyTable(story.rows)}${allLayers(model.layers)}`;
}
function storyTable(rows) {
  if (rows.length === 0) return nothing;
  const metrics = movedIn(
    rows.map(
      ({ delta }) => (metric) => delta.get(metric)?.by
    )
  );
  const body = rows.map(
    (row) => html`<tr>${nameCell(row.name, row.count > 1 ? ` \xD7${row.count}` : "")}<td>${code(row.op)}</td><td>${kindName(row.kind)}</td>
<td class="wide">${row.change === "" ? "" : code(row.change)}</td>${metrics.map((m) => changeCell(row.delta.get(m), m))}</tr>
`
  );
  const columns = [...titled("Layer", "Operator", "Kind", "Change"), ...metrics.map(changeColumn)];
  return scrolled("What explains the change", tableOf("What explains the change, heaviest first", columns, body));
}
function allLayers(layers2) {
  const metrics = movedIn(
    layers2.map(
      ({ delta }) => (metric) => delta[metric]?.by
    )
  );
  const rows = layers2.map((layer) => {
    const { name, op, kind, delta } = layer;
    const change = oneChange(layer);
    return html`<tr>${nameCell(name)}<td>${code(op)}</td><td>${kindName(kind)}</td><td>${nodesText(layer)}</td>
<td class="wide">${change === "" ? "" : code(change)}</td>${metrics.map((m) => changeCell(delta[m], m))}</tr>
`;
  });
  const columns = [...titled("Layer", "Operator", "Kind", "Node", "Change"), ...metrics.map(changeColumn)];
  const [open, title2] = layers2.length <= fewLayers ? [html` open`, "Every layer that differs"] : [nothing, `All ${layers2.length} layers that differ`];
  return html`<details${open}><summary>${title2}</summary>
${longTable(title2, columns, rows)}</details>
`;
}
function titled(...titles) {
  return titles.map((title2) => ({ title: title2 }));
}
function changeColumn(metric) {
  return { title: `\u0394 ${metricName(metric)}`, kind: "n" };
}
function movedIn(changes) {
  return layerMetrics.filter((metric) => changes.some((by) => (by(metric) ?? 0) !== 0));
}
function nodesText({ base, head }) {
  const side = (nodes) => nodes.map((index) => index ?? "\u2013").join(", ");
  return [.../* @__PURE__ */ new Set([side(base), side(head)])].filter((text2) => text2 !== "").join(" \u2192 ");
}
function longTable(title2, columns, rows) {
  const [shown2, folded] = [rows.slice(0, openRows), rows.slice(openRows)];
  const range2 = folded.length === 0 ? `${rows.length}` : `The first ${shown2.length} of ${rows.length}`;
  const label = `Filter: ${title2}`;
  return html`<div data-layers>
<div class="tools" hidden><label>Filter <input type="search" aria-label="${label}"></label> <span role="status"></span></div>
${scrolled(title2, tableOf(`${title2} \xB7 ${range2}`, columns, shown2), "tall")}${folded.length === 0 ? nothing : html`<details><summary>The other ${folded.length}</summary>
${scrolled(`${title2}: the other ${folded.length}`, tableOf(`${title2} \xB7 the other ${folded.length}`, columns, folded), "tall")}</details>
`}</div>
`;
}

// src/report/html/models.ts
var always = ["macs", "parameters", "flops", "weightBytes", "peakBytes"];
function modelsSection(report) {
  const models = rankedModels(report.models, report.checks);
  const isAlone = report.models.length === 1 && models.length === 1;
  const sections = models.map((model, i) => modelSection(model, report, i, isAlone));
  return html`${isAlone ? nothing : overview(models, report)}${sections}${unchangedModels(report)}`;
}
function overview(models, { checks }) {
  if (models.length === 0) return nothing;
  const rows = models.map((model, i) => {
    const worst = worstOf(model, checks);
    const badge = worst === void 0 ? "" : html`<span class="badge ${worst}">${standingName[worst]}</span>`;
    return html`<tr><th scope="row"><a href="#model-${i + 1}">${code(model.path)}</a></th><td>${model.status}</td><td>${badge}</td>
<td class="wide">${dressed(modelChange(model, checks))}</td></tr>
`;
  });
  const columns = [{ title: "Model" }, { title: "Status" }, { title: "Budgets" }, { title: "Change" }];
  return html`<section aria-labelledby="models">
<h2 id="models">Models</h2>
${scrolled("Models", tableOf("What fails first, then by how much changed", columns, rows), "tall")}</section>
`;
}
function worstOf({ path, status }, checks) {
  if (status === "unreadable") return "undecided";
  const own = new Set(checks.filter(({ model }) => model === path).map(standingOf));
  return standings.find((standing) => own.has(standing));
}
function unchangedModels({ models }) {
  const unchanged = models.filter(({ status }) => status === "unchanged");
  if (unchanged.length === 0) return nothing;
  const title2 = unchanged.length === 1 ? "1 model is unchanged" : `${unchanged.length} models are unchanged`;
  return html`<details><summary>${title2}</summary>
<ul>
${unchanged.map(({ path }) => html`<li>${code(path)}</li>\n`)}</ul>
</details>
`;
}
function modelSection(model, report, i, isAlone) {
  const { path, basePath, status } = model;
  const was = basePath === void 0 || basePath === path ? "" : html`Was ${code(basePath)}.`;
  const id = `model-${i + 1}`;
  const growth = growthLines(model).map((phrase) => html`<li>${dressed(phrase)}</li>\n`);
  return html`<section class="${isAlone ? "" : "model"}" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${code(path)} <span class="badge">${status}</span></h2>
${was === "" ? nothing : html`<p class="quiet">${was}</p>\n`}${cards(model, report)}${metricsTable(model, report)}${widths(model)}${growth.length === 0 ? nothing : html`<h3>Growth</h3>\n<ul>\n${growth}</ul>\n`}${scenarios(model, report)}${layersSection(model)}${blocks(model)}${coverage(model)}</section>
`;
}
function cards(model, report) {
  const { base, head, delta } = model;
  const items = always.filter((metric) => isGiven(report, metric)).flatMap((metric) => {
    const change = delta[metric];
    const only = (head ?? base)?.[metric];
    if (change === void 0 && only === void 0) return [];
    const family = familyOf(metric);
    const now = change === void 0 ? only ?? null : change.to;
    const large2 = change === void 0 ? formatCount(now, family) : formatDelta(change, family).to;
    return [
      html`<li><span class="label">${metricName(metric)}</span><strong>${short(now, large2)}</strong>${change === void 0 ? oneSided(model) : changeLine(change, metric)}</li>
`
    ];
  });
  return items.length === 0 ? nothing : html`<ul class="cards">\n${items}</ul>\n`;
}
function changeLine(change, metric) {
  if (change.by === 0) return html`<span class="sub quiet">unchanged</span>`;
  const { from, by } = formatDelta(change, familyOf(metric));
  const ratio2 = formatRatio(change.ratio);
  const sign = signPhrase(change);
  const growth = ratio2 === "" && sign.length === 0 ? nothing : html` (${ratio2 === "" ? dressed(sign) : ratio2})`;
  return html`<span class="sub ${toneOf(change.by)}">${short(change.by, by)}${growth}</span><span class="sub quiet">was ${short(change.from, from)}</span>`;
}
function oneSided({ status }) {
  const word = status === "added" ? "new" : status === "removed" ? "removed" : "one side only";
  return html`<span class="sub quiet">${word}</span>`;
}
function metricsTable(model, report) {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const shown2 = (metric) => always.includes(metric) || budgeted.includes(metric) || [base, head].some((side) => side !== null && side[metric] !== 0);
  const metrics = Object.keys(head ?? base ?? {}).filter((metric) => isGiven(report, metric) && shown2(metric));
  if (metrics.length === 0) return nothing;
  const rows = metrics.map((metric) => {
    const change = delta[metric];
    const cells = change === void 0 ? oneCell(model, metric) : deltaCells(change, metric);
    return html`<tr><th scope="row">${metricName(metric)}</th>${cells}</tr>\n`;
  });
  const right = (title2) => ({ title: title2, kind: "n" });
  const columns = [{ title: "Metric" }, right("Base"), right("Head"), right("\u0394"), right("\u0394 %")];
  return scrolled(`Totals of ${model.path}`, tableOf("Totals, base \u2192 head", columns, rows));
}
function oneCell({ base, head, status }, metric) {
  const value = (head ?? base)?.[metric] ?? null;
  const cell2 = spelledCell(value, formatCount(value, familyOf(metric)));
  const [none, word] = [html`<td class="n"></td>`, status === "added" ? "new" : status === "removed" ? "removed" : ""];
  return [...head === null ? [cell2, none] : [none, cell2], none, html`<td class="n">${word}</td>`];
}
function widths(model) {
  const cells = widthCells(model);
  if (cells === void 0) return nothing;
  const [base, head] = cells.map(dressed);
  return html`<p>MACs by operand width: ${base ?? "none"} → ${head ?? "none"}.</p>\n`;
}
function scenarios(model, { checks }) {
  const { scenarios: all2 = [] } = model;
  if (all2.length === 0) return nothing;
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = all2.map(
    (scenario) => html`<tr>${nameCell(scenario.name, bound(scenario.assumptions))}${metrics.map(
      (metric) => html`<td class="n">${dressed(scenarioPhrase(scenario, metric))}</td>`
    )}</tr>
`
  );
  const columns = [
    { title: "Scenario" },
    ...metrics.map((metric) => ({ title: metricName(metric), kind: "n" }))
  ];
  return html`<h3>Scenarios</h3>
${scrolled("Scenarios", tableOf("The ways this model is used", columns, rows))}`;
}
function bound(assumptions) {
  return assumptions.length === 0 ? nothing : html`<span class="exact">${assumptions.join(", ")}</span>`;
}
function blocks({ blocks: all2 }) {
  if (all2.length === 0) return nothing;
  const rows = all2.map(
    ({ name, from, to }) => html`<tr>${nameCell(name)}<td class="n">${from}</td><td class="n">${to}</td></tr>\n`
  );
  const columns = [{ title: "Block" }, { title: "Base", kind: "n" }, { title: "Head", kind: "n" }];
  return html`<h3>Repeated blocks</h3>
${scrolled("Repeated blocks", tableOf("How often each is repeated", columns, rows))}`;
}
function coverage({ coverage: found, assumptions }) {
  if (found === null) return nothing;
  const { nodes, known, symbolic, unknown } = found;
  const rest = [...symbolic > 0 ? [`${symbolic} symbolic`] : [], ...unknown > 0 ? [`${unknown} unknown`] : []];
  const given = assumptions.map((one, i) => html`${i === 0 ? "" : ", "}${code(one)}`);
  const measured = given.length === 0 ? nothing : html` Measured with ${given}.`;
  return html`<p class="quiet">Coverage: ${known} of ${nodes} nodes known${rest.map((r) => `, ${r}`)}.${measured}</p>\n`;
}

// src/report/html/script.ts
var script = `'use strict';
(() => {
  const most = 500;
  const valueOf = (cell) => {
    const text = (cell.dataset.n || cell.title || cell.textContent).replaceAll(',', '').replace('\u2212', '-').trim();
    return /^-?\\d+$/.test(text) ? Number(text) : cell.textContent;
  };
  const order = (a, b) => {
    const isNumber = [typeof a === 'number', typeof b === 'number'];
    if (isNumber[0] && isNumber[1]) return a - b;
    if (isNumber[0] || isNumber[1]) return isNumber[0] ? 1 : -1;
    return a.localeCompare(b, 'en', { numeric: true });
  };
  for (const box of document.querySelectorAll('[data-layers]')) {
    const [body, folded] = [...box.querySelectorAll('tbody')];
    const heads = [...box.querySelector('thead tr').cells];
    const search = box.querySelector('input[type=search]');
    const found = box.querySelector('[role=status]');
    const rest = box.querySelector('details');
    let rows = [...box.querySelectorAll('tbody tr')];
    const texts = new Map();
    const textOf = (row) => {
      if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
      return texts.get(row);
    };
    const show = () => {
      const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
      const wanted = words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
      // All at once: to take rows out of the middle of thousands is slow.
      for (const part of [body, folded]) part?.replaceChildren();
      body.replaceChildren(...(rest ? wanted.slice(0, most) : wanted));
      if (rest) {
        folded.replaceChildren(...wanted.slice(most));
        rest.hidden = wanted.length <= most;
        rest.querySelector('summary').textContent = 'The other ' + (wanted.length - most);
      }
      found.textContent = words.length === 0 ? '' : wanted.length + ' of ' + rows.length;
    };
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        const down = before === null ? head.classList.contains('n') : before === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const keyed = rows.map((row) => [valueOf(row.cells[column]), row]);
        keyed.sort((a, b) => (down ? order(b[0], a[0]) : order(a[0], b[0])));
        rows = keyed.map(([, row]) => row);
        show();
      });
    });
    search.addEventListener('input', show);
    search.closest('[hidden]')?.removeAttribute('hidden');
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
})();
`;
var scriptHash = "sha256-Tk9tJcGUA9ddUnUN+/jCFlo820mtrOnxwoR55ydbZpE=";

// src/report/html/style.ts
var light = {
  page: "#ffffff",
  raised: "#f5f7fa",
  line: "#d5dce4",
  text: "#1b2330",
  quiet: "#56606e",
  link: "#0a58ca",
  bad: "#a3142a",
  badTint: "#fdecee",
  warn: "#7a4b00",
  warnTint: "#fdf3d8",
  good: "#0d6832",
  goodTint: "#e3f6ea",
  note: "#2b4c8c",
  noteTint: "#e9f0fd",
  bar: "#8fb7f2"
};
var dark = {
  page: "#0e1218",
  raised: "#171d26",
  line: "#323c49",
  text: "#e8edf4",
  quiet: "#9aa7b6",
  link: "#7db3ff",
  bad: "#ff8f98",
  badTint: "#36161c",
  warn: "#ebbb55",
  warnTint: "#33270d",
  good: "#5fd08a",
  goodTint: "#10301e",
  note: "#9dbdf7",
  noteTint: "#182640",
  bar: "#2f5fa8"
};
var pairs = ["page", "raised"].flatMap(
  (ground) => ["text", "quiet", "link", "bad", "warn", "good", "note"].map((ink) => [ink, ground])
).concat([
  ["bad", "badTint"],
  ["warn", "warnTint"],
  ["good", "goodTint"],
  ["note", "noteTint"],
  ["text", "badTint"],
  ["text", "warnTint"],
  ["text", "goodTint"],
  ["text", "noteTint"],
  ["quiet", "noteTint"]
]);
var variables = (palette) => Object.entries(palette).map(([token, colour2]) => `--${token}:${colour2}`).join(";");
var widths2 = Array.from({ length: 100 }, (_, i) => `.w${i + 1}{width:${i + 1}%}`).join("");
var style = `:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1.5rem}
.top{border-top:6px solid var(--line)}
.top.pass{border-color:var(--good)}.top.warn{border-color:var(--warn)}.top.fail{border-color:var(--bad)}.top.note{border-color:var(--note)}
header{padding-top:1.5rem}
main{padding-bottom:1rem}
footer{padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
h1{font-size:1.75rem;line-height:1.25;margin:.75rem 0 .25rem;letter-spacing:-.01em;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .75rem;overflow-wrap:anywhere}
h3{font-size:1rem;line-height:1.4;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
.lead{font-size:1.0625rem;overflow-wrap:anywhere}
.quiet,.brand{color:var(--quiet)}
.brand{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;font-size:.875rem}
a{color:var(--link)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:9}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
h1 code{font-size:1em}
ul{margin:.5rem 0;padding-left:1.25rem}
li{margin:.25rem 0;overflow-wrap:anywhere}
.badge{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;border:1px solid;font-size:.8125rem;font-weight:600;white-space:nowrap}
.verdict{font-size:.9375rem;padding:.125rem .75rem;letter-spacing:.02em;text-transform:uppercase}
.fail,.failed,.undecided,.fatal{--ink:var(--bad);--tint:var(--badTint)}
.warn,.warned,.unsure,.waived,.warning{--ink:var(--warn);--tint:var(--warnTint)}
.pass,.met{--ink:var(--good);--tint:var(--goodTint)}
.note,.notice{--ink:var(--note);--tint:var(--noteTint)}
.badge{color:var(--ink,var(--quiet));background:var(--tint,var(--raised));border-color:currentColor}
.more{color:var(--bad)}.less{color:var(--good)}.open{color:var(--warn)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0;list-style:none}
.cards li{margin:0;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
.cards .label{display:block;color:var(--quiet);font-size:.8125rem}
.cards strong{display:block;font-size:1.375rem;line-height:1.35;font-weight:600;font-variant-numeric:tabular-nums}
.cards strong code{font-size:.9375rem}
.cards .sub{display:block;font-size:.8125rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0}
.tall{max-height:85vh}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.5rem .75rem;color:var(--quiet);font-size:.8125rem}
th,td{padding:.375rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody:last-child tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--raised);color:var(--quiet);font-weight:600;white-space:nowrap;border-bottom:1px solid var(--line)}
tbody th{font-weight:500;min-width:9rem}
tbody tr:hover>*{background:var(--raised)}
.n{text-align:right;white-space:nowrap}
.n code{white-space:nowrap}
.place{min-width:8rem}
.wide{min-width:14rem}
.shape code{white-space:nowrap}
.exact{display:block;color:var(--quiet);font-size:.75rem}
.share{white-space:nowrap}
.track{display:inline-block;width:4.5rem;height:.5rem;margin-right:.5rem;border-radius:.25rem;background:var(--line);overflow:hidden;vertical-align:baseline;text-align:left}
.track>i{display:block;height:100%;border-radius:.25rem;background:var(--bar)}
.track.failed>i,.track.undecided>i{background:var(--bad)}.track.warned>i,.track.unsure>i,.track.waived>i{background:var(--warn)}.track.met>i{background:var(--good)}
.remarks{list-style:none;padding:0}
.remarks li{display:grid;grid-template-columns:6.5rem 1fr;gap:.75rem;padding:.625rem 0;margin:0;border-bottom:1px solid var(--line)}
.remarks li:last-child{border-bottom:0}
.remarks .badge{justify-self:start;align-self:start}
.remarks p{margin:0}
.columns{columns:26rem;column-gap:1.5rem}
.columns>.scroll{break-inside:avoid;margin:0 0 1rem}
details{margin:.75rem 0}
summary{cursor:pointer;padding:.375rem 0;font-weight:600}
.model{content-visibility:auto;contain-intrinsic-size:auto 50rem}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0 0;font-size:.875rem}
.tools[hidden]{display:none}
.tools label,.brand label{display:inline-flex;gap:.5rem;align-items:center}
.brand label{margin-left:auto}
input[type=search]{font:inherit;color:inherit;background:var(--page);border:1px solid var(--quiet);border-radius:.375rem;padding:.25rem .625rem;width:18rem;max-width:100%}
thead button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
thead button::after{content:" \u2195";opacity:.55}
[aria-sort=ascending] button::after{content:" \u2191";opacity:1}
[aria-sort=descending] button::after{content:" \u2193";opacity:1}
body:has(#exact:checked) td[title]{font-size:0}
body:has(#exact:checked) td[title]::after{content:attr(title);font-size:.875rem}
${widths2}
@media (max-width:40rem){header,main,footer{padding-left:1rem;padding-right:1rem}h1{font-size:1.375rem}th,td{padding:.375rem .5rem}tbody th{min-width:6rem}.remarks li{grid-template-columns:1fr;gap:.25rem}}
@media print{:root{${variables(light)}}body{font-size:10pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}.tools,.skip,.brand label{display:none}.scroll,.tall{max-height:none;overflow:visible;border:0}.model{content-visibility:visible}thead th{position:static}tr,.cards li,.remarks li{break-inside:avoid}h2,h3{break-after:avoid}details:not([open])::details-content{content-visibility:visible;height:auto}.badge,.track,.track>i{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (forced-colors:active){.track{border:1px solid}.track>i{background:CanvasText;forced-color-adjust:none}}
`;
var styleHash = "sha256-skl1ElTDmn6T+MxhLUDWq6WiXiCoFNtTunW+npmhVIQ=";

// src/report/html/page.ts
var policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;
function pageOf({ title: title2, tone, header: header2, main, footer: footer3 }) {
  const [head, tail] = ['<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n', "</body>\n</html>\n"];
  const meta = html`<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title2}</title>
`;
  const body = html`<body>
<a class="skip" href="#content">Skip to the report</a>
<div class="top ${tone}"></div>
<header>
${header2}</header>
<main id="content">
${main}</main>
<footer>
${footer3}</footer>
`;
  return `${head}${meta}<style>${style}</style>
</head>
${body}<script>${script}</script>
${tail}`;
}

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
  return value.length;
}
function markdownTable(table2, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table2.length) {
    const row2 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table2[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table2[rowIndex].length;
    }
    while (++columnIndex2 < table2[rowIndex].length) {
      const cell2 = serialize(table2[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size2 = stringLength(cell2);
        sizes2[columnIndex2] = size2;
        if (longestCellByColumn[columnIndex2] === void 0 || size2 > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size2;
        }
      }
      row2.push(cell2);
    }
    cellMatrix[rowIndex] = row2;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code2 = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code2;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code2 = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code2 === 99) {
      before = ":";
      after = ":";
    } else if (code2 === 108) {
      before = ":";
    } else if (code2 === 114) {
      after = ":";
    }
    let size2 = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell2 = before + "-".repeat(size2) + after;
    if (settings.alignDelimiters !== false) {
      size2 = before.length + size2 + after.length;
      if (size2 > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size2;
      }
      sizes[columnIndex] = size2;
    }
    row[columnIndex] = cell2;
  }
  cellMatrix.splice(1, 0, row);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines2 = [];
  while (++rowIndex < cellMatrix.length) {
    const row2 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line = [];
    while (++columnIndex < cellsInRow) {
      const cell2 = row2[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size2 = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code2 = alignments[columnIndex];
        if (code2 === 114) {
          before = " ".repeat(size2);
        } else if (code2 === 99) {
          const half = size2 / 2;
          if (size2 % 2) {
            before = " ".repeat(half + 0.5);
            after = " ".repeat(half - 0.5);
          } else {
            before = " ".repeat(half);
            after = before;
          }
        } else {
          after = " ".repeat(size2);
        }
      }
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell2 === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell2);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push("|");
      }
    }
    lines2.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines2.join("\n");
}
function serialize(value) {
  return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
  const code2 = typeof value === "string" ? value.codePointAt(0) : 0;
  return code2 === 67 || code2 === 99 ? 99 : code2 === 76 || code2 === 108 ? 108 : code2 === 82 || code2 === 114 ? 114 : 0;
}

// src/report/grid.ts
function grid(columns, rows, paint = plain) {
  const widths3 = columns.map(({ title: title2 }, i) => rows.reduce((w, row) => Math.max(w, width(row[i] ?? "")), width(title2)));
  const line = (cells, style2) => `  ${columns.map(({ align }, i) => pad(cells[i] ?? "", widths3[i] ?? 0, align, style2)).join("  ")}`.trimEnd();
  const titles = columns.map(({ title: title2 }) => title2);
  const head = titles.some((t) => t !== "") ? [line(titles, paint.dim)] : [];
  return [...head, ...rows.map((row) => line(row, (text2) => text2))].join("\n");
}
function pad(text2, to, align, style2) {
  const space = " ".repeat(Math.max(0, to - width(text2)));
  return align === "right" ? space + style2(text2) : style2(text2) + space;
}
var wide = new RegExp("[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|\\p{Emoji_Presentation}", "u");
var colours = /\u001b\[\d+m/g;
function width(text2) {
  if (/^[ -~]*$/.test(text2)) return text2.length;
  let cells = 0;
  for (const char of text2.replace(colours, "")) cells += new RegExp("\\p{M}", "u").test(char) ? 0 : wide.test(char) ? 2 : 1;
  return cells;
}
var same = (text2) => text2;
var plain = { bold: same, dim: same, red: same, green: same, yellow: same };
var sgr = (on, off) => (text2) => text2 === "" ? "" : `\x1B[${on}m${text2}\x1B[${off}m`;
var colour = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39)
};

// src/report/profiles.ts
var alwaysShown = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function profilesTerminal(profiles, options = {}) {
  const paint = options.color === true ? colour : plain;
  const text2 = (quoted) => terminalText(quoted);
  return profiles.map((profile) => {
    const totals2 = totalsOf(profile).map(({ name, dim, value, exact }) => [
      name,
      text2(value),
      terminalText(wholeText(dim) ?? exact, 200)
    ]);
    const right = (title2) => ({ title: title2, align: "right" });
    const shares2 = sharesOf(profile);
    const rows = profile.layers.map((layer, i) => [
      text2(String(layer.index ?? "")),
      text2(labelOf(layer)),
      text2(layer.op),
      terminalText(outputText(layer), 60),
      text2(shown(layer, "parameters")),
      text2(shown(layer, workOf(profile))),
      percent(shares2[i]),
      bar(shares2[i])
    ]);
    const columns = [right("#"), { title: "Layer" }, { title: "Operator" }, { title: "Output" }];
    const remarks3 = caveatsOf(profile).map(
      ({ severity, phrase }) => `  ${severity === "notice" ? "i" : "!"} ${say(phrase, (t) => terminalText(t, 500))}`
    );
    const heavy2 = heaviest(profile).map(({ layer, share }) => `${text2(labelOf(layer))} ${percent(share)}`);
    return [
      `${paint.bold(text2(titleOf(profile)))}  ${paint.dim(headerText(profile, text2))}`,
      grid([right(""), right(""), { title: "" }], totals2, paint),
      grid(
        [...columns, right("Parameters"), right(metricName(workOf(profile))), right("Share"), { title: "" }],
        rows,
        paint
      ),
      heavy2.length === 0 ? "" : `  Heaviest: ${heavy2.join(", ")} of the ${metricName(workOf(profile))}.`,
      profileWidths(profile).map((phrase) => `  ${say(phrase, text2)}`).join("\n"),
      `  ${coverageText(profile)}`,
      remarks3.join("\n")
    ].filter((s) => s !== "").join("\n\n");
  }).join("\n\n\n").concat("\n");
}
function profilesMarkdown(profiles) {
  return `${profiles.map((profile) => profileMarkdown(profile).join("\n\n")).join("\n\n")}
`;
}
function profileMarkdown(profile) {
  const totals2 = totalsOf(profile).map(({ name, dim, value, exact }) => {
    const whole2 = isUnknown(dim) ? exact : wholeText(dim);
    const amount = say([numeral(dimToJson(dim), value)], markdownCell);
    return [name, amount, whole2 === void 0 ? exact : markdownCell(whole2, 200)];
  });
  const shares2 = sharesOf(profile);
  const number2 = (layer, metric) => say([numeral(dimToJson(layer[metric]), shown(layer, metric))], markdownCell);
  const rows = profile.layers.map((layer, i) => [
    String(layer.index ?? ""),
    markdownCell(labelOf(layer)),
    markdownCell(layer.op),
    markdownCell(outputText(layer)),
    number2(layer, "parameters"),
    number2(layer, workOf(profile)),
    percent(shares2[i])
  ]);
  const heads = ["#", "Layer", "Operator", "Output", "Parameters", metricName(workOf(profile)), "Share"];
  const heavy2 = heaviest(profile).map(({ layer, share }) => `${markdownCode(labelOf(layer))} ${percent(share)}`);
  const remarks3 = caveatsOf(profile).map(
    ({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`
  );
  return [
    `## ${markdownCode(titleOf(profile))}`,
    headerText(profile, markdownCode),
    markdownTable([["Total", "Value", "Exactly"], ...totals2], { align: ["", "r", "r"] }),
    ...heavy2.length === 0 ? [] : [`Heaviest: ${heavy2.join(", ")} of the ${metricName(workOf(profile))}.`],
    ...profileWidths(profile).map((phrase) => say(phrase, markdownCode)),
    coverageText(profile),
    ...remarks3.length === 0 ? [] : [remarks3.join("\n")],
    `<details>
<summary>${profile.layers.length} layers</summary>`,
    markdownTable([heads, ...rows], { align: ["r", "", "", "", "r", "r", "r"] }),
    "</details>"
  ];
}
function titleOf({ model, scenario }) {
  return scenario === void 0 ? model.path : `${model.path} [${scenario}]`;
}
function workOf({ convention }) {
  return convention.unit === "flops" ? "flops" : "macs";
}
function totalsOf({ totals: totals2 }) {
  return totalKeys.filter((metric) => totals2[metric] !== 0n || alwaysShown.includes(metric)).map((metric) => ({
    metric,
    name: metricName(metric),
    dim: totals2[metric],
    value: formatCount(dimToJson(totals2[metric]), familyOf(metric)),
    exact: exactText(totals2[metric])
  }));
}
function wholeText(dim) {
  return isUnknown(dim) || typeof dim === "bigint" ? void 0 : formatExactly(dimToJson(dim));
}
function exactText(dim) {
  if (isUnknown(dim)) return dim.why;
  if (typeof dim !== "bigint") return "";
  return dim < 1000n ? "" : dim.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
function headerText({ model, inputs, outputs, convention }, quoted) {
  const opset = model.opsets.get("");
  const value = ({ name, dtype, shape }) => quoted(`${name} ${dtype ?? "unknown"} ${formatShape(shape)}`);
  return [
    quoted(model.format),
    ...model.producer === "" ? [] : [quoted(model.producer)],
    ...opset === void 0 ? [] : [`opset ${opset}`],
    formatCount(model.byteSize, "bytes"),
    `convention ${quoted(conventionText(convention.id, convention))}`,
    `${few2(inputs.map(value))} \u2192 ${few2(outputs.map(value))}`
  ].join(" \xB7 ");
}
function few2(parts) {
  if (parts.length === 0) return "nothing";
  const more = parts.length - 4;
  return `${parts.slice(0, 4).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function coverageText({ coverage: coverage2 }) {
  const { nodes, known, symbolic, unknown } = coverage2;
  const rest = [...symbolic > 0 ? [`${symbolic} symbolic`] : [], ...unknown > 0 ? [`${unknown} unknown`] : []];
  return `Coverage: ${known} of ${nodes} nodes known${rest.map((r) => `, ${r}`).join("")}.`;
}
function labelOf(layer) {
  return layer.module || layer.name || layer.outputs[0]?.name || "";
}
function outputText({ outputs }) {
  const [first] = outputs;
  const more = outputs.length > 1 ? ` +${outputs.length - 1}` : "";
  return first === void 0 ? "" : `${formatShape(first.shape)}${more}`;
}
function shown(layer, metric) {
  if (layer.dead === true) return "dead";
  return formatCount(dimToJson(layer[metric]), familyOf(metric));
}
function sharesOf(profile) {
  const work = workOf(profile);
  const all2 = profile.totals[work];
  return profile.layers.map((layer) => {
    const own = counted(layer, work);
    if (typeof all2 !== "bigint" || typeof own !== "bigint" || all2 === 0n) return void 0;
    return Number(own * 1000000n / all2) / 1e6;
  });
}
function heaviest(profile) {
  const shares2 = sharesOf(profile);
  return profile.layers.flatMap((layer, i) => {
    const share = shares2[i] ?? 0;
    return share >= 0.02 ? [{ layer, share }] : [];
  }).sort((a, b) => b.share - a.share).slice(0, 5);
}
function bar(share) {
  const eighths = Math.round((share ?? 0) * 80);
  const rest = ["", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"][eighths % 8] ?? "";
  return "\u2588".repeat(Math.floor(eighths / 8)) + rest;
}
function percent(share) {
  return share === void 0 || share === 0 ? "" : formatRatio(share).replace("+", "");
}

// src/report/html/remarks.ts
var names = { fatal: "\u2715 error", warning: "! warning", notice: "i notice" };
var severities = ["fatal", "warning", "notice"];
function remarksSection(report) {
  const ofRun = report.problems.map(
    (problem) => ({ severity: problem.severity, phrase: [quote(problem.message)], problem })
  );
  const ofModels2 = rankedModels(report.models, report.checks).flatMap(
    (model) => caveats(model).map((caveat) => ({ caveat, path: model.path }))
  );
  const all2 = [...ofRun.map((caveat) => ({ caveat, path: void 0 })), ...ofModels2];
  return remarks(all2);
}
function remarks(all2, id = "remarks", level = 2) {
  if (all2.length === 0) return nothing;
  const items = severities.flatMap((severity) => all2.filter(({ caveat }) => caveat.severity === severity).map(item));
  return html`<section aria-labelledby="${id}">
${heading(level, "Problems, unknowns and assumptions", id)}<ul class="remarks">
${items}</ul>
</section>
`;
}
function item({ caveat: { severity, phrase, problem }, path }) {
  const model = path === void 0 ? nothing : html`${code(path)}: `;
  return html`<li><span class="badge ${severity}">${names[severity]}</span><div><p>${model}${said(phrase, problem)}</p>${problem === void 0 ? nothing : advice(problem)}</div></li>
`;
}
function said(phrase, problem) {
  const isSentence = (text2) => phrase.length === 1 || text2 === problem?.message;
  return phrase.map(
    (part2) => typeof part2 === "string" ? part2 : isSentence(part2.quoted) ? part2.quoted : code(part2.quoted)
  );
}
function advice({ help, code: id, at }) {
  const file = placeText(at);
  const places = [
    ...file === "" ? [] : [html`in ${code(file)}`],
    ...at?.key === void 0 ? [] : [html`key ${code(at.key)}`],
    ...at?.offset === void 0 ? [] : [html`byte ${at.offset}`],
    ...at?.node === void 0 ? [] : [html`node ${code(at.node)}`]
  ];
  const where = places.map((place) => html` · ${place}`);
  return html`<p class="quiet">${help}</p><p class="quiet">${code(id)}${where}</p>`;
}

// src/report/html/profile.ts
var large = ["macs", "parameters", "flops", "weightBytes", "peakBytes"];
var memory = ["activationBytes", "peakBytes", "peakInplaceBytes", "arenaBytes", "peakFloorBytes"];
var ofLayer = ["parameters", "macs", "flops", "weightBytes", "readBytes", "writeBytes"];
function profileSection(profile, i, isAlone) {
  const id = `model-${i + 1}`;
  const name = isAlone ? nothing : heading(2, code(titleOf(profile)));
  const rest = caveatsOf(profile).map((caveat) => ({ caveat }));
  const level = isAlone ? 2 : 3;
  return html`<section id="${id}">
${name}${header(profile)}${cards2(profile)}${remarks(rest, `${id}-remarks`, level)}${heading(level, "Totals")}<div class="columns">
${totals(profile, "cost")}${totals(profile, "memory")}${shares("Weights by element type", "Stored as", "weightBytes", profile.totals.weightBytesByDType)}${shares("MACs by operand width", "Operands", "macs", profile.totals.macsByWidth)}${byOperator(profile)}${heavy(profile)}</div>
${heading(level, "Layers")}<p>${coverageText(profile)}</p>
${layers(profile)}</section>
`;
}
function header({ model, inputs, outputs, convention }) {
  const opsets = [...model.opsets].map(
    ([domain, version]) => html` · opset ${domain === "" ? "" : code(domain)} ${version.toString()}`
  );
  const why = convention.id === "flopgate" ? "" : html`<p class="quiet">${convention.title}: ${convention.why}</p>\n`;
  return html`<p class="quiet">${code(model.format)}${model.producer === "" ? "" : html` · ${code(model.producer)}`}${opsets} · ${formatCount(model.byteSize, "bytes")} · convention ${code(conventionText(convention.id, convention))}</p>
<p class="lead">${values(inputs)} → ${values(outputs)}</p>
${why}`;
}
var mostValues = 12;
function values(all2) {
  if (all2.length === 0) return html`nothing`;
  const shown2 = all2.slice(0, mostValues).map(
    ({ name, dtype, shape }, i) => html`${i === 0 ? "" : ", "}${code(`${name} ${dtype ?? "unknown"} ${formatShape(shape)}`)}`
  );
  return html`${shown2}${all2.length > mostValues ? ` and ${all2.length - mostValues} more` : ""}`;
}
function cards2(profile) {
  const items = large.filter((metric) => isGiven({ counting: profile.convention }, metric)).map((metric) => {
    const total2 = profile.totals[metric];
    const json2 = dimToJson(total2);
    const text2 = formatCount(json2, familyOf(metric));
    const exact = spelled(total2);
    return html`<li><span class="label">${metricName(metric)}</span><strong>${short(json2, text2)}</strong><span class="sub quiet">${isSpelled(text2, exact) ? "" : exact}</span></li>
`;
  });
  return html`<ul class="cards">\n${items}</ul>\n`;
}
function spelled(total2) {
  if (isUnknown(total2)) return total2.why;
  return typeof total2 === "bigint" ? total2.toString().replace(/\B(?=(\d{3})+$)/g, ",") : "";
}
function totals(profile, part2) {
  const rows = totalsOf(profile).filter(
    ({ metric }) => memory.includes(metric) === (part2 === "memory") && isGiven({ counting: profile.convention }, metric)
  ).map(
    ({
      metric,
      name,
      dim,
      value
    }) => html`<tr><th scope="row">${name}<span class="exact">${metricMeaning[metric]}</span></th>${spelledCell(dimToJson(dim), value, reason(dim))}</tr>
`
  );
  const title2 = part2 === "memory" ? "Memory of activations" : "Cost and storage";
  return scrolled(title2, tableOf(title2, [{ title: "Metric" }, { title: "Total", kind: "n" }], rows));
}
function reason(dim) {
  return isUnknown(dim) ? dim.why : void 0;
}
function shares(title2, head, metric, parts) {
  if (parts.size === 0) return nothing;
  const whole2 = [...parts.values()].reduce((sum, part2) => add(sum, part2), 0n);
  const rows = [...parts].map(
    ([
      name,
      dim
    ]) => html`<tr>${nameCell(name)}${spelledCell(dimToJson(dim), formatCount(dimToJson(dim), familyOf(metric)), reason(dim))}${part(dim, whole2)}</tr>
`
  );
  const columns = [{ title: head }, { title: metricName(metric), kind: "n" }, { title: "Share", kind: "n" }];
  return scrolled(title2, tableOf(title2, columns, rows));
}
function part(dim, whole2) {
  const share = ratio(dim, whole2);
  return shareCell(share, percent(share));
}
function ratio(dim, whole2) {
  if (typeof dim !== "bigint" || typeof whole2 !== "bigint" || whole2 === 0n) return void 0;
  return Number(dim * 1000000n / whole2) / 1e6;
}
var mostOperators = 12;
function byOperator(profile) {
  const work = workOf(profile);
  const sums = /* @__PURE__ */ new Map();
  for (const layer of profile.layers) {
    const name = layer.domain === "" ? layer.op : `${layer.domain}.${layer.op}`;
    const before = sums.get(name) ?? { count: 0, work: 0n };
    sums.set(name, { count: before.count + 1, work: add(before.work, counted(layer, work)) });
  }
  const size2 = (dim) => typeof dim === "bigint" ? dim : isUnknown(dim) ? -1n : 1n << 62n;
  const all2 = [...sums].sort(([, a], [, b]) => {
    const [x, y] = [size2(a.work), size2(b.work)];
    return x === y ? b.count - a.count : x > y ? -1 : 1;
  });
  const rows = all2.slice(0, mostOperators).map(
    ([
      name,
      sum
    ]) => html`<tr>${nameCell(name)}<td class="n">${sum.count}</td>${countCell(dimToJson(sum.work), work, reason(sum.work))}${part(sum.work, profile.totals[work])}</tr>
`
  );
  const columns = [
    { title: "Operator" },
    { title: "Nodes", kind: "n" },
    { title: metricName(work), kind: "n" },
    { title: "Share", kind: "n" }
  ];
  const more = all2.length > mostOperators ? ` \xB7 the first ${mostOperators} of ${all2.length}` : "";
  return rows.length === 0 ? nothing : scrolled("By operator", tableOf(`By operator${more}`, columns, rows));
}
function heavy(profile) {
  const work = workOf(profile);
  const rows = heaviest(profile).map(
    ({
      layer,
      share
    }) => html`<tr>${nameCell(labelOf(layer))}${countCell(dimToJson(layer[work]), work)}${shareCell(share, percent(share))}</tr>
`
  );
  const columns = [{ title: "Layer" }, { title: metricName(work), kind: "n" }, { title: "Share", kind: "n" }];
  return rows.length === 0 ? nothing : scrolled("Heaviest layers", tableOf("Heaviest layers", columns, rows));
}
function layers(profile) {
  const metrics = ofLayer.filter((metric) => isGiven({ counting: profile.convention }, metric));
  const all2 = sharesOf(profile);
  const rows = profile.layers.map((layer, i) => {
    const cells = metrics.map((metric) => countCell(dimToJson(layer[metric]), metric, reason(layer[metric])));
    return html`<tr><td class="n">${layer.index ?? "\u2013"}</td>${nameCell(labelOf(layer), state(layer))}<td>${code(layer.op)}</td><td class="shape">${code(outputText(layer))}</td>${cells}${shareCell(all2[i], percent(all2[i]))}</tr>
`;
  });
  const columns = [
    { title: "#", kind: "n" },
    { title: "Layer" },
    { title: "Operator" },
    { title: "Output" },
    ...metrics.map((metric) => ({ title: metricName(metric), kind: "n" })),
    { title: `% of ${metricName(workOf(profile))}`, kind: "n" }
  ];
  return longTable("Every layer, in file order", columns, rows);
}
function state({ dead, untaken }) {
  if (dead === true) return html` <span class="badge" title="No output depends on it; it is in no total">dead</span>`;
  if (untaken === true)
    return html` <span class="badge" title="The other branch costs more; what this costs at run time is in no total">untaken</span>`;
  return nothing;
}

// src/report/html.ts
var verdicts = { pass: "\u2713 pass", warn: "! warning", fail: "\u2715 fail" };
var exactly2 = html` <label><input type="checkbox" id="exact" autocomplete="off"> Exact numbers</label>`;
function renderHtml(report, { key = "" } = {}) {
  const { verdict, counting } = report;
  const sources = sourcePhrases(report).map((phrase, i) => html`${i === 0 ? "" : " \xB7 "}${dressed(phrase)}`);
  const why = counting === void 0 || counting.id === "flopgate" ? "" : html`<p>${counting.title}: ${counting.why}</p>\n`;
  return pageOf({
    title: `${verdict}: ${verdictSentence(report)} Flopgate${key === "" ? "" : ` \xB7 ${key}`}`,
    tone: verdict,
    header: html`<div class="brand"><span class="badge verdict ${verdict}">${verdicts[verdict]}</span> <span>Flopgate report</span>${key === "" ? "" : code(key)}${exactly2}</div>
<h1>${verdictSentence(report)}</h1>
<p class="lead">${dressed(mainChange(report))}</p>
<p class="quiet">${sources}</p>
`,
    main: html`${checksSection(report)}${modelsSection(report)}${remarksSection(report)}`,
    footer: html`${why}<p>${sources}</p>\n`
  });
}
function profilesHtml(profiles) {
  const [first] = profiles;
  const [isAlone, title2] = profiles.length === 1 && first !== void 0 ? [true, titleOf(first)] : [false, `${profiles.length} profiles`];
  const list2 = profiles.map((profile, i) => html`<li><a href="#model-${i + 1}">${code(titleOf(profile))}</a></li>\n`);
  return pageOf({
    title: `${title2} \xB7 Flopgate`,
    tone: "note",
    header: html`<div class="brand"><span class="badge verdict note">count</span> <span>Flopgate profile</span>${exactly2}</div>
<h1>${isAlone ? code(title2) : title2}</h1>
${isAlone ? "" : html`<ul>\n${list2}</ul>\n`}`,
    main: profiles.map((profile, i) => profileSection(profile, i, isAlone)),
    footer: html`<p>Made by Flopgate. A number that cannot be known is said to be unknown, with the reason; it is never 0.</p>\n`
  });
}

// src/report/markdown-checks.ts
function checksBlock(report, most) {
  const checks = sortedChecks(report.checks);
  const shown2 = checks.slice(0, most);
  if (shown2.length === 0) return [];
  const left = checks.slice(shown2.length);
  return [table(shown2), ...left.length > 0 ? [`And ${leftOver(left)}.`] : [], ...remarks2(shown2)];
}
function table(checks) {
  const rows = checks.map((check) => [
    standingIcon[standingOf(check)],
    markdownCell(check.scope),
    markdownCell(check.budget),
    check.base === void 0 ? "" : numberCell(check, check.base),
    numberCell(check, check.actual),
    usedText(check),
    headroomText(check)
  ]);
  return markdownTable([["", "Scope", "Budget", "Base", "Head", "Used", "Headroom"], ...rows], {
    align: ["", "", "", "r", "r", "r", "r"]
  });
}
function numberCell(check, value) {
  return say([numeral(value, checkNumber(check, value))], markdownCell);
}
var maxNamed = 5;
function remarks2(checks) {
  const groups = /* @__PURE__ */ new Map();
  for (const check of checks) {
    const said2 = [check.why, check.result === "met" ? void 0 : check.message].flatMap((s) => s === void 0 ? [] : markdownSentence(s)).join("; ");
    if (said2 === "") continue;
    const icon = standingIcon[standingOf(check)];
    const key = JSON.stringify([icon, check.scope, said2]);
    const group = groups.get(key) ?? { icon, scope: check.scope, said: said2, budgets: [] };
    group.budgets.push(check.budget);
    groups.set(key, group);
  }
  const lines2 = [...groups.values()].map(({ icon, scope, said: said2, budgets }) => {
    const named = budgets.slice(0, maxNamed).map((budget) => markdownCode(budget));
    const more = budgets.length > maxNamed ? `, ${budgets.length - maxNamed} more` : "";
    return `- ${icon} ${markdownCode(scope)} ${named.join(", ")}${more}: ${said2}`;
  });
  return lines2.length === 0 ? [] : [lines2.join("\n")];
}
function leftOver(checks) {
  const parts = standings.flatMap((standing) => {
    const count = checks.filter((c) => standingOf(c) === standing).length;
    return count === 0 ? [] : [`${count} more ${standingName[standing]}`];
  });
  return list(parts);
}

// src/report/markdown-models.ts
var always2 = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function modelBlocks(model, report, { layers: most }) {
  const isAlone = report.models.length === 1 && report.checks.length === 0 && model.status === "changed";
  const blocks3 = isAlone ? [] : [`### ${markdownCode(model.path)} \xB7 ${say(statusPhrase(model), markdownCode)}`];
  const table2 = metricsTable2(model, report);
  if (table2 !== "") blocks3.push(table2);
  const scenarios2 = scenariosTable(model, report);
  if (scenarios2 !== "") blocks3.push(scenarios2);
  blocks3.push(...growthLines(model).map((phrase) => say(phrase, markdownCode)));
  return [...blocks3, ...layersBlock(model, most)];
}
function metricsTable2(model, report) {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const asked = [...always2.filter((metric) => isGiven(report, metric)), ...budgeted];
  const metrics = [...new Set(asked)].filter((metric) => metric !== "coverage");
  const rows = metrics.flatMap((metric) => {
    const change = delta[metric];
    if (change !== void 0) return [[metricName(metric), ...deltaCells2(change, metric)]];
    const only = (head ?? base)?.[metric];
    if (only === void 0) return [];
    const count = cell(only, formatCount(only, familyOf(metric)));
    return [[metricName(metric), head === null ? count : "", head === null ? "" : count, "", oneSided2(model)]];
  });
  if (rows.length === 0) return "";
  const widths3 = widthCells(model);
  if (widths3 !== void 0) rows.push(["MACs by width", ...widths3.map((cell2) => say(cell2, markdownCell)), "", ""]);
  return markdownTable([["Metric", "Base", "Head", "\u0394", "\u0394 %"], ...rows], { align: ["", "r", "r", "r", "r"] });
}
function oneSided2({ status }) {
  return status === "added" ? "new" : status === "removed" ? "removed" : "";
}
function deltaCells2(change, metric) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const isUnchanged = change.by === 0;
  return [
    cell(change.from, from),
    cell(change.to, to),
    isUnchanged ? "" : cell(change.by, by),
    isUnchanged ? "=" : formatRatio(change.ratio) || say(signPhrase(change), markdownCell)
  ];
}
function scenariosTable(model, { checks }) {
  const { scenarios: scenarios2 = [] } = model;
  if (scenarios2.length === 0) return "";
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios2.map((s) => [
    markdownCell(s.name),
    ...metrics.map((metric) => say(scenarioPhrase(s, metric), markdownCell))
  ]);
  return markdownTable([["Scenario", ...metrics.map(metricName)], ...rows], { align: ["", ...metrics.map(() => "r")] });
}
function cell(value, text2) {
  return say([numeral(value, text2)], markdownCell);
}
var fewRows = 5;
function layersBlock(model, most) {
  const story = storyOf(model);
  const rows = story.rows.slice(0, most);
  const left = story.rows.length - rows.length;
  const summary = model.layers.length === 0 ? "" : layersSentence(model);
  const share = shareSentence(model, story);
  const isFolded = rows.length > fewRows;
  const sentence2 = summary === "" || isFolded ? [] : [`${summary}.${share === "" ? "" : ` ${share}`}`];
  const lines2 = [...sentence2, ...storyLines(model, story).map((phrase) => say(phrase, markdownCode))];
  const told2 = lines2.length === 0 ? [] : [lines2.map((line) => `- ${line}`).join("\n")];
  if (rows.length === 0) return told2;
  const table2 = [layersTable(rows), ...left > 0 ? [left === 1 ? "And 1 more row." : `And ${left} more rows.`] : []];
  if (!isFolded) return [...told2, ...table2];
  const shares2 = share === "" ? [] : [share];
  return [...told2, `<details>
<summary>${summary}</summary>`, ...shares2, ...table2, "</details>"];
}
function layersTable(rows) {
  const moved = layerMetrics.filter((metric) => rows.some(({ delta }) => (delta.get(metric)?.by ?? 0) !== 0)).slice(0, 2);
  const cells = rows.map((row) => [
    `${markdownCell(row.name)}${row.count > 1 ? ` \xD7${row.count}` : ""}`,
    markdownCell(row.op),
    kindName(row.kind),
    row.change === "" ? "" : markdownCell(row.change, 160),
    ...moved.map((metric) => layerDelta(row, metric))
  ]);
  const heads = ["Layer", "Operator", "Kind", "Change", ...moved.map((metric) => `\u0394 ${metricName(metric)}`)];
  return markdownTable([heads, ...cells], { align: ["", "", "", "", ...moved.map(() => "r")] });
}
function layerDelta({ delta }, metric) {
  const change = delta.get(metric);
  return change === void 0 ? "" : cell(change.by, formatSigned(change.by, familyOf(metric)));
}
function modelRows(models, { checks }, most) {
  const shown2 = models.slice(0, most);
  if (shown2.length === 0) return [];
  const rows = shown2.map((model) => {
    const own = checks.filter((c) => c.model === model.path).map(standingOf);
    const worst = model.status === "unreadable" ? "failed" : ["failed", "undecided", "warned", "unsure", "waived"].find((s) => own.includes(s));
    return [
      worst === void 0 ? "" : standingIcon[worst],
      markdownCell(model.path),
      model.status,
      say(modelChange(model, checks), markdownCell)
    ];
  });
  const left = models.length - shown2.length;
  return [
    markdownTable([["", "Model", "Status", "Change"], ...rows]),
    ...left > 0 ? [left === 1 ? "And 1 more model." : `And ${left} more models.`] : []
  ];
}

// src/report/marker.ts
function markerOf(key) {
  return `<!-- flopgate:comment:${encodeURIComponent(key.replace(lonely, "\uFFFD")).replaceAll("-", "%2D")} -->`;
}
var lonely = /[\ud800-\udfff]/gu;
var stampSize = 64;
function stamped(text2, { id, attempt }) {
  const { above, last, end } = partsOf(text2);
  return `${above}<!-- flopgate:run:${id}:${attempt} -->
${last}${end}`;
}
function stampIn(text2) {
  const [, id, attempt] = stampLine.exec(partsOf(text2).above) ?? [];
  return id === void 0 || attempt === void 0 ? void 0 : { id: Number(id), attempt: Number(attempt) };
}
function unstamped(text2) {
  const { above, last, end } = partsOf(text2);
  return `${above.replace(stampLine, "")}${last}${end}`;
}
var stampLine = /(?<![^\n])<!-- flopgate:run:(\d{1,15}):(\d{1,6}) -->\n$/;
function partsOf(text2) {
  const body = text2.trimEnd();
  const at = body.lastIndexOf("\n") + 1;
  return { above: body.slice(0, at), last: body.slice(at), end: text2.slice(body.length) };
}

// src/report/markdown.ts
var all = Number.POSITIVE_INFINITY;
var leastRow = 20;
var whole = { layers: all, models: "tables", modelCount: all, checks: all, caveats: all, footer: true };
var ladder = [
  whole,
  { ...whole, layers: 20 },
  { ...whole, layers: 5 },
  { ...whole, layers: 0 },
  { ...whole, layers: 0, models: "rows", modelCount: 200, checks: 200, caveats: 20 },
  { ...whole, layers: 0, models: "rows", modelCount: 50, checks: 50, caveats: 10 },
  { ...whole, layers: 0, models: "rows", modelCount: 10, checks: 10, caveats: 5 },
  { ...whole, layers: 0, models: "none", modelCount: 0, checks: 5, caveats: 2 },
  { ...whole, layers: 0, models: "none", modelCount: 0, checks: 0, caveats: 0 },
  { ...whole, layers: 0, models: "none", modelCount: 0, checks: 0, caveats: 0, footer: false }
];
function renderMarkdown(report, options = {}) {
  const { limit = all, key } = options;
  const end = key === void 0 ? "" : `
${markerOf(key)}
`;
  const rows = report.models.reduce((n, model) => n + storyOf(model).rows.length, 0);
  for (const detail of ladder) {
    if (Math.min(rows, detail.layers) * leastRow > limit) continue;
    const text2 = `${blocks2(report, detail, key).join("\n\n")}
${end}`;
    if (byteLength(text2) <= limit) return text2;
  }
  const sentence2 = `

**${verdictSentence(report)}**
${end}`;
  const least = [
    `${heading2(report, key)}${sentence2}`,
    `${heading2(report)}${sentence2}`,
    `${heading2(report, key)}
${end}`
  ];
  return least.find((text2) => byteLength(text2) <= limit) ?? `${heading2(report)}
${end}`;
}
function byteLength(text2) {
  return new TextEncoder().encode(text2).length;
}
function blocks2(report, detail, key) {
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  return [
    heading2(report, key),
    `**${verdictSentence(report)}** ${say(mainChange(report), markdownCode)}`,
    ...waiver(report),
    ...checksBlock(report, detail.checks),
    ...detail.models === "tables" ? models.slice(0, detail.modelCount).flatMap((m) => modelBlocks(m, report, detail)) : [],
    ...detail.models === "rows" ? modelRows(models, report, detail.modelCount) : [],
    ...unchanged > 0 && detail.models !== "none" ? [counted2(unchanged, "model is unchanged", "models are unchanged")] : [],
    ...caveatBlock(report, detail),
    ...detail === whole ? [] : [shortened],
    ...detail.footer ? [footer(report)] : []
  ];
}
var shortened = "Shortened to fit here; the job summary and the JSON report hold the rest.";
function heading2(report, key) {
  const name = key === void 0 || key === "" ? "" : ` \xB7 ${markdownCode(key, 60)}`;
  return `## ${verdictIcon[report.verdict]} Flopgate${name}`;
}
function waiver({ waivedBy }) {
  if (waivedBy === void 0) return [];
  return [`\u2611\uFE0F What is exceeded was accepted ${say(waiverPhrase(waivedBy), markdownCode)}.`];
}
function caveatBlock(report, { caveats: most }) {
  const ofRun = report.problems.map(({ severity, message, help, at }) => {
    const place = at?.file === void 0 ? "" : ` (${markdownCode(placeText(at))})`;
    const advice2 = severity === "fatal" ? `<br>${markdownSentence(help)}` : "";
    return { severity, text: `${markdownSentence(message)}${place}${advice2}` };
  });
  const ofModels2 = rankedModels(report.models, report.checks).flatMap(
    (model) => caveats(model).map(({ severity, phrase }) => ({
      severity,
      text: `${markdownCode(model.path)}: ${say(phrase, markdownSentence)}`
    }))
  );
  const lines2 = [...ofRun, ...ofModels2].sort((a, b) => rank(a) - rank(b));
  if (lines2.length === 0) return [];
  const [only] = report.models;
  const isPlain = report.models.length === 1 && only?.status === "changed" && report.checks.length === 0;
  if (isPlain && ofRun.length === 0 && lines2.length <= Math.min(most, 3) && lines2.every(({ severity }) => severity === "notice"))
    return [
      caveats(only).map(({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`).join("\n")
    ];
  const shown2 = lines2.slice(0, most).map(({ severity, text: text2 }) => `- ${severityIcon[severity]} ${text2}`);
  const left = lines2.length - shown2.length;
  const more = counted2(left, "more problem, unknown or assumption", "more problems, unknowns and assumptions");
  if (shown2.length === 0) return [`\u26A0\uFE0F ${more}`];
  return [["**Problems, unknowns and assumptions**", "", ...shown2, ...left > 0 ? [`- ${more}`] : []].join("\n")];
}
function rank({ severity }) {
  return severity === "fatal" ? 0 : severity === "warning" ? 1 : 2;
}
function footer(report) {
  return `<sub>${sourcePhrases(report).map((phrase) => say(phrase, markdownCode)).join(" \xB7 ")}</sub>`;
}
function counted2(count, one, many) {
  return count === 1 ? `1 ${one}.` : `${count} ${many}.`;
}

// src/report/terminal.ts
function renderTerminal(report, options = {}) {
  const paint = options.color === true ? colour : plain;
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  const sections = [
    title(report, paint),
    checksSection2(report, paint),
    ...models.map((model) => modelSection2(model, report, paint)),
    unchanged === 0 ? "" : unchanged === 1 ? "1 model is unchanged." : `${unchanged} models are unchanged.`,
    remarksSection2(report, paint),
    paint.dim(footer2(report))
  ];
  return `${sections.filter((s) => s !== "").join("\n\n")}
`;
}
var text = (quoted) => terminalText(quoted);
var sentence = (quoted) => terminalText(quoted, 500);
function title(report, paint) {
  const { verdict, waivedBy } = report;
  const colours2 = { pass: paint.green, warn: paint.yellow, fail: paint.red };
  const accepted = waivedBy === void 0 ? "" : `
Accepted ${say(waiverPhrase(waivedBy), text)}.`;
  const word = paint.bold(colours2[verdict](verdict.toUpperCase()));
  return `${word}  ${verdictSentence(report)} ${say(mainChange(report), text)}${accepted}`;
}
var marks2 = {
  failed: "\u2716",
  undecided: "?",
  warned: "!",
  unsure: "?",
  waived: "~",
  met: "\u2714"
};
function mark(check, paint) {
  const standing = standingOf(check);
  const isBad = standing === "failed" || standing === "undecided";
  return (isBad ? paint.red : standing === "met" ? paint.green : paint.yellow)(marks2[standing]);
}
function checksSection2(report, paint) {
  const checks = sortedChecks(report.checks);
  if (checks.length === 0) return "";
  const rows = checks.map((check) => [
    mark(check, paint),
    text(check.scope),
    text(check.budget),
    check.base === void 0 ? "" : text(checkNumber(check, check.base)),
    text(checkNumber(check, check.actual)),
    usedText(check),
    headroomText(check)
  ]);
  const right = { align: "right" };
  const columns = [
    { title: "" },
    { title: "Scope" },
    { title: "Budget" },
    { title: "Base", ...right },
    { title: "Head", ...right },
    { title: "Used", ...right },
    { title: "Headroom", ...right }
  ];
  const remarks3 = checks.flatMap((check) => {
    const said2 = [check.why, check.result === "met" ? void 0 : check.message].flatMap(
      (s) => s === void 0 ? [] : sentence(s)
    );
    return said2.length === 0 ? [] : [`  ${mark(check, paint)} ${text(check.scope)} ${text(check.budget)}: ${said2.join("; ")}`];
  });
  return [paint.bold("Budgets"), grid(columns, rows, paint), ...remarks3].join("\n");
}
var always3 = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function modelSection2(model, report, paint) {
  const name = `${paint.bold(text(model.path))} (${say(statusPhrase(model), text)})`;
  const growth = [...growthLines(model), ...widthLines(model)].map((phrase) => `  ${say(phrase, text)}`);
  const parts = [metricsGrid(model, report, paint), scenariosGrid(model, report, paint), growth.join("\n")];
  return [name, ...parts, layersSection2(model, paint)].filter((s) => s !== "").join("\n");
}
function metricsGrid(model, report, paint) {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const moved = Object.keys(delta).filter((metric) => isChange(delta[metric]));
  const asked = [...always3, ...moved].filter((metric) => isGiven(report, metric));
  const shown2 = /* @__PURE__ */ new Set([...asked, ...budgeted]);
  const metrics = Object.keys(head ?? base ?? {}).filter((metric) => shown2.has(metric));
  const rows = metrics.map((metric) => {
    const change = delta[metric];
    if (change !== void 0) return [text(metricName(metric)), ...deltaCells3(change, metric, paint)];
    const only = text(formatCount((head ?? base)?.[metric] ?? null, familyOf(metric)));
    return [text(metricName(metric)), head === null ? only : "", head === null ? "" : only, "", ""];
  });
  if (rows.length === 0) return "";
  const right = (heading3) => ({ title: heading3, align: "right" });
  return grid([{ title: "Metric" }, right("Base"), right("Head"), right("\u0394"), right("\u0394 %")], rows, paint);
}
function scenariosGrid(model, { checks }, paint) {
  const { scenarios: scenarios2 = [] } = model;
  if (scenarios2.length === 0) return "";
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios2.map((s) => [text(s.name), ...metrics.map((metric) => say(scenarioPhrase(s, metric), text))]);
  const columns = metrics.map((metric) => ({ title: metricName(metric), align: "right" }));
  return grid([{ title: "Scenario" }, ...columns], rows, paint);
}
function deltaCells3(change, metric, paint) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  if (change.by === 0) return [text(from), text(to), "", "="];
  return [text(from), text(to), tint(text(by), paint), growthCell(change, paint)];
}
function growthCell(change, paint) {
  const ratio2 = formatRatio(change.ratio);
  return ratio2 === "" ? say(signPhrase(change), text) : tint(ratio2, paint);
}
function tint(change, paint) {
  return change.startsWith("\u2212") ? paint.green(change) : change === "unknown" ? paint.yellow(change) : paint.red(change);
}
function layersSection2(model, paint) {
  const { layers: layers2, unchangedLayers } = model;
  const story = storyOf(model);
  const lines2 = storyLines(model, story).map((phrase) => `  ${say(phrase, text)}`);
  if (layers2.length === 0) {
    const none = unchangedLayers === 0 ? [] : [`  No layer differs, ${unchangedLayers} unchanged.`];
    return none.length + lines2.length === 0 ? "" : `
${[...none, ...lines2].join("\n")}`;
  }
  const summary = `
  ${layersSentence(model)}. ${shareSentence(model, story)}`.trimEnd();
  return [summary, ...lines2, ...story.rows.length === 0 ? [] : [layersGrid(story.rows, paint)]].join("\n");
}
function layersGrid(rows, paint) {
  const moved = layerMetrics.filter((metric) => rows.some(({ delta }) => (delta.get(metric)?.by ?? 0) !== 0)).slice(0, 2);
  const cells = rows.map((row) => [
    `${text(row.name)}${row.count > 1 ? ` \xD7${row.count}` : ""}`,
    text(row.op),
    kindName(row.kind),
    terminalText(row.change, 160),
    ...moved.map((metric) => layerDelta2(row, metric, paint))
  ]);
  const columns = [
    { title: "Layer" },
    { title: "Operator" },
    { title: "Kind" },
    { title: "Change" },
    ...moved.map((metric) => ({ title: `\u0394 ${metricName(metric)}`, align: "right" }))
  ];
  return grid(columns, cells, paint);
}
function layerDelta2({ delta }, metric, paint) {
  const change = delta.get(metric);
  return change === void 0 ? "" : tint(text(formatSigned(change.by, familyOf(metric))), paint);
}
var severityMark = { fatal: "\u2716", warning: "!", notice: "i" };
function remarksSection2(report, paint) {
  const lines2 = [
    ...report.problems.map(({ severity, message, help, at }) => {
      const place = at?.file === void 0 ? "" : ` (${text(placeText(at))})`;
      const advice2 = severity === "fatal" ? `
    ${sentence(help)}` : "";
      return `  ${severityMark[severity]} ${sentence(message)}${place}${advice2}`;
    }),
    ...rankedModels(report.models, report.checks).flatMap(
      (model) => caveats(model).map(
        ({ severity, phrase }) => `  ${severityMark[severity]} ${text(model.path)}: ${say(phrase, sentence)}`
      )
    )
  ];
  return lines2.length === 0 ? "" : [paint.bold("Problems, unknowns and assumptions"), ...lines2].join("\n");
}
function footer2(report) {
  return sourcePhrases(report).map((phrase) => say(phrase, text)).join(" \xB7 ");
}

// src/report/index.ts
var formats = [
  {
    id: "table",
    title: "aligned columns for a terminal",
    renderReport: renderTerminal,
    renderProfiles: profilesTerminal
  },
  {
    id: "markdown",
    title: "the pull request comment",
    renderReport: renderMarkdown,
    renderProfiles: profilesMarkdown
  },
  {
    id: "json",
    title: "the document other programs read",
    renderReport: (report) => json(report),
    // One model is an object, several are an array: what `count` promises.
    renderProfiles: (profiles) => {
      const [only, ...more] = profiles.map(profileToJson);
      return json(more.length === 0 && only !== void 0 ? only : profiles.map(profileToJson));
    }
  },
  {
    id: "csv",
    title: "one row for each layer",
    renderReport: reportCsv,
    renderProfiles: profilesCsv
  },
  {
    id: "html",
    title: "one page for a browser, with nothing to load",
    renderReport: renderHtml,
    renderProfiles: profilesHtml
  }
];
function formatNamed(id) {
  const found = formats.find((format) => format.id === id);
  return found ?? fail("usage/format-unavailable", { format: id, formats: formats.map((f) => f.id).join(", ") });
}
function renderReport(report, format, options = {}) {
  return formatNamed(format).renderReport(report, options);
}
function renderProfiles(profiles, format, options = {}) {
  return formatNamed(format).renderProfiles(profiles, options);
}
function summaryLine(report) {
  return logText(`${report.verdict}: ${verdictSentence(report)} ${say(mainChange(report), (text2) => logText(text2))}`);
}
function json(value) {
  return `${strictJson(JSON.stringify(value, null, 2))}
`;
}

export {
  markerOf,
  stampSize,
  stamped,
  stampIn,
  unstamped,
  formats,
  formatNamed,
  renderReport,
  renderProfiles,
  summaryLine
};

import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  csvField,
  logText,
  markdownCell,
  markdownCode,
  markdownSentence,
  terminalText
} from "./chunk-MVENPSY3.js";
import {
  counted,
  profileToJson
} from "./chunk-75US4DK7.js";
import {
  dimFromJson,
  dimToJson,
  fail,
  formatShape,
  isUnknown,
  writtenTerm
} from "./chunk-CWVZ73DZ.js";

// src/report/csv.ts
var costs = [
  "parameters",
  "buffers",
  "macs",
  "flops",
  "weightBytes",
  "quantBytes",
  "constantBytes",
  "readBytes",
  "writeBytes"
];
function reportCsv(report) {
  const titles = ["model", "kind", "name", "baseName", "op", "baseIndex", "headIndex", "changes"];
  const metrics = costs.flatMap((metric) => [`${metric}From`, `${metric}To`, `${metric}By`]);
  const rows = report.models.flatMap(
    (model) => model.layers.map((layer) => [
      model.path,
      layer.kind,
      layer.name,
      layer.baseName ?? "",
      layer.op,
      indices(layer.base),
      indices(layer.head),
      layer.changes.map(({ what, from, to }) => `${what} ${from ?? "none"} \u2192 ${to ?? "none"}`).join("; "),
      ...costs.flatMap((metric) => deltaFields(layer.delta, metric))
    ])
  );
  return lines([[...titles, ...metrics], ...rows]);
}
function profilesCsv(profiles) {
  const titles = ["model", "index", "name", "op", "domain", "module", "outputs", ...costs, "status", "dead", "untaken"];
  return lines([
    titles,
    ...profiles.flatMap(({ model, layers }) => layers.map((layer) => layerFields(model.path, layer)))
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
    ...costs.map((metric) => field(dimToJson(layer[metric]))),
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
    const code = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code === 99) {
      before = ":";
      after = ":";
    } else if (code === 108) {
      before = ":";
    } else if (code === 114) {
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
        const code = alignments[columnIndex];
        if (code === 114) {
          before = " ".repeat(size2);
        } else if (code === 99) {
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
  const code = typeof value === "string" ? value.codePointAt(0) : 0;
  return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/units.ts
function familyOf(metric) {
  return metric.endsWith("Bytes") ? "bytes" : "count";
}
var names = {
  parameters: "Parameters",
  buffers: "Buffers",
  macs: "MACs",
  flops: "FLOPs",
  weightBytes: "Weights",
  quantBytes: "Quantisation",
  constantBytes: "Constants",
  activationBytes: "Activations",
  peakBytes: "Peak memory",
  peakInplaceBytes: "Peak memory in place",
  arenaBytes: "Arena",
  peakFloorBytes: "Peak memory floor",
  readBytes: "Bytes read",
  writeBytes: "Bytes written",
  fileBytes: "File",
  coverage: "Coverage"
};
function metricName(metric) {
  return Object.hasOwn(names, metric) ? names[metric] ?? metric : metric;
}
var ladders = {
  count: ["", "k", "M", "G", "T", "P", "E"].map((name, i) => ({ name, size: 1000n ** BigInt(i) })),
  bytes: ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].map((name, i) => ({ name, size: 1024n ** BigInt(i) }))
};
function formatCount(json2, family) {
  const dim = dimFromJson(json2);
  return dim === void 0 ? shorten(String(json2)) : formatDimension(dim, family);
}
function formatDelta(delta, family) {
  const [from, to, by] = [delta.from, delta.to, delta.by].map(dimFromJson);
  if (typeof from !== "bigint" || typeof to !== "bigint" || typeof by !== "bigint") {
    return {
      from: formatCount(delta.from, family),
      to: formatCount(delta.to, family),
      by: formatSigned(delta.by, family)
    };
  }
  const largest = magnitude(from) > magnitude(to) ? from : to;
  const { unit, decimals } = scaleOf(largest, family);
  const enough = unit.size === 1n ? 0 : decimalsFor(by, unit, decimals);
  const show = (n) => withUnit(fixed(n, unit.size, enough), unit);
  const isTooSmall = by !== 0n && roundedTo(magnitude(by), unit.size, enough) === 0n;
  const change = isTooSmall ? formatKnown(magnitude(by), family) : show(magnitude(by));
  return { from: show(from), to: show(to), by: by === 0n ? "0" : `${by < 0n ? "\u2212" : "+"}${change}` };
}
function formatSigned(by, family) {
  const text2 = formatCount(by, family);
  const isBare = by === 0 || by === null || text2.startsWith("\u2212");
  return isBare ? text2 : `+${text2}`;
}
function formatRatio(ratio) {
  if (ratio === void 0) return "";
  if (ratio === 0) return "0 %";
  const sign = ratio < 0 ? "\u2212" : "+";
  const size2 = Math.abs(ratio);
  if (size2 < 1e-4) return `${sign}<0.01 %`;
  if (ratio >= 10) return `\xD7${trim((ratio + 1).toPrecision(3))}`;
  const percent2 = size2 * 100;
  const text2 = trim(percent2.toFixed(percent2 < 9.995 ? 2 : percent2 < 99.95 ? 1 : 0));
  return `${sign}${ratio > -1 && ratio < 0 && text2 === "100" ? "99.99" : text2} %`;
}
function formatShare(share) {
  if (typeof share !== "number") return formatCount(share, "count");
  return `${trim((Math.floor(share * 1e4 + 1e-9) / 100).toFixed(2))} %`;
}
function formatDimension(dim, family) {
  if (typeof dim === "bigint") return formatKnown(dim, family);
  return isUnknown(dim) ? "unknown" : formatExpression(dim, family);
}
function formatKnown(n, family) {
  const { unit, decimals } = scaleOf(n, family);
  return withUnit(fixed(n, unit.size, decimals), unit);
}
var maxExpression = 48;
function formatExpression(poly, family) {
  const operands = maximumOf(poly);
  if (operands !== void 0) return formatMaximum(operands, family);
  const degree = (t) => t.factors.reduce((n, f) => n + f.power, 0);
  const terms = [...poly.terms].sort((a, b) => degree(b) - degree(a) || (a.key < b.key ? -1 : 1));
  let text2 = "";
  for (const [i, term] of terms.entries()) {
    const { negative, body } = formatTerm(term, family);
    const next = i === 0 ? negative ? `\u2212${body}` : body : `${text2} ${negative ? "\u2212" : "+"} ${body}`;
    if (i > 0 && next.length > maxExpression) return `${text2} + ${terms.length - i} more`;
    text2 = next;
  }
  return text2;
}
function maximumOf({ terms }) {
  const [term, ...more] = terms;
  const [factor, ...others] = term?.factors ?? [];
  if (term?.coefficient !== 1n || factor?.atom.kind !== "max" || factor.power !== 1) return void 0;
  return more.length > 0 || others.length > 0 ? void 0 : factor.atom.operands;
}
function formatMaximum(operands, family) {
  const texts = operands.map((d) => formatDimension(d, family));
  const whole2 = `max(${texts.join(", ")})`;
  return whole2.length <= maxExpression ? whole2 : `the largest of ${operands.length} expressions`;
}
function formatTerm(term, family) {
  const { negative, magnitude: size2, factors } = writtenTerm(term);
  if (factors === "") return { negative, body: formatKnown(size2, family) };
  const symbols = factors.replaceAll("*", "\xB7").replace(/\^([23])(?!\d)/g, (_, power) => power === "2" ? "\xB2" : "\xB3");
  const coefficient = size2 === 1n && family === "count" ? "" : `${formatKnown(size2, family)}\xB7`;
  return { negative, body: shorten(`${coefficient}${symbols}`) };
}
function shorten(text2) {
  return text2.length > maxExpression ? `${text2.slice(0, maxExpression - 1)}\u2026` : text2;
}
function scaleOf(n, family) {
  const ladder2 = ladders[family];
  const size2 = magnitude(n);
  const [first = { name: "", size: 1n }] = ladder2;
  let unit = first;
  for (const step2 of ladder2) if (size2 >= step2.size) unit = step2;
  const decimals = decimalsOf(size2, unit);
  const next = ladder2[ladder2.indexOf(unit) + 1];
  const step = family === "bytes" ? 1024n : 1000n;
  const rounded = roundedTo(size2, unit.size, decimals);
  if (next !== void 0 && unit.size > 1n && rounded >= step * 10n ** BigInt(decimals))
    return { unit: next, decimals: 2 };
  return { unit, decimals };
}
function decimalsOf(size2, { size: unit }) {
  if (unit === 1n || size2 >= unit * 100n) return 0;
  return size2 >= unit * 10n ? 1 : 2;
}
function decimalsFor(by, { size: size2 }, least) {
  let decimals = least;
  while (by !== 0n && decimals < least + 3 && roundedTo(magnitude(by), size2, decimals) < 10n) decimals++;
  return decimals;
}
function roundedTo(n, unit, decimals) {
  return (2n * n * 10n ** BigInt(decimals) + unit) / (2n * unit);
}
function fixed(n, unit, decimals) {
  const digits = roundedTo(magnitude(n), unit, decimals).toString().padStart(decimals + 1, "0");
  const whole2 = digits.slice(0, digits.length - decimals);
  if (whole2.length > 12) return `${n < 0n ? "\u2212" : ""}${digits.slice(0, 1)}.${digits.slice(1, 3)}e${whole2.length - 1}`;
  const grouped = whole2.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0n ? "\u2212" : ""}${grouped}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
}
function withUnit(number, { name }) {
  return name === "" ? number : `${number} ${name}`;
}
function magnitude(n) {
  return n < 0n ? -n : n;
}
function trim(decimal) {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

// src/report/words.ts
function quote(text2) {
  return { quoted: text2 };
}
function say(phrase, quoted) {
  return phrase.map((part) => typeof part === "string" ? part : quoted(part.quoted)).join("");
}
var verdictIcon = { pass: "\u2705", warn: "\u26A0\uFE0F", fail: "\u274C" };
var severityIcon = { fatal: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };
var standings = ["failed", "undecided", "warned", "unsure", "waived", "met"];
var standingIcon = {
  failed: "\u274C",
  undecided: "\u2753",
  warned: "\u26A0\uFE0F",
  unsure: "\u2754",
  waived: "\u2611\uFE0F",
  met: "\u2705"
};
function standingOf({ result, level }) {
  if (result === "exceeded") return level === "error" ? "failed" : "warned";
  if (result === "undecidable") return level === "error" ? "undecided" : "unsure";
  return result;
}
function sortedChecks(checks) {
  const rank2 = (c) => standings.indexOf(standingOf(c));
  return checks.map((c, i) => ({ c, i, rank: rank2(c), used: usedShare(c) ?? 0 })).sort((a, b) => a.rank - b.rank || b.used - a.used || a.i - b.i).map(({ c }) => c);
}
function verdictSentence(report) {
  return `${capital(list(faults(report)))}.`;
}
function faults(report) {
  const count = (standing) => report.checks.filter((c) => standingOf(c) === standing).length;
  const unreadable = report.models.filter(({ status }) => status === "unreadable").length;
  const fatal = report.problems.filter(({ severity }) => severity === "fatal").length;
  const said = [
    some(count("failed"), "budget is exceeded", "budgets are exceeded"),
    some(count("undecided"), "budget cannot be decided", "budgets cannot be decided"),
    some(unreadable, "model cannot be read", "models cannot be read"),
    some(fatal, "error in the set-up", "errors in the set-up"),
    some(count("warned"), "warning budget is exceeded", "warning budgets are exceeded"),
    some(count("unsure"), "warning budget cannot be decided", "warning budgets cannot be decided"),
    some(count("waived"), "budget is exceeded and accepted", "budgets are exceeded and accepted")
  ].filter((s) => s !== "");
  if (said.length > 0) return said;
  const { length } = report.checks;
  return [length === 0 ? "no budgets apply" : length === 1 ? "the budget is met" : `all ${length} budgets are met`];
}
var telling = ["macs", "parameters", "flops", "weightBytes", "peakBytes", "fileBytes"];
function mainChange({ models, checks }) {
  const touched = rankedModels(models, checks);
  const [first, ...rest] = touched;
  if (first === void 0) return ["No model changed."];
  const more = rest.length === 0 ? "" : ` ${rest.length} more changed.`;
  return [quote(first.path), " ", ...modelChange(first, checks), `.${more}`];
}
function modelChange(model, checks = []) {
  const { status, head, delta } = model;
  if (status === "unreadable") return ["cannot be read"];
  if (status === "removed") return ["is removed"];
  const size2 = head === null ? [] : [...amount(head, "macs"), " MACs, ", ...amount(head, "parameters"), " parameters"];
  if (status === "added") return ["is new: ", ...size2];
  if (Object.keys(delta).length === 0) return ["has no base to compare with: ", ...size2];
  const failing = checks.find((c) => c.model === model.path && standingOf(c) === "failed" && c.layers === void 0);
  const order = failing === void 0 ? telling : [failing.metric, ...telling];
  const metric = order.find((m) => isChange(delta[m]));
  const change = metric === void 0 ? void 0 : delta[metric];
  if (metric === void 0 || change === void 0) return ["costs what it did"];
  return [`${metricName(metric)} `, ...fromTo(metric, change)];
}
function amount(totals, metric) {
  const value = totals[metric] ?? null;
  return [numeral(value, formatCount(value, familyOf(metric)))];
}
function fromTo(metric, change) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const ratio = formatRatio(change.ratio);
  const grown = ratio === "" ? numeral(change.by, by) : ratio;
  return [numeral(change.from, from), " \u2192 ", numeral(change.to, to), " (", grown, ")"];
}
function numeral(value, text2) {
  return typeof value === "string" && !/^-?\d+$/.test(value) ? quote(text2) : text2;
}
function isChange(delta) {
  return delta !== void 0 && delta.by !== 0;
}
function rankedModels(models, checks) {
  const worst = /* @__PURE__ */ new Map();
  for (const check of checks) {
    const rank2 = standings.indexOf(standingOf(check));
    if (check.model !== void 0) worst.set(check.model, Math.min(rank2, worst.get(check.model) ?? standings.length));
  }
  const rankOf = ({ path, status }) => status === "unreadable" ? -1 : worst.get(path) ?? standings.length;
  return models.filter(({ status }) => status !== "unchanged").map((model, i) => ({ model, i, rank: rankOf(model), moved: movement(model) })).sort((a, b) => a.rank - b.rank || b.moved - a.moved || a.i - b.i).map(({ model }) => model);
}
function movement({ delta, status }) {
  if (status === "added" || status === "removed") return 1;
  return Math.max(0, ...telling.map((m) => Math.abs(delta[m]?.ratio ?? (isChange(delta[m]) ? 1 : 0))));
}
var kinds = {
  modified: "modified",
  renamed: "renamed",
  moved: "moved",
  added: "added",
  removed: "removed",
  fused: "fused",
  split: "split",
  rewritten: "rewritten",
  weightsOnly: "other weights",
  shapeOnly: "other shapes"
};
function kindName(kind) {
  return kinds[kind];
}
function kindCounts(layers) {
  const counts = /* @__PURE__ */ new Map();
  for (const { kind } of layers) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.entries(kinds).flatMap(([kind, name]) => counts.has(kind) ? [`${counts.get(kind)} ${name}`] : []).join(", ");
}
function changeText(layer) {
  const parts = layer.changes.map(({ what, from, to }) => {
    const words = what.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
    return `${words} ${from ?? "none"} \u2192 ${to ?? "none"}`;
  });
  const was = layer.baseName === void 0 ? [] : [`was ${layer.baseName}`];
  const nodes = layer.base.length > 1 || layer.head.length > 1 ? [`${layer.base.length} \u2192 ${layer.head.length} nodes`] : [];
  return [...parts, ...was, ...nodes].join(", ");
}
function usedShare({ kind, actual, limit }) {
  if (kind === "min") return void 0;
  const [a, l] = [dimFromJson(actual), dimFromJson(limit)];
  if (typeof a !== "bigint" || typeof l !== "bigint" || l === 0n) return void 0;
  return Number(a * 1000000n / l) / 1e6;
}
function usedText(check) {
  const share = usedShare(check);
  if (share === void 0) return "";
  const percent2 = Math.round(share * 100);
  const isOver = check.result === "exceeded" || check.result === "waived";
  if (isOver && percent2 <= 100) return ">100 %";
  return percent2 === 100 && check.actual !== check.limit && !isOver ? "<100 %" : `${percent2} %`;
}
function checkNumber(metric, value) {
  return metric === "coverage" ? formatShare(value) : formatCount(value, familyOf(metric));
}
function headroomText({ metric, headroom }) {
  const room = dimFromJson(headroom ?? null);
  if (typeof room !== "bigint") return "";
  const text2 = formatCount(dimToJson(room < 0n ? -room : room), familyOf(metric));
  return `${text2} ${room < 0n ? "over" : "left"}`;
}
function caveats(model) {
  const { coverage, assumptions, notes, problems, related } = model;
  const unrelated = ["the two sides are different architectures: only totals are compared"];
  return [
    ...coverage === null ? [] : gaps(coverage, Object.entries(coverage.unknownOperators)),
    ...measuredWith(assumptions),
    ...related ? [] : [{ severity: "warning", phrase: unrelated }],
    ...notes.map((note) => ({ severity: "notice", phrase: [quote(note)] })),
    ...problems.map(remark)
  ].sort((a, b) => weight(a) - weight(b));
}
function caveatsOf({ coverage, assumptions, problems }) {
  const found = [
    ...gaps(coverage, [...coverage.unknownOperators]),
    ...measuredWith(assumptions),
    ...problems.map(remark)
  ];
  return found.sort((a, b) => weight(a) - weight(b));
}
function gaps({ nodes, unknown, symbolic }, operators) {
  const said = [];
  if (unknown > 0) {
    const named = operators.slice(0, 5).flatMap(([name, n], i) => [i === 0 ? " " : ", ", quote(name), ` \xD7${n}`]);
    const more = operators.length > 5 ? [`, ${operators.length - 5} more`] : [];
    const why = named.length > 0 ? ["; operators Flopgate does not know:", ...named, ...more] : [];
    said.push({ severity: "warning", phrase: [`${unknown} of ${nodes} nodes have an unknown shape or cost`, ...why] });
  }
  if (symbolic > 0) {
    said.push({ severity: "notice", phrase: [`${symbolic} of ${nodes} nodes are expressions in unbound dimensions`] });
  }
  return said;
}
function measuredWith(assumptions) {
  if (assumptions.length === 0) return [];
  const parts = assumptions.flatMap((a, i) => [i === 0 ? "" : ", ", quote(a)]);
  return [{ severity: "notice", phrase: ["measured with ", ...parts] }];
}
function remark({ severity, message, at }) {
  const named = at?.node === void 0 || message.includes(at.node) ? [] : [" at ", quote(at.node)];
  return { severity, phrase: [quote(message), ...named] };
}
function weight({ severity }) {
  return severity === "fatal" ? 0 : severity === "warning" ? 1 : 2;
}
function explanationText({ explanation: explanation2, layers }) {
  if (explanation2 === void 0 || explanation2.layers >= layers.length || layers.length < 4) return "";
  const verb = explanation2.layers === 1 ? "makes" : "make";
  return `${explanation2.layers} of ${layers.length} layers ${verb} up 90 % of the change in ${metricName(explanation2.metric)}.`;
}
function offset(model) {
  const { explanation: explanation2, delta, layers } = model;
  if (explanation2 === void 0) return void 0;
  const { metric } = explanation2;
  const net = dimFromJson(delta[metric]?.by ?? null);
  if (typeof net !== "bigint" || net === 0n) return void 0;
  let best;
  for (const layer of layers) {
    const by = dimFromJson(layer.delta[metric]?.by ?? null);
    if (typeof by !== "bigint" || by === 0n || by > 0n === net > 0n) continue;
    if (best === void 0 || size(by) > size(best.by)) best = { layer, by };
  }
  if (best === void 0 || size(best.by) * 20n < size(net)) return void 0;
  const change = best.layer.delta[metric];
  return change === void 0 ? void 0 : { layer: best.layer, metric, by: formatSigned(change.by, familyOf(metric)) };
}
function size(n) {
  return n < 0n ? -n : n;
}
function some(count, one, many) {
  return count === 0 ? "" : count === 1 ? `1 ${one}` : `${count} ${many}`;
}
function list(parts) {
  return parts.length < 2 ? parts[0] ?? "" : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
function capital(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}

// src/report/markdown-checks.ts
function checksBlock(report, most) {
  const checks = sortedChecks(report.checks);
  const shown2 = checks.slice(0, most);
  if (shown2.length === 0) return [];
  const left = checks.slice(shown2.length);
  return [table(shown2), ...left.length > 0 ? [`And ${leftOver(left)}.`] : [], ...remarks(shown2)];
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
function numberCell({ metric }, value) {
  return say([numeral(value, checkNumber(metric, value))], markdownCell);
}
var maxNamed = 5;
function remarks(checks) {
  const groups = /* @__PURE__ */ new Map();
  for (const check of checks) {
    const said = [check.why, check.result === "met" ? void 0 : check.message].flatMap((s) => s === void 0 ? [] : markdownSentence(s)).join("; ");
    if (said === "") continue;
    const icon = standingIcon[standingOf(check)];
    const key = JSON.stringify([icon, check.scope, said]);
    const group = groups.get(key) ?? { icon, scope: check.scope, said, budgets: [] };
    group.budgets.push(check.budget);
    groups.set(key, group);
  }
  const lines2 = [...groups.values()].map(({ icon, scope, said, budgets }) => {
    const named = budgets.slice(0, maxNamed).map((budget) => markdownCode(budget));
    const more = budgets.length > maxNamed ? `, ${budgets.length - maxNamed} more` : "";
    return `- ${icon} ${markdownCode(scope)} ${named.join(", ")}${more}: ${said}`;
  });
  return lines2.length === 0 ? [] : [lines2.join("\n")];
}
var leftNames = {
  failed: "exceeded",
  undecided: "undecidable",
  warned: "exceeded (warning)",
  unsure: "undecidable (warning)",
  waived: "accepted",
  met: "met"
};
function leftOver(checks) {
  const parts = Object.entries(leftNames).flatMap(([standing, name]) => {
    const count = checks.filter((c) => standingOf(c) === standing).length;
    return count === 0 ? [] : [`${count} more ${name}`];
  });
  return list(parts);
}

// src/report/markdown-models.ts
var always = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function modelBlocks(model, report, { layers: most }) {
  const from = model.basePath === void 0 || model.basePath === model.path ? "" : ` (was ${markdownCode(model.basePath)})`;
  const blocks2 = [`### ${markdownCode(model.path)} \xB7 ${model.status}${from}`];
  const table2 = metricsTable(model, report);
  if (table2 !== "") blocks2.push(table2);
  return [...blocks2, ...blockChanges(model), ...layersBlock(model, most)];
}
function metricsTable(model, { checks }) {
  const { base, head, delta } = model;
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = [.../* @__PURE__ */ new Set([...always, ...budgeted])].filter((metric) => metric !== "coverage");
  const rows = metrics.flatMap((metric) => {
    const change = delta[metric];
    if (change !== void 0) return [[metricName(metric), ...deltaCells(change, metric)]];
    const only = (head ?? base)?.[metric];
    if (only === void 0) return [];
    const count = cell(only, formatCount(only, familyOf(metric)));
    return [[metricName(metric), head === null ? count : "", head === null ? "" : count, "", oneSided(model)]];
  });
  if (rows.length === 0) return "";
  return markdownTable([["Metric", "Base", "Head", "\u0394", "\u0394 %"], ...rows], { align: ["", "r", "r", "r", "r"] });
}
function oneSided({ status }) {
  return status === "added" ? "new" : status === "removed" ? "removed" : "";
}
function deltaCells(change, metric) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const isUnchanged = change.by === 0;
  return [
    cell(change.from, from),
    cell(change.to, to),
    isUnchanged ? "" : cell(change.by, by),
    isUnchanged ? "=" : formatRatio(change.ratio)
  ];
}
function cell(value, text2) {
  return say([numeral(value, text2)], markdownCell);
}
function blockChanges({ blocks: blocks2 }) {
  if (blocks2.length === 0) return [];
  const shown2 = blocks2.slice(0, 10).map(({ name, from, to }) => `${markdownCode(name)} \xD7${from} \u2192 \xD7${to}`);
  const more = blocks2.length - shown2.length;
  return [`Repeated blocks: ${shown2.join(", ")}${more > 0 ? `, ${more} more` : ""}.`];
}
var layerMetrics = ["macs", "parameters", "flops", "weightBytes", "readBytes", "writeBytes"];
function layersBlock(model, most) {
  const { layers, unchangedLayers } = model;
  if (layers.length === 0) return [];
  const total = layers.length === 1 ? "1 layer differs" : `${layers.length} layers differ`;
  const summary = `${total}: ${kindCounts(layers)} \xB7 ${unchangedLayers} unchanged`;
  if (most === 0) return [`${summary}.`];
  const shown2 = layers.slice(0, most);
  const moved = layerMetrics.filter((metric) => layers.some(({ delta }) => isChange(delta[metric]))).slice(0, 2);
  const rows = shown2.map((layer) => [
    markdownCell(layer.name),
    markdownCell(layer.op),
    kindName(layer.kind),
    changeText(layer) === "" ? "" : markdownCell(changeText(layer), 160),
    ...moved.map((metric) => layerDelta(layer, metric))
  ]);
  const heads = ["Layer", "Operator", "Kind", "Change", ...moved.map((metric) => `\u0394 ${metricName(metric)}`)];
  const left = layers.length - shown2.length;
  return [
    `<details>
<summary>${summary}</summary>`,
    ...explanation(model),
    markdownTable([heads, ...rows], { align: ["", "", "", "", ...moved.map(() => "r")] }),
    ...left > 0 ? [left === 1 ? "And 1 more layer." : `And ${left} more layers.`] : [],
    "</details>"
  ];
}
function layerDelta({ delta }, metric) {
  const change = delta[metric];
  return change === void 0 ? "" : cell(change.by, formatSigned(change.by, familyOf(metric)));
}
function explanation(model) {
  const against = offset(model);
  const sentences = [
    explanationText(model),
    against === void 0 ? "" : `Largest offset: ${markdownCode(against.layer.name)} ${against.by} ${metricName(against.metric)}.`
  ].filter((s) => s !== "");
  return sentences.length === 0 ? [] : [sentences.join(" ")];
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
  const rows = report.models.reduce((n, { layers }) => n + layers.length, 0);
  for (const detail of ladder) {
    if (Math.min(rows, detail.layers) * leastRow > limit) continue;
    const text2 = `${blocks(report, detail, key).join("\n\n")}
${end}`;
    if (byteLength(text2) <= limit) return text2;
  }
  const sentence2 = `

**${verdictSentence(report)}**
${end}`;
  const least = [
    `${heading(report, key)}${sentence2}`,
    `${heading(report)}${sentence2}`,
    `${heading(report, key)}
${end}`
  ];
  return least.find((text2) => byteLength(text2) <= limit) ?? `${heading(report)}
${end}`;
}
function byteLength(text2) {
  return new TextEncoder().encode(text2).length;
}
function blocks(report, detail, key) {
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  return [
    heading(report, key),
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
function heading(report, key) {
  const name = key === void 0 || key === "" ? "" : ` \xB7 ${markdownCode(key, 60)}`;
  return `## ${verdictIcon[report.verdict]} Flopgate${name}`;
}
function waiver({ waivedBy }) {
  if (waivedBy === void 0) return [];
  const who = waivedBy.actor === void 0 ? "" : ` by ${markdownCode(waivedBy.actor)}`;
  const when = waivedBy.at === void 0 ? "" : ` at ${markdownCode(waivedBy.at)}`;
  return [`\u2611\uFE0F What is exceeded was accepted with the label ${markdownCode(waivedBy.label)}${who}${when}.`];
}
function caveatBlock(report, { caveats: most }) {
  const ofRun = report.problems.map(({ severity, message, help, at }) => {
    const place = at?.file === void 0 ? "" : ` (${markdownCode(`${at.file}${at.line === void 0 ? "" : `:${at.line}`}`)})`;
    const advice = severity === "fatal" ? `<br>${markdownSentence(help)}` : "";
    return { severity, text: `${markdownSentence(message)}${place}${advice}` };
  });
  const ofModels = rankedModels(report.models, report.checks).flatMap(
    (model) => caveats(model).map(({ severity, phrase }) => ({
      severity,
      text: `${markdownCode(model.path)}: ${say(phrase, markdownSentence)}`
    }))
  );
  const lines2 = [...ofRun, ...ofModels].sort((a, b) => rank(a) - rank(b));
  if (lines2.length === 0) return [];
  const shown2 = lines2.slice(0, most).map(({ severity, text: text2 }) => `- ${severityIcon[severity]} ${text2}`);
  const left = lines2.length - shown2.length;
  const more = counted2(left, "more problem, unknown or assumption", "more problems, unknowns and assumptions");
  if (shown2.length === 0) return [`\u26A0\uFE0F ${more}`];
  return [["**Problems, unknowns and assumptions**", "", ...shown2, ...left > 0 ? [`- ${more}`] : []].join("\n")];
}
function rank({ severity }) {
  return severity === "fatal" ? 0 : severity === "warning" ? 1 : 2;
}
function footer({ base, head, convention, tool }) {
  const from = base === null ? "no base" : revision(base);
  const parts = [
    `${from} \u2192 ${revision(head)}`,
    `convention ${markdownCode(convention)}`,
    `Flopgate ${markdownCode(tool.version)}`
  ];
  return `<sub>${parts.join(" \xB7 ")}</sub>`;
}
function revision({ label, sha, how }) {
  const at = sha === void 0 ? "" : ` at ${markdownCode(sha.slice(0, 12))}`;
  return `${markdownCode(label)}${at}${how === void 0 ? "" : ` (${markdownCode(how)})`}`;
}
function counted2(count, one, many) {
  return count === 1 ? `1 ${one}.` : `${count} ${many}.`;
}

// src/report/grid.ts
function grid(columns, rows, paint = plain) {
  const widths = columns.map(({ title: title2 }, i) => rows.reduce((w, row) => Math.max(w, width(row[i] ?? "")), width(title2)));
  const line = (cells, style) => `  ${columns.map(({ align }, i) => pad(cells[i] ?? "", widths[i] ?? 0, align, style)).join("  ")}`.trimEnd();
  const titles = columns.map(({ title: title2 }) => title2);
  const head = titles.some((t) => t !== "") ? [line(titles, paint.dim)] : [];
  return [...head, ...rows.map((row) => line(row, (text2) => text2))].join("\n");
}
function pad(text2, to, align, style) {
  const space = " ".repeat(Math.max(0, to - width(text2)));
  return align === "right" ? space + style(text2) : style(text2) + space;
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
var shownTotals = [
  "parameters",
  "buffers",
  "macs",
  "flops",
  "weightBytes",
  "quantBytes",
  "constantBytes",
  "activationBytes",
  "peakBytes",
  "peakInplaceBytes",
  "arenaBytes",
  "peakFloorBytes",
  "readBytes",
  "writeBytes"
];
var alwaysShown = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function profilesTerminal(profiles, options = {}) {
  const paint = options.color === true ? colour : plain;
  const text2 = (quoted) => terminalText(quoted);
  return profiles.map((profile) => {
    const totals = totalsOf(profile).map(({ name, value, exact }) => [name, text2(value), terminalText(exact, 200)]);
    const right = (title2) => ({ title: title2, align: "right" });
    const shares = sharesOf(profile);
    const rows = profile.layers.map((layer, i) => [
      text2(String(layer.index ?? "")),
      text2(labelOf(layer)),
      text2(layer.op),
      terminalText(outputText(layer), 60),
      text2(shown(layer, "parameters")),
      text2(shown(layer, "macs")),
      percent(shares[i]),
      bar(shares[i])
    ]);
    const columns = [right("#"), { title: "Layer" }, { title: "Operator" }, { title: "Output" }];
    const remarks2 = caveatsOf(profile).map(
      ({ severity, phrase }) => `  ${severity === "notice" ? "i" : "!"} ${say(phrase, (t) => terminalText(t, 500))}`
    );
    const heavy = heaviest(profile).map(({ layer, share }) => `${text2(labelOf(layer))} ${percent(share)}`);
    return [
      `${paint.bold(text2(profile.model.path))}  ${paint.dim(headerText(profile, text2))}`,
      grid([right(""), right(""), { title: "" }], totals, paint),
      grid([...columns, right("Parameters"), right("MACs"), right("Share"), { title: "" }], rows, paint),
      heavy.length === 0 ? "" : `  Heaviest: ${heavy.join(", ")} of the MACs.`,
      `  ${coverageText(profile)}`,
      remarks2.join("\n")
    ].filter((s) => s !== "").join("\n\n");
  }).join("\n\n\n").concat("\n");
}
function profilesMarkdown(profiles) {
  return `${profiles.map((profile) => profileMarkdown(profile).join("\n\n")).join("\n\n")}
`;
}
function profileMarkdown(profile) {
  const totals = totalsOf(profile).map(({ name, dim, value, exact }) => {
    const json2 = dimToJson(dim);
    const reason = isUnknown(dim) ? markdownCell(exact, 200) : say([numeral(json2, exact)], markdownCell);
    return [name, say([numeral(json2, value)], markdownCell), reason];
  });
  const shares = sharesOf(profile);
  const number = (layer, metric) => say([numeral(dimToJson(layer[metric]), shown(layer, metric))], markdownCell);
  const rows = profile.layers.map((layer, i) => [
    String(layer.index ?? ""),
    markdownCell(labelOf(layer)),
    markdownCell(layer.op),
    markdownCell(outputText(layer)),
    number(layer, "parameters"),
    number(layer, "macs"),
    percent(shares[i])
  ]);
  const heads = ["#", "Layer", "Operator", "Output", "Parameters", "MACs", "Share"];
  const heavy = heaviest(profile).map(({ layer, share }) => `${markdownCode(labelOf(layer))} ${percent(share)}`);
  const remarks2 = caveatsOf(profile).map(
    ({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`
  );
  return [
    `## ${markdownCode(profile.model.path)}`,
    headerText(profile, markdownCode),
    markdownTable([["Total", "Value", "Exactly"], ...totals], { align: ["", "r", "r"] }),
    ...heavy.length === 0 ? [] : [`Heaviest: ${heavy.join(", ")} of the MACs.`],
    coverageText(profile),
    ...remarks2.length === 0 ? [] : [remarks2.join("\n")],
    `<details>
<summary>${profile.layers.length} layers</summary>`,
    markdownTable([heads, ...rows], { align: ["r", "", "", "", "r", "r", "r"] }),
    "</details>"
  ];
}
function totalsOf({ totals }) {
  return shownTotals.filter((metric) => totals[metric] !== 0n || alwaysShown.includes(metric)).map((metric) => ({
    name: metricName(metric),
    dim: totals[metric],
    value: formatCount(dimToJson(totals[metric]), familyOf(metric)),
    exact: exactText(totals[metric])
  }));
}
function exactText(dim) {
  if (isUnknown(dim)) return dim.why;
  if (typeof dim !== "bigint") return "";
  return dim < 1000n ? "" : dim.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
function headerText({ model, inputs, outputs }, quoted) {
  const opset = model.opsets.get("");
  const value = ({ name, dtype, shape }) => quoted(`${name} ${dtype ?? "unknown"} ${formatShape(shape)}`);
  return [
    quoted(model.format),
    ...model.producer === "" ? [] : [quoted(model.producer)],
    ...opset === void 0 ? [] : [`opset ${opset}`],
    formatCount(model.byteSize, "bytes"),
    `${few(inputs.map(value))} \u2192 ${few(outputs.map(value))}`
  ].join(" \xB7 ");
}
function few(parts) {
  if (parts.length === 0) return "nothing";
  const more = parts.length - 4;
  return `${parts.slice(0, 4).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function coverageText({ coverage }) {
  const { nodes, known, symbolic, unknown } = coverage;
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
function sharesOf({ layers, totals }) {
  const all2 = totals.macs;
  return layers.map((layer) => {
    const own = counted(layer, "macs");
    if (typeof all2 !== "bigint" || typeof own !== "bigint" || all2 === 0n) return void 0;
    return Number(own * 1000000n / all2) / 1e6;
  });
}
function heaviest(profile) {
  const shares = sharesOf(profile);
  return profile.layers.flatMap((layer, i) => {
    const share = shares[i] ?? 0;
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

// src/report/terminal.ts
function renderTerminal(report, options = {}) {
  const paint = options.color === true ? colour : plain;
  const models = rankedModels(report.models, report.checks);
  const unchanged = report.models.length - models.length;
  const sections = [
    title(report, paint),
    checksSection(report, paint),
    ...models.map((model) => modelSection(model, report, paint)),
    unchanged === 0 ? "" : unchanged === 1 ? "1 model is unchanged." : `${unchanged} models are unchanged.`,
    remarksSection(report, paint),
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
  const who = waivedBy?.actor === void 0 ? "" : ` by ${text(waivedBy.actor)}`;
  const when = waivedBy?.at === void 0 ? "" : ` at ${text(waivedBy.at)}`;
  const accepted = waivedBy === void 0 ? "" : `
Accepted with the label ${text(waivedBy.label)}${who}${when}.`;
  const word = paint.bold(colours2[verdict](verdict.toUpperCase()));
  return `${word}  ${verdictSentence(report)} ${say(mainChange(report), text)}${accepted}`;
}
var marks = {
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
  return (isBad ? paint.red : standing === "met" ? paint.green : paint.yellow)(marks[standing]);
}
function checksSection(report, paint) {
  const checks = sortedChecks(report.checks);
  if (checks.length === 0) return "";
  const rows = checks.map((check) => [
    mark(check, paint),
    text(check.scope),
    text(check.budget),
    check.base === void 0 ? "" : text(checkNumber(check.metric, check.base)),
    text(checkNumber(check.metric, check.actual)),
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
  const remarks2 = checks.flatMap((check) => {
    const said = [check.why, check.result === "met" ? void 0 : check.message].flatMap(
      (s) => s === void 0 ? [] : sentence(s)
    );
    return said.length === 0 ? [] : [`  ${mark(check, paint)} ${text(check.scope)} ${text(check.budget)}: ${said.join("; ")}`];
  });
  return [paint.bold("Budgets"), grid(columns, rows, paint), ...remarks2].join("\n");
}
var always2 = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function modelSection(model, report, paint) {
  const was = model.basePath === void 0 || model.basePath === model.path ? "" : `, was ${text(model.basePath)}`;
  const name = `${paint.bold(text(model.path))} (${model.status}${was})`;
  const blocks2 = model.blocks.map((b) => `${text(b.name)} \xD7${b.from} \u2192 \xD7${b.to}`).join(", ");
  return [
    name,
    metricsGrid(model, report, paint),
    blocks2 === "" ? "" : `
  Repeated blocks: ${blocks2}.`,
    layersSection(model, paint)
  ].filter((s) => s !== "").join("\n");
}
function metricsGrid(model, { checks }, paint) {
  const { base, head, delta } = model;
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const moved = Object.keys(delta).filter((metric) => isChange(delta[metric]));
  const shown2 = /* @__PURE__ */ new Set([...always2, ...budgeted, ...moved]);
  const metrics = Object.keys(head ?? base ?? {}).filter((metric) => shown2.has(metric));
  const rows = metrics.map((metric) => {
    const change = delta[metric];
    if (change !== void 0) return [text(metricName(metric)), ...deltaCells2(change, metric, paint)];
    const only = text(formatCount((head ?? base)?.[metric] ?? null, familyOf(metric)));
    return [text(metricName(metric)), head === null ? only : "", head === null ? "" : only, "", ""];
  });
  if (rows.length === 0) return "";
  const right = (heading2) => ({ title: heading2, align: "right" });
  return grid([{ title: "Metric" }, right("Base"), right("Head"), right("\u0394"), right("\u0394 %")], rows, paint);
}
function deltaCells2(change, metric, paint) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  if (change.by === 0) return [text(from), text(to), "", "="];
  return [text(from), text(to), tint(text(by), paint), tint(formatRatio(change.ratio), paint)];
}
function tint(change, paint) {
  return change.startsWith("\u2212") ? paint.green(change) : change === "unknown" ? paint.yellow(change) : paint.red(change);
}
var layerMetrics2 = ["macs", "parameters", "flops", "weightBytes", "readBytes", "writeBytes"];
function layersSection(model, paint) {
  const { layers, unchangedLayers } = model;
  if (layers.length === 0) return unchangedLayers === 0 ? "" : `
  No layer differs, ${unchangedLayers} unchanged.`;
  const moved = layerMetrics2.filter((metric) => layers.some(({ delta }) => isChange(delta[metric]))).slice(0, 2);
  const rows = layers.map((layer) => [
    text(layer.name),
    text(layer.op),
    kindName(layer.kind),
    terminalText(changeText(layer), 160),
    ...moved.map((metric) => layerDelta2(layer, metric, paint))
  ]);
  const columns = [
    { title: "Layer" },
    { title: "Operator" },
    { title: "Kind" },
    { title: "Change" },
    ...moved.map((metric) => ({ title: `\u0394 ${metricName(metric)}`, align: "right" }))
  ];
  const against = offset(model);
  const total = layers.length === 1 ? "1 layer differs" : `${layers.length} layers differ`;
  return [
    `
  ${total}: ${kindCounts(layers)}; ${unchangedLayers} unchanged. ${explanationText(model)}`.trimEnd(),
    grid(columns, rows, paint),
    ...against === void 0 ? [] : [`  Largest offset: ${text(against.layer.name)} ${text(against.by)} ${metricName(against.metric)}.`]
  ].join("\n");
}
function layerDelta2({ delta }, metric, paint) {
  const change = delta[metric];
  return change === void 0 ? "" : tint(text(formatSigned(change.by, familyOf(metric))), paint);
}
var severityMark = { fatal: "\u2716", warning: "!", notice: "i" };
function remarksSection(report, paint) {
  const lines2 = [
    ...report.problems.map(({ severity, message, help, at }) => {
      const place = at?.file === void 0 ? "" : ` (${text(`${at.file}${at.line === void 0 ? "" : `:${at.line}`}`)})`;
      const advice = severity === "fatal" ? `
    ${sentence(help)}` : "";
      return `  ${severityMark[severity]} ${sentence(message)}${place}${advice}`;
    }),
    ...rankedModels(report.models, report.checks).flatMap(
      (model) => caveats(model).map(
        ({ severity, phrase }) => `  ${severityMark[severity]} ${text(model.path)}: ${say(phrase, sentence)}`
      )
    )
  ];
  return lines2.length === 0 ? "" : [paint.bold("Problems, unknowns and assumptions"), ...lines2].join("\n");
}
function footer2({ base, head, convention, tool }) {
  const from = base === null ? "no base" : revision2(base);
  return `${from} \u2192 ${revision2(head)} \xB7 convention ${text(convention)} \xB7 Flopgate ${text(tool.version)}`;
}
function revision2({ label, sha, how }) {
  const at = sha === void 0 ? "" : ` at ${text(sha.slice(0, 12))}`;
  return `${text(label)}${at}${how === void 0 ? "" : ` (${text(how)})`}`;
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
  return `${JSON.stringify(value, null, 2)}
`;
}

export {
  verdictSentence,
  markerOf,
  formats,
  formatNamed,
  renderReport,
  renderProfiles,
  summaryLine
};

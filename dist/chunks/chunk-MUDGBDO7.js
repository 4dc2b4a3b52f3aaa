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
  caveats,
  caveatsOf,
  changeWords,
  checkNumber,
  conventionText,
  explanationText,
  familyOf,
  formatCount,
  formatDelta,
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
  standingOf,
  transferText,
  usedText,
  verdictIcon,
  verdictSentence,
  widthCells,
  widthLines
} from "./chunk-CEYUAETJ.js";
import {
  costKeys,
  counted,
  profileToJson,
  totalKeys
} from "./chunk-KGK7DBOS.js";
import {
  dimFromJson,
  dimToJson,
  fail,
  formatShape
} from "./chunk-FVXAVLKY.js";
import {
  add,
  isUnknown,
  sub
} from "./chunk-35NFR5MR.js";

// src/report/csv.ts
function reportCsv(report) {
  const titles = ["model", "kind", "name", "baseName", "op", "baseIndex", "headIndex", "changes"];
  const metrics = costKeys.flatMap((metric) => [`${metric}From`, `${metric}To`, `${metric}By`]);
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
      ...costKeys.flatMap((metric) => deltaFields(layer.delta, metric))
    ])
  );
  return lines([[...titles, ...metrics], ...rows]);
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
    "untaken"
  ];
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
function numberCell(check, value) {
  return say([numeral(value, checkNumber(check, value))], markdownCell);
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
function layersSentence({ layers, unchangedLayers }) {
  const total2 = layers.length === 1 ? "1 layer differs" : `${layers.length} layers differ`;
  return `${total2}: ${kindCounts(layers)} \xB7 ${unchangedLayers} unchanged`;
}
function shareSentence(model, story) {
  const { metric = "" } = model.explanation ?? {};
  const inBlocks = story.blocks.some(({ all: all2 }) => (all2.get(metric)?.by ?? 0) !== 0);
  return inBlocks ? "" : explanationText(model);
}
function blockLine({ name, from, to, layers, each, all: all2 }) {
  const sign = to > from ? "+" : "\u2212";
  const shown2 = ["macs", "parameters"].filter((m) => (all2.get(m)?.by ?? 0) !== 0);
  const costs = shown2.flatMap((metric, i) => {
    const value = each === void 0 ? all2.get(metric)?.by ?? null : each.get(metric) ?? 0;
    const text2 = each === void 0 ? formatSigned(value, familyOf(metric)) : formatCount(value, familyOf(metric));
    return [i === 0 ? "" : ", ", numeral(value, text2), ` ${metricName(metric)}`];
  });
  const times = each === void 0 ? "" : `${sign}${Math.abs(to - from)} \xD7 `;
  const cost = layers === 0 || shown2.length === 0 ? [] : [" (", times, ...costs, ")"];
  return [quote(name), `: block \xD7${from} \u2192 \xD7${to}`, ...cost, "."];
}
var followers = {
  shapeOnly: ["layer follows: other shapes", "layers follow: other shapes"],
  renamed: ["layer is only renamed", "layers are only renamed"],
  weightsOnly: ["layer has other weights", "layers have other weights"]
};
function foldLine({ kind, count, layers }, { rows }) {
  const [one, many] = followers[kind];
  const causes = rows.filter((row) => row.kind !== "shapeOnly");
  const [cause] = causes;
  const words = `${count} ${count === 1 ? one : many}`;
  const isCaused = kind === "shapeOnly" && causes.length === 1 && cause !== void 0 && cause.name !== "";
  const said = isCaused ? [words.replace(/:.*/, " "), quote(cause.name), ": other shapes"] : [words];
  const named = new Map(layers.filter(({ name }) => name !== "").map((layer) => [layer.name, layer]));
  if (named.size === 0) return [...said, "."];
  const shown2 = [...named.values()].slice(0, few).flatMap(({ name, was }, i) => {
    const old = was === void 0 ? [] : [quote(was), " \u2192 "];
    return [i === 0 ? "" : ", ", ...old, quote(name)];
  });
  return [...said, " (", ...shown2, named.size > few ? ` and ${named.size - few} more` : "", ")."];
}
function offsetLines({ layers, explanation }) {
  if (explanation === void 0) return [];
  const { metric } = explanation;
  let [up, down, ups, downs] = [0n, 0n, 0, 0];
  let largest;
  const moved = layers.flatMap(({ name, delta }) => {
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
  const said = `${metricName(metric)} partly cancel: ${text2(up)} in ${layersText(ups)}, ${text2(-down)} in ${layersText(downs)}`;
  return [
    largest === void 0 ? [`${said}.`] : [`${said}; the largest offset is `, quote(largest.name), ` ${text2(largest.by)}.`]
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
function exportLines({ exported, delta: totals }) {
  if (exported === void 0) return [];
  const { producer, opset, delta } = exported;
  const parts = [];
  if (producer !== void 0)
    parts.push(["exporter ", quote(producer[0] || "unnamed"), " \u2192 ", quote(producer[1] || "unnamed")]);
  if (opset !== void 0) parts.push(["operator set ", quote(opset[0]), " \u2192 ", quote(opset[1])]);
  const doing = costText(delta);
  if (doing === void 0 && parts.length === 0) return [];
  if (parts.length === 0) parts.push(["spelling of the same net"]);
  const isAll = exporterMetrics.every((metric) => (totals[metric]?.by ?? 0) === (delta[metric]?.by ?? 0));
  const rest = isAll ? ", and there is no other change" : "; the rest is the network's";
  const said = doing === void 0 ? "no cost is known to come from that" : `accounts for ${doing}${rest}`;
  return [["Another ", ...parts.flatMap((part, i) => [i === 0 ? "" : ", ", ...part]), `: ${said}.`]];
}
function costText(delta) {
  const said = exporterMetrics.flatMap((metric) => {
    const by = delta[metric]?.by ?? 0;
    return by === 0 || typeof dimFromJson(by) !== "bigint" ? [] : [`${formatSigned(by, familyOf(metric))} ${metricName(metric)}`];
  });
  return said.length === 0 ? void 0 : list(said);
}

// src/report/sums.ts
var layerMetrics = ["macs", "parameters", "flops", "weightBytes", "readBytes", "writeBytes"];
function sumOf(layers) {
  const [only, ...more] = layers;
  if (only !== void 0 && more.length === 0) return new Map(Object.entries(only.delta));
  return new Map(
    layerMetrics.flatMap((metric) => {
      const all2 = layers.flatMap(({ delta }) => delta[metric] ?? []);
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
function blockStories({ blocks: blocks2, layers }) {
  const taken = /* @__PURE__ */ new Set();
  const stories = blocks2.map((block) => {
    const free = layers.filter((layer) => !taken.has(layer));
    const found = membersByPath(block, free) ?? membersByOrder(block, free) ?? [];
    for (const layer of found) taken.add(layer);
    const own = found.filter(({ kind }) => kind === kindOf(block));
    const all2 = sumOf(own);
    const each = dividedBy(all2, BigInt(Math.abs(block.to - block.from)));
    return { ...block, layers: own.length, ...each !== void 0 && { each }, all: all2 };
  });
  return { stories, rest: layers.filter((layer) => !taken.has(layer)) };
}
function kindOf({ from, to }) {
  return to > from ? "added" : "removed";
}
function membersByPath(block, layers) {
  const copyOf = copies(block.name);
  const own = layers.filter(({ kind, name }) => kind === kindOf(block) && copyOf(name) !== void 0);
  const sizes = /* @__PURE__ */ new Map();
  for (const { name } of own) sizes.set(copyOf(name) ?? "", (sizes.get(copyOf(name) ?? "") ?? 0) + 1);
  const count = Math.abs(block.to - block.from);
  const size2 = Math.max(0, ...sizes.values());
  if (size2 === 0) return void 0;
  const whole2 = new Set([...sizes].filter(([, n]) => n === size2).map(([copy]) => copy));
  const isAll = own.length === count * size2;
  if (!isAll && whole2.size !== count) return void 0;
  const members = isAll ? own : own.filter(({ name }) => whole2.has(copyOf(name) ?? ""));
  const renumbered = layers.filter(
    ({ kind, name, baseName }) => kind === "renamed" && copyOf(name) !== void 0 && copyOf(baseName ?? "") !== void 0
  );
  return [...members, ...renumbered];
}
function copies(block) {
  const start = block.endsWith("*") ? block.slice(0, -1) : `${block}.`;
  return (name) => name.startsWith(start) ? /^\d+(?=\.|$)/.exec(name.slice(start.length))?.[0] : void 0;
}
var mostSteps = 2e7;
function membersByOrder(block, layers) {
  const parts = block.name.split("-");
  const [, more] = /^…\((\d+)\)$/.exec(parts.at(-1) ?? "") ?? [];
  const ops = more === void 0 ? parts : parts.slice(0, -1);
  const period = more === void 0 ? ops.length : Number(more);
  const side = block.to > block.from ? "head" : "base";
  const count = Math.abs(block.to - block.from);
  const own = layers.filter(({ kind }) => kind === kindOf(block)).sort((a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0));
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
function commonName(names) {
  const [first = "", ...rest] = [...new Set(names)];
  if (rest.length === 0) return first;
  const split = (name) => name.split(/(\d+)/);
  const columns = split(first).map((part) => [part]);
  for (const name of rest) {
    const parts = split(name);
    if (parts.length !== columns.length) return withEnds(first, rest);
    for (const [i, part] of parts.entries()) {
      if (i % 2 === 0 && columns[i]?.[0] !== part) return withEnds(first, rest);
      columns[i]?.push(part);
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
    const layers = quiet.filter((layer) => layer.kind === kind);
    const inOrder = layers.sort((a, b) => (a.head[0] ?? 0) - (b.head[0] ?? 0));
    const count = inOrder.reduce((n, { head }) => n + Math.max(1, kind === "renamed" ? head.length : 1), 0);
    return layers.length === 0 ? [] : [{ kind, count, layers: inOrder.map(kind === "renamed" ? renaming : ({ name }) => ({ name })) }];
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
function groupsOf(layers, { most, key: keyOf }) {
  const groups = /* @__PURE__ */ new Map();
  for (const layer of layers) {
    const key = `${layer.kind}\0${layer.kind === "shapeOnly" ? layer.op : keyOf(layer)}`;
    const group = groups.get(key);
    if (group !== void 0) group.push(layer);
    else if (groups.size === most) return void 0;
    else groups.set(key, [layer]);
  }
  return groups;
}
function rowOf(layers) {
  const [first] = layers;
  const place = ({ base, head, baseIds, headIds }) => baseIds?.[0] ?? headIds?.[0] ?? base[0] ?? head[0] ?? 0;
  const inOrder = [...layers].sort((a, b) => place(a) - place(b));
  return {
    name: functionName(inOrder) ?? commonName(inOrder.map(({ name }) => layers.length > 1 ? withoutAgain(name) : name)),
    op: operatorsOf(layers),
    kind: first?.kind ?? "modified",
    count: layers.length,
    change: first === void 0 ? "" : layers.length === 1 ? oneChange(first) : manyChanges(layers),
    delta: sumOf(layers)
  };
}
function functionName(layers) {
  const [first] = layers;
  const isOne = layers.length > 1 && layers.every((l) => l.function === first?.function);
  return isOne ? first?.function : void 0;
}
function operatorsOf(layers) {
  const ops = [...new Set(layers.map(({ op }) => op))];
  return ops.length > 3 ? `${ops.slice(0, 2).join(", ")}, \u2026` : ops.join(", ");
}
function oneChange(layer) {
  const said = spoken(layer.changes);
  const isMoved = said.some(({ what }) => what === "module");
  const was = layer.baseName === void 0 || isMoved || isAgain(layer) ? [] : [`was ${layer.baseName}`];
  const isSwap = said.some(({ what }) => what === "activation");
  const same2 = layer.changes.some(isRespelling) ? ["the same function"] : [];
  const [from, to] = [layer.base.length, layer.head.length];
  const isTold = isSwap || same2.length > 0;
  const count = from === 0 ? to : to === 0 ? from : `${from} \u2192 ${to}`;
  const nodes = (from > 1 || to > 1) && !isTold ? [`${count} nodes`] : [];
  return [changeWords(said), ...same2, ...was, ...nodes].filter((s) => s !== "").join(", ");
}
function isAgain({ name, baseName = "" }) {
  return withoutAgain(baseName) === withoutAgain(name);
}
function manyChanges(layers) {
  const lists = layers.map(({ changes }) => spoken(changes).filter(({ what }) => what !== "module"));
  const [first = []] = lists;
  const merged = first.map(({ what }, i) => {
    const all2 = lists.map((list2) => list2[i]);
    return { what, from: range(all2.map((c) => c?.from ?? null)), to: range(all2.map((c) => c?.to ?? null)) };
  });
  return changeWords(merged);
}
function range(values) {
  const [first = null] = values;
  if (values.every((value) => value === first)) return first;
  const numbers2 = values.filter((value) => typeof value === "number");
  if (numbers2.length < values.length) return "\u2026";
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

// src/report/markdown-models.ts
var always = ["parameters", "macs", "flops", "weightBytes", "peakBytes"];
function modelBlocks(model, report, { layers: most }) {
  const from = model.basePath === void 0 || model.basePath === model.path ? "" : ` (was ${markdownCode(model.basePath)})`;
  const isAlone = report.models.length === 1 && report.checks.length === 0 && model.status === "changed";
  const blocks2 = isAlone ? [] : [`### ${markdownCode(model.path)} \xB7 ${model.status}${from}`];
  const table2 = metricsTable(model, report);
  if (table2 !== "") blocks2.push(table2);
  const scenarios = scenariosTable(model, report);
  if (scenarios !== "") blocks2.push(scenarios);
  blocks2.push(...growthLines(model).map((phrase) => say(phrase, markdownCode)));
  return [...blocks2, ...layersBlock(model, most)];
}
function metricsTable(model, report) {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const asked = [...always.filter((metric) => isGiven(report, metric)), ...budgeted];
  const metrics = [...new Set(asked)].filter((metric) => metric !== "coverage");
  const rows = metrics.flatMap((metric) => {
    const change = delta[metric];
    if (change !== void 0) return [[metricName(metric), ...deltaCells(change, metric)]];
    const only = (head ?? base)?.[metric];
    if (only === void 0) return [];
    const count = cell(only, formatCount(only, familyOf(metric)));
    return [[metricName(metric), head === null ? count : "", head === null ? "" : count, "", oneSided(model)]];
  });
  if (rows.length === 0) return "";
  const widths = widthCells(model);
  if (widths !== void 0) rows.push(["MACs by width", ...widths.map((cell2) => say(cell2, markdownCell)), "", ""]);
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
    isUnchanged ? "=" : formatRatio(change.ratio) || say(signPhrase(change), markdownCell)
  ];
}
function scenariosTable(model, { checks }) {
  const { scenarios = [] } = model;
  if (scenarios.length === 0) return "";
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios.map((s) => [
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
  const shares = share === "" ? [] : [share];
  return [...told2, `<details>
<summary>${summary}</summary>`, ...shares, ...table2, "</details>"];
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
  const what = waivedBy.commit === void 0 ? "" : ` for ${markdownCode(waivedBy.commit.slice(0, 12))}`;
  return [`\u2611\uFE0F What is exceeded was accepted with the label ${markdownCode(waivedBy.label)}${who}${when}${what}.`];
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
  const { base, head, convention, counting, tool } = report;
  const from = base === null ? "no base" : revision(base);
  const parts = [
    `${from} \u2192 ${revision(head)}`,
    `convention ${markdownCode(conventionText(convention, counting))}`,
    ...transferText(report),
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
      text2(shown(layer, workOf(profile))),
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
      grid(
        [...columns, right("Parameters"), right(metricName(workOf(profile))), right("Share"), { title: "" }],
        rows,
        paint
      ),
      heavy.length === 0 ? "" : `  Heaviest: ${heavy.join(", ")} of the ${metricName(workOf(profile))}.`,
      profileWidths(profile).map((phrase) => `  ${say(phrase, text2)}`).join("\n"),
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
    number(layer, workOf(profile)),
    percent(shares[i])
  ]);
  const heads = ["#", "Layer", "Operator", "Output", "Parameters", metricName(workOf(profile)), "Share"];
  const heavy = heaviest(profile).map(({ layer, share }) => `${markdownCode(labelOf(layer))} ${percent(share)}`);
  const remarks2 = caveatsOf(profile).map(
    ({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`
  );
  return [
    `## ${markdownCode(profile.model.path)}`,
    headerText(profile, markdownCode),
    markdownTable([["Total", "Value", "Exactly"], ...totals], { align: ["", "r", "r"] }),
    ...heavy.length === 0 ? [] : [`Heaviest: ${heavy.join(", ")} of the ${metricName(workOf(profile))}.`],
    ...profileWidths(profile).map((phrase) => say(phrase, markdownCode)),
    coverageText(profile),
    ...remarks2.length === 0 ? [] : [remarks2.join("\n")],
    `<details>
<summary>${profile.layers.length} layers</summary>`,
    markdownTable([heads, ...rows], { align: ["r", "", "", "", "r", "r", "r"] }),
    "</details>"
  ];
}
function workOf({ convention }) {
  return convention.unit === "flops" ? "flops" : "macs";
}
function totalsOf({ totals }) {
  return totalKeys.filter((metric) => totals[metric] !== 0n || alwaysShown.includes(metric)).map((metric) => ({
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
  const what = waivedBy?.commit === void 0 ? "" : ` for ${text(waivedBy.commit.slice(0, 12))}`;
  const accepted = waivedBy === void 0 ? "" : `
Accepted with the label ${text(waivedBy.label)}${who}${when}${what}.`;
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
  const growth = [...growthLines(model), ...widthLines(model)].map((phrase) => `  ${say(phrase, text)}`);
  const parts = [metricsGrid(model, report, paint), scenariosGrid(model, report, paint), growth.join("\n")];
  return [name, ...parts, layersSection(model, paint)].filter((s) => s !== "").join("\n");
}
function metricsGrid(model, report, paint) {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const moved = Object.keys(delta).filter((metric) => isChange(delta[metric]));
  const asked = [...always2, ...moved].filter((metric) => isGiven(report, metric));
  const shown2 = /* @__PURE__ */ new Set([...asked, ...budgeted]);
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
function scenariosGrid(model, { checks }, paint) {
  const { scenarios = [] } = model;
  if (scenarios.length === 0) return "";
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = scenarios.map((s) => [text(s.name), ...metrics.map((metric) => say(scenarioPhrase(s, metric), text))]);
  const columns = metrics.map((metric) => ({ title: metricName(metric), align: "right" }));
  return grid([{ title: "Scenario" }, ...columns], rows, paint);
}
function deltaCells2(change, metric, paint) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  if (change.by === 0) return [text(from), text(to), "", "="];
  return [text(from), text(to), tint(text(by), paint), growthCell(change, paint)];
}
function growthCell(change, paint) {
  const ratio = formatRatio(change.ratio);
  return ratio === "" ? say(signPhrase(change), text) : tint(ratio, paint);
}
function tint(change, paint) {
  return change.startsWith("\u2212") ? paint.green(change) : change === "unknown" ? paint.yellow(change) : paint.red(change);
}
function layersSection(model, paint) {
  const { layers, unchangedLayers } = model;
  const story = storyOf(model);
  const lines2 = storyLines(model, story).map((phrase) => `  ${say(phrase, text)}`);
  if (layers.length === 0) {
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
function footer2(report) {
  const { base, head, convention, counting, tool } = report;
  const parts = [
    `${base === null ? "no base" : revision2(base)} \u2192 ${revision2(head)}`,
    `convention ${text(conventionText(convention, counting))}`,
    ...transferText(report),
    `Flopgate ${text(tool.version)}`
  ];
  return parts.join(" \xB7 ");
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

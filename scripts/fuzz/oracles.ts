/** What must hold of every result, whatever came in. */
import assert from 'node:assert/strict';
import { plain } from '../../src/action/log.ts';
import { type Cost, costKeys, counted, type Profile, totalKeys } from '../../src/analysis/profile.ts';
import { profileFromJson, profileToJson } from '../../src/analysis/profile-json.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { parseStrictJson } from '../../src/bytes/text.ts';
import { count } from '../../src/count.ts';
import { add, bind, type Dim, isKnown, isUnknown, keyOf } from '../../src/model/dim.ts';
import { dimFromJson } from '../../src/model/dim-text.ts';
import { renderProfiles, renderReport, summaryLine } from '../../src/report/index.ts';
import { readReport } from '../../src/report/read.ts';
import type { DeltasReport, ModelReport, Report } from '../../src/report/report.ts';
import { parseCommand } from '../../test/action/runner.ts';
import { wellFormed } from '../../test/report/markdown-tree.ts';
import { specimens } from './seeds.ts';

/** Reading Markdown takes longer than all the rest, so only some inputs have theirs read. */
export interface Depth {
  readonly markdown: boolean;
}

export function checkProfile(profile: Profile, { markdown }: Depth): void {
  checkSums(profile);
  checkCoverage(profile);
  for (const layer of profile.layers) {
    for (const key of costKeys) checkCount(layer[key], `${key} of layer ${layer.id}`);
    for (const { name, shape } of layer.outputs) {
      if (!isUnknown(shape)) for (const d of shape) checkCount(d, `an extent of ${JSON.stringify(name)}`);
    }
    const open = costKeys.filter((key) => !isKnown(layer[key]));
    if (layer.status === 'unknown') assert.notEqual(layer.why ?? '', '', `layer ${layer.id} does not say why`);
    // Another tool's way of counting may know less or more of a layer than its status, which is of our own.
    if (profile.convention.id !== 'flopgate') continue;
    if (layer.status === 'known') assert.deepEqual(open, [], `layer ${layer.id} is called known`);
    if (layer.status === 'symbolic')
      assert.ok(!open.some((key) => isUnknown(layer[key])), `layer ${layer.id} is called symbolic`);
  }
  for (const key of totalKeys) checkCount(profile.totals[key], `total ${key}`);
  const json = renderProfiles([profile], 'json');
  checkNumbers(JSON.parse(json));
  checkSame(profileToJson(profileFromJson(json, 'p.json')), parseStrictJson(json), 'a profile read back is another');
  checkLines(renderProfiles([profile], 'table'));
  assert.equal(rowsOfCsv(renderProfiles([profile], 'csv')), profile.layers.length + 1, 'rows of the CSV');
  for (const problem of profile.problems) checkLog(`${problem.message} ${problem.help} ${problem.at?.node ?? ''}`);
  if (markdown) wellFormed(renderProfiles([profile], 'markdown'));
}

/** Text is compared faster; the same in another order is the same. */
function checkSame(a: unknown, b: unknown, what: string): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) assert.deepEqual(a, b, what);
}

/** A total is the sum of what the layers add to it; unknown where one of them is. */
function checkSums({ layers, totals }: Profile): void {
  for (const key of costKeys) {
    const sum = layers.map((layer) => counted(layer, key)).reduce<Dim>(add, 0n);
    if (isUnknown(sum)) assert.ok(isUnknown(totals[key]), `total ${key} is known, but not what it sums`);
    else if (!isUnknown(totals[key])) assert.equal(keyOf(totals[key]), keyOf(sum), `total ${key} is not the sum`);
  }
}

function checkCoverage({ coverage, layers }: Profile): void {
  const { nodes, known, symbolic, unknown } = coverage;
  assert.equal(known + symbolic + unknown, nodes, 'coverage adds up');
  const unknownLayers = layers.filter((l) => l.status === 'unknown' && l.dead !== true).length;
  assert.ok(unknownLayers === 0 || unknown > 0, 'a layer is unknown, and coverage says none is');
}

function checkCount(d: Dim, what: string): void {
  assert.ok(!isKnown(d) || d >= 0n, `${what} is ${isKnown(d) ? d : ''}`);
}

/** Integers past 2^53 − 1 are text, so that no parser rounds them. */
function checkNumbers(value: unknown): void {
  if (typeof value === 'number') assert.ok(!Number.isInteger(value) || Number.isSafeInteger(value) || value > 2 ** 60);
  else if (Array.isArray(value)) value.forEach(checkNumbers);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkNumbers);
}

export function checkReport(report: Report, { markdown }: Depth): void {
  for (const model of report.models) checkModel(model);
  checkVerdict(report);
  const json = renderReport(report, 'json');
  checkSame(readReport(json, 'r.json'), parseStrictJson(json), 'a report read back is another');
  const rows = report.models.reduce((n, { layers, scenarios }) => n + layers.length + (scenarios?.length ?? 0), 0);
  assert.equal(rowsOfCsv(renderReport(report, 'csv')), rows + 1, 'rows of the CSV');
  checkShown(report, { markdown });
}

/** What a saved report must not do when it is shown, whoever wrote it. */
export function checkShown(report: Report, { markdown }: Depth): void {
  checkLines(renderReport(report, 'table'));
  checkLog(summaryLine(report));
  for (const { message, help } of report.problems) checkLog(`${message} ${help}`);
  const text = renderReport(report, 'markdown', { key: 'k', limit: markdown ? 60_000 : 3000 });
  assert.ok(Buffer.byteLength(text) <= 60_000);
  assert.equal(text.split('<!--').length, 2, 'one comment, the marker');
  if (markdown) wellFormed(text);
}

function checkModel(model: ModelReport): void {
  checkDelta(model.delta, 'totals');
  for (const layer of model.layers) checkDelta(layer.delta, `layer ${layer.name}`);
  if (!model.related || model.base === null || model.head === null) return;
  for (const metric of costKeys) checkExplained(model, metric);
}

/** Layers and what is folded are together the change of the total. */
function checkExplained(model: ModelReport, metric: keyof Cost): void {
  const total = model.delta[metric];
  const parts = [...model.layers.map(({ delta }) => delta), model.folded.delta].flatMap((delta) => delta[metric] ?? []);
  if (![total, ...parts].every((d) => d !== undefined && [d.from, d.to, d.by].every(isInteger))) return;
  const sum = parts.reduce((n, { by }) => n + BigInt(by ?? 0), 0n);
  assert.equal(sum, BigInt(total?.by ?? 0), `layers explain ${sum} of ${metric}`);
}

function checkDelta(deltas: DeltasReport, what: string): void {
  for (const [metric, { from, to, by }] of Object.entries(deltas)) {
    if (from === null || to === null) assert.equal(by, null, `${metric} of ${what}: a difference to the unknown`);
    if (isInteger(from) && isInteger(to) && metric !== 'coverage')
      assert.equal(BigInt(by ?? 'x'), BigInt(to ?? 0) - BigInt(from ?? 0), `${metric} of ${what}`);
    for (const one of [from, to, by]) assert.ok(dimFromJson(one) !== undefined, `${metric} of ${what} reads back`);
  }
}

function isInteger(value: unknown): boolean {
  return (
    (typeof value === 'number' && Number.isSafeInteger(value)) || (typeof value === 'string' && /^-?\d+$/.test(value))
  );
}

/** The gate is not open where something is exceeded, undecidable, or cannot be read. */
function checkVerdict({ verdict, models, checks }: Report): void {
  const shut =
    models.some(({ status }) => status === 'unreadable') ||
    checks.some(({ result, level }) => level === 'error' && (result === 'exceeded' || result === 'undecidable'));
  if (shut) assert.equal(verdict, 'fail');
  for (const { actual, result, budget } of checks)
    if (actual === null) assert.equal(result, 'undecidable', `${budget} of an unknown number`);
}

/** No control character but the ends of our own lines, nothing that reorders text. */
function checkLines(text: string): void {
  const found = controls.exec(text);
  assert.equal(found, null, `U+${found?.[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(text.slice(0, 200))}`);
}

/** Controls but for the line feed, separators of lines, and what reorders text. */
const controls = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export function checkLog(text: string): void {
  const shown = plain(text);
  const commands = shown.split(/[\n\r\u0085\u2028\u2029]/).flatMap(parseCommand);
  assert.deepEqual(commands, [], `a command in ${JSON.stringify(shown)}`);
  assert.doesNotMatch(shown, /[\r\u0085\u2028\u2029]/);
}

export { checkLines };

/** RFC 4180: quoted fields may hold line breaks, which ours never do. */
function rowsOfCsv(text: string): number {
  const withoutQuoted = text.replace(/"(?:[^"]|"")*"/g, '');
  assert.doesNotMatch(withoutQuoted, /"/, 'a quote that closes nothing');
  assert.doesNotMatch(withoutQuoted, /(?:^|,)\s*[=@]/m, 'a formula');
  return withoutQuoted.split('\n').length - 1;
}

/** Nothing that came in may reach what all objects share. */
export function checkPrototypes(): void {
  for (const shared of [Object.prototype, Array.prototype, Function.prototype])
    assert.deepEqual(Object.keys(shared), [], 'a prototype has been written to');
}

/** Two readings of one model cost the same, layer by layer and in all. */
export function checkSameCosts(one: Profile, other: Profile): void {
  const costs = ({ totals, layers }: Profile) => [
    ...totalKeys.map((key) => `${key} ${keyOf(totals[key])}`),
    ...layers.map((layer) => `${layer.op} ${costKeys.map((key) => keyOf(layer[key])).join(' ')}`),
  ];
  checkSame(costs(one), costs(other), 'in another order it costs otherwise');
}

/** A cost as an expression, with numbers put in, is the cost measured with those numbers, where both are known. */
export function checkBound(whole: Profile, bound: Profile, values: ReadonlyMap<string, bigint>): void {
  // Which branch counts, and whether shapes agree, may hang on the numbers.
  const open = /^(operator\/branch|shape\/)/;
  if ([whole, bound].some(({ problems }) => problems.some(({ code }) => open.test(code)))) return;
  for (const [i, layer] of whole.layers.entries())
    for (const key of costKeys) {
      const [expected, found] = [bind(layer[key], values), bound.layers[i]?.[key]];
      if (found === undefined || !isKnown(expected) || !isKnown(found)) continue;
      assert.equal(found, expected, `${key} of layer ${i}, ${layer.op}: measured, and ${keyOf(layer[key])} bound`);
    }
}

/** What honest models measure, as text. */
export function measuredSpecimens(): string {
  const options = { inputs: new Map(), bind: new Map() };
  const profiles = specimens().map((model) => count(memorySource('m.onnx', model), 'm.onnx', options).profile);
  return renderProfiles(profiles, 'json');
}

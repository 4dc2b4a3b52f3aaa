import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Check, JudgedModel, Verdict } from '../../src/budget/budget.ts';
import { parseConfig } from '../../src/budget/config.ts';
import { type JudgeOptions, judge } from '../../src/budget/judge.ts';
import { bind } from '../../src/model/dim.ts';
import { problem } from '../../src/problem.ts';
import { added, changed, count, type LayerSpec, profile, removed } from '../fixtures/profiles.ts';

/** `models: [{ path: "*.onnx", … }]` with these budgets. */
function config(budgets: string, rest = '') {
  return parseConfig(`version: 1\nmodels:\n  - path: "*.onnx"\n    budgets: ${budgets}\n${rest}`, 'flopgate.yml');
}

function verdict(budgets: string, models: readonly JudgedModel[], options?: JudgeOptions): Verdict {
  return judge(config(budgets), models, options);
}

function only(v: Verdict): Check {
  assert.equal(v.checks.length, 1);
  const [check] = v.checks;
  assert.ok(check);
  return check;
}

const net = (macs: LayerSpec['macs'], path = 'm.onnx') => profile({ path, layers: [{ name: 'a', macs: macs ?? 0 }] });

test('a budget is met up to its very limit and exceeded one past it', () => {
  const at = verdict('{ macs: 4.2 G }', [changed(net(1), net(4_200_000_000))]);
  assert.equal(at.verdict, 'pass');
  assert.deepEqual(only(at), {
    budget: 'macs <= 4.2 G',
    scope: 'm.onnx',
    model: 'm.onnx',
    metric: 'macs',
    kind: 'max',
    actual: 4_200_000_000n,
    limit: 4_200_000_000n,
    headroom: 0n,
    result: 'met',
    level: 'error',
    line: 4,
    base: 1n,
  });
  const past = verdict('{ macs: 4.2 G }', [changed(net(1), net(4_200_000_001))]);
  assert.equal(past.verdict, 'fail');
  assert.equal(only(past).result, 'exceeded');
  assert.equal(only(past).headroom, -1n);
});

test('a budget of level warn never fails, and carries its message', () => {
  const v = verdict('{ macs: { max: 5, level: warn, message: "the camera is slow" } }', [changed(net(1), net(6))]);
  assert.equal(v.verdict, 'warn');
  assert.equal(only(v).message, 'the camera is slow');
});

// 2 % of 100 is 2; 2 % of 149 is 2.98, and a whole number may not exceed 151.98.
for (const [base, head, result, limit] of [
  [100, 102, 'met', 102n],
  [100, 103, 'exceeded', 102n],
  [149, 151, 'met', 151n],
  [149, 152, 'exceeded', 151n],
  [100, 50, 'met', 102n],
  [0, 0, 'met', 0n],
  [0, 1, 'exceeded', 0n],
] as const)
  test(`growth of 2 % from ${base} to ${head} is ${result}`, () => {
    const check = only(verdict('{ macs: { growth: 2 % } }', [changed(net(base), net(head))]));
    assert.equal(check.result, result);
    assert.equal(check.budget, 'macs growth <= 2 %');
    assert.equal(check.limit, limit);
    assert.equal(check.base, BigInt(base));
  });

test('growth may be limited by an amount', () => {
  const grow = (to: number) => only(verdict('{ macs: { growth: 5 k } }', [changed(net(0), net(to))]));
  assert.equal(grow(5000).result, 'met');
  assert.equal(grow(5001).result, 'exceeded');
});

test('growth decides exactly, past what doubles hold', () => {
  const base = 9_007_199_254_740_993n; // 2^53 + 1
  const grow = (by: bigint) => only(verdict('{ macs: { growth: 0 % } }', [changed(net(base), net(base + by))])).result;
  assert.equal(grow(0n), 'met');
  assert.equal(grow(1n), 'exceeded');
});

test('an unknown number is undecidable, says why, and fails', () => {
  const v = verdict('{ macs: 5 }', [changed(net(1), net({ unknown: '`Foo` is not known' }))]);
  assert.equal(v.verdict, 'fail');
  assert.equal(only(v).result, 'undecidable');
  assert.equal(only(v).why, '`Foo` is not known');
  assert.equal(only(v).headroom, undefined);
});

test('growth from an unknown base is undecidable', () => {
  const v = verdict('{ macs: { growth: 1 % } }', [changed(net({ unknown: 'nobody knows' }), net(3))]);
  assert.equal(only(v).result, 'undecidable');
  assert.equal(only(v).why, 'nobody knows');
});

test('an expression is undecidable until its symbol is bound, and the reason says how', () => {
  const check = only(verdict('{ macs: 500 }', [changed(net(1), net('100*batch'))]));
  assert.equal(check.result, 'undecidable');
  assert.equal(check.why, 'it depends on batch; give a number, as in bind: { batch: 1 }');
});

test('an expression that is past the limit for every value of its symbols is exceeded', () => {
  assert.equal(only(verdict('{ macs: 500 }', [changed(net(1), net('100*batch + 501'))])).result, 'exceeded');
  assert.equal(only(verdict('{ macs: 500 }', [changed(net(1), net('100*batch + 500'))])).result, 'undecidable');
});

test('growth of expressions is decided where it holds for every value', () => {
  const grow = (from: string, to: string) =>
    only(verdict('{ macs: { growth: 10 % } }', [changed(net(from), net(to))])).result;
  assert.equal(grow('100*batch', '110*batch'), 'met');
  assert.equal(grow('100*batch + 1', '111*batch + 2'), 'exceeded');
  // At batch = 0 both are 0.
  assert.equal(grow('100*batch', '111*batch'), 'undecidable');
});

test('coverage must be at least its limit', () => {
  const half = profile({ layers: [{ macs: 1 }, { macs: { unknown: 'no' } }] });
  const v = verdict('{ coverage: 50 % }', [changed(half, half)]);
  assert.equal(v.verdict, 'pass');
  assert.equal(only(v).budget, 'coverage >= 50 %');
  assert.deepEqual(only(v).actual, { kind: 'share', part: 1n, whole: 2n });
  assert.equal(only(verdict('{ coverage: { min: 50.1 % } }', [changed(half, half)])).result, 'exceeded');
});

test('coverage counts expressions as covered, and a model without nodes as covered', () => {
  const symbolic = profile({ layers: [{ macs: 'batch' }] });
  assert.equal(verdict('{ coverage: 100 % }', [changed(symbolic, symbolic)]).verdict, 'pass');
  assert.equal(verdict('{ coverage: 100 % }', [changed(profile(), profile())]).verdict, 'pass');
});

test('the file size is a metric', () => {
  const v = verdict('{ fileBytes: 1 KiB }', [changed(profile({ bytes: 1 }), profile({ bytes: 1025 }))]);
  assert.equal(only(v).actual, 1025n);
  assert.equal(only(v).result, 'exceeded');
});

test('absolute budgets hold for a new model', () => {
  assert.equal(verdict('{ macs: 5 }', [added(net(6))]).verdict, 'fail');
});

test('a growth budget on a new model is met, and says that there is nothing to compare with', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [added(net(6))]);
  assert.equal(v.verdict, 'pass');
  assert.equal(only(v).limit, null);
  assert.match(only(v).why ?? '', /the model is new/);
});

test('a model that replaces another under the same entry is held to growth from that one', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [removed(net(5, 'old.onnx')), added(net(6, 'new.onnx'))]);
  assert.equal(v.verdict, 'fail');
  assert.equal(only(v).scope, 'new.onnx');
  assert.equal(only(v).base, 5n);
  assert.match(only(v).why ?? '', /measured from old\.onnx, which was removed in the same change/);
});

test('of several removed models none can be called the replaced one, so growth is undecidable', () => {
  const gone = [removed(net(5, 'a.onnx')), removed(net(5, 'b.onnx'))];
  const v = verdict('{ macs: { growth: 0 % } }', [...gone, added(net(1, 'new.onnx'))]);
  assert.equal(v.verdict, 'fail');
  assert.match(only(v).why ?? '', /a\.onnx, b\.onnx.*cannot be told/);
});

const edited = (from: string, to: string, before: number, after: number): JudgedModel => ({
  ...changed(net(before, from), net(after, to)),
  status: 'renamed',
  basePath: from,
  pairedBy: 'structure',
});

test('a model renamed and edited is held to growth from what it was', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [edited('old.onnx', 'new.onnx', 5, 6)]);
  assert.equal(only(v).result, 'exceeded');
  assert.equal(only(v).base, 5n);
  assert.equal(verdict('{ macs: { growth: 0 % } }', [edited('old.onnx', 'new.onnx', 5, 5)]).verdict, 'pass');
});

test('two renamed and edited at once are each held to what they were', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [edited('a.onnx', 'c.onnx', 5, 5), edited('b.onnx', 'd.onnx', 7, 8)]);
  assert.deepEqual(
    v.checks.map(({ scope, base, result }) => [scope, base, result]),
    [
      ['c.onnx', 5n, 'met'],
      ['d.onnx', 7n, 'exceeded'],
    ],
  );
});

test('beside another that went, a conclusion does not say which it replaces: growth stays undecidable', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [edited('big.onnx', 'new.onnx', 9, 9), removed(net(1, 'small.onnx'))]);
  assert.equal(only(v).result, 'undecidable');
  assert.match(only(v).why ?? '', /big\.onnx, small\.onnx.*cannot be told/);
});

test('what was renamed and edited counts as gone for every new model, as if it had been removed', () => {
  const v = verdict('{ macs: { growth: 0 % } }', [edited('old.onnx', 'new.onnx', 5, 5), added(net(600, 'also.onnx'))]);
  assert.deepEqual(
    v.checks.map(({ scope, base, result }) => [scope, base, result]),
    [
      ['also.onnx', 5n, 'exceeded'],
      ['new.onnx', 5n, 'met'],
    ],
  );
  assert.match(v.checks[0]?.why ?? '', /measured from old\.onnx/);
  const several = [edited('a.onnx', 'c.onnx', 5, 5), edited('b.onnx', 'd.onnx', 5, 5), added(net(1, 'e.onnx'))];
  assert.equal(verdict('{ macs: { growth: 0 % } }', several).checks[2]?.result, 'undecidable');
});

test('renamed, edited and not readable, it leaves its growth undecidable, and that of a new model too', () => {
  const lost: JudgedModel = {
    ...edited('old.onnx', 'new.onnx', 5, 5),
    status: 'unreadable',
    base: null,
    head: null,
    problem: damaged,
  };
  const v = verdict('{ macs: { growth: 0 % } }', [lost, added(net(1, 'also.onnx'))]);
  assert.deepEqual(
    v.checks.map(({ result }) => result),
    ['undecidable', 'undecidable'],
  );
});

/** No pairing may open the gate: each check is at least as strict as with the same models removed and added. */
test('whatever is called renamed and edited, nothing fails less than removed and added unless all that went became others', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(size, size), { maxLength: 3 }),
      fc.array(size, { maxLength: 2 }),
      fc.array(size, { minLength: 1, maxLength: 2 }),
      (pairs, gone, came) => {
        const renames = pairs.map(([from, to], i) => edited(`a${i}.onnx`, `b${i}.onnx`, from, to));
        const rest = [
          ...gone.map((n, i) => removed(net(n, `r${i}.onnx`))),
          ...came.map((n, i) => added(net(n, `n${i}.onnx`))),
        ];
        const apart = pairs.flatMap(([from, to], i) => [
          removed(net(from, `a${i}.onnx`)),
          added(net(to, `b${i}.onnx`)),
        ]);
        const strictness = (models: readonly JudgedModel[], only: RegExp) =>
          verdict('{ macs: { growth: 0 % } }', models)
            .checks.filter(({ scope }) => only.test(scope))
            .map(({ result, base }) => [result, base]);
        const who = gone.length > 0 ? /./ : /^n/;
        assert.deepEqual(strictness([...renames, ...rest], who), strictness([...apart, ...rest], who));
      },
    ),
  );
});

test('a removed model has no checks and fails nothing', () => {
  const v = verdict('{ macs: 5 }', [removed(net(600))]);
  assert.deepEqual([v.verdict, v.checks, v.problems], ['pass', [], []]);
});

const damaged = problem('format/damaged', { offset: 3, reason: 'it ends' });

test('an unreadable model leaves its budgets undecidable and fails', () => {
  const model: JudgedModel = {
    path: 'm.onnx',
    status: 'unreadable',
    base: net(1),
    head: null,
    diff: null,
    problem: damaged,
  };
  const v = verdict('{ macs: 5, parameters: { growth: 1 % } }', [model]);
  assert.equal(v.verdict, 'fail');
  assert.deepEqual(
    v.checks.map(({ result }) => result),
    ['undecidable', 'undecidable'],
  );
  assert.match(v.checks[0]?.why ?? '', /could not be read: The file is damaged at byte 3/);
});

test('an unreadable model fails where nothing is budgeted, even without a configuration', () => {
  const model: JudgedModel = {
    path: 'm.onnx',
    status: 'unreadable',
    base: null,
    head: null,
    diff: null,
    problem: damaged,
  };
  assert.equal(judge(null, [model]).verdict, 'fail');
  assert.equal(verdict('{}', [model]).verdict, 'fail');
});

test('a base that cannot be read leaves absolute budgets judged, growth undecidable', () => {
  const model: JudgedModel = {
    path: 'm.onnx',
    status: 'changed',
    base: null,
    head: net(3),
    diff: null,
    problem: damaged,
  };
  const absolute = verdict('{ macs: 5 }', [model]);
  assert.deepEqual([absolute.verdict, only(absolute).result], ['warn', 'met']);
  const growth = verdict('{ macs: { growth: 5 % } }', [model]);
  assert.equal(growth.verdict, 'fail');
  assert.match(only(growth).why ?? '', /the base could not be read/);
});

test('an entry that matches no model is an error that names its line', () => {
  const v = verdict('{ macs: 5 }', [changed(net(1, 'sub/m.onnx'), net(1, 'sub/m.onnx'))]);
  assert.equal(v.verdict, 'fail');
  assert.equal(v.problems[0]?.code, 'budget/no-model');
  assert.deepEqual(v.problems[0]?.at, { file: 'flopgate.yml', line: 3 });
});

test('an entry whose models are only removed or unchanged is not idle', () => {
  assert.deepEqual(verdict('{ macs: 5 }', [removed(net(1))]).problems, []);
  const unchanged: JudgedModel = { path: 'm.onnx', status: 'unchanged', base: null, head: null, diff: null };
  const v = verdict('{ macs: 5 }', [unchanged]);
  assert.deepEqual([v.verdict, v.problems, v.checks], ['pass', [], []]);
});

test('where the caller looks at some models only, an idle entry is no error', () => {
  assert.equal(verdict('{ macs: 5 }', [], { partial: true }).verdict, 'pass');
});

test('a model moved out of every pattern stays under the entry it had', () => {
  const moved: JudgedModel = { ...changed(net(1), net(9, 'sub/m.onnx')), status: 'renamed', basePath: 'm.onnx' };
  const v = verdict('{ macs: 5 }', [moved]);
  assert.equal(v.verdict, 'fail');
  assert.equal(only(v).scope, 'sub/m.onnx');
});

const waivable = config('{ macs: 5, parameters: 5 }', 'override: { label: flopgate-accept }\n');
const big = () => changed(net(1), profile({ layers: [{ macs: 9, parameters: { unknown: 'no' } }] }));

test('the override label waives what is exceeded, not what is undecidable', () => {
  const waivedBy = { label: 'flopgate-accept', actor: 'ada', at: '2026-01-02T03:04:05Z' };
  const v = judge(waivable, [big()], { waivedBy });
  assert.deepEqual(
    v.checks.map(({ result }) => result),
    ['waived', 'undecidable'],
  );
  assert.equal(v.verdict, 'fail');
  assert.deepEqual(v.waivedBy, waivedBy);
  const open = judge(waivable, [changed(net(1), net(9))], { waivedBy });
  assert.equal(open.verdict, 'warn');
});

test('another label, or a configuration that names none, waives nothing', () => {
  assert.equal(judge(waivable, [big()], { waivedBy: { label: 'other' } }).checks[0]?.result, 'exceeded');
  assert.equal(judge(config('{ macs: 5 }'), [big()], { waivedBy: { label: 'other' } }).checks[0]?.result, 'exceeded');
});

test('what is exceeded comes with how to accept it, or with why the label that is there does not', () => {
  const codes = (options = {}) => judge(waivable, [changed(net(1), net(9))], options).problems.map(({ code }) => code);
  const waivedBy = { label: 'flopgate-accept' };
  const notWaived = problem('config/override-refused', { label: 'flopgate-accept', reason: 'why', advice: 'what' });
  assert.deepEqual(
    [codes(), codes({ notWaived }), codes({ waivedBy })],
    [['config/override'], ['config/override-refused'], []],
  );
  assert.deepEqual(judge(waivable, [changed(net(1), net(2))], { notWaived }).problems, []);
  assert.deepEqual(judge(config('{ macs: 5 }'), [changed(net(1), net(9))]).problems, []);
});

const layered = (rule: string) =>
  parseConfig(`version: 1\nmodels:\n  - path: "*.onnx"\n    layers:\n      - ${rule}\n`, 'flopgate.yml');
const two = (head: LayerSpec, tail: LayerSpec) => profile({ layers: [head, tail] });

test('a layer budget holds for the sum of the layers it matches', () => {
  const limits = layered('{ match: "head.**", budgets: { macs: 10 } }');
  const p = profile({
    layers: [
      { name: 'a', module: 'head.a', macs: 6 },
      { name: 'b', module: 'head.b', macs: 5 },
      { name: 'c', module: 'body', macs: 100 },
      { name: 'd', module: 'head.d', macs: 100, dead: true },
    ],
  });
  const check = only(judge(limits, [changed(p, p)]));
  assert.equal(check.actual, 11n);
  assert.equal(check.result, 'exceeded');
  assert.equal(check.scope, 'm.onnx: head.**');
  assert.equal(check.layers, 'head.**');
});

test('what runs inside a matching layer counts with it, and an untaken branch does not', () => {
  const limits = layered('{ match: "op:If", budgets: { macs: 10 } }');
  const p = profile({
    layers: [
      { op: 'If', macs: 0 },
      { op: 'Loop', macs: 0, owner: 0 },
      { op: 'Conv', macs: 7, owner: 1 },
      { op: 'Conv', macs: 5, owner: 0, untaken: true },
      { op: 'Conv', macs: 100 },
    ],
  });
  assert.equal(only(judge(limits, [changed(p, p)])).actual, 7n);
});

test('a layer that is renamed stays under its budget', () => {
  const limits = layered('{ match: "head.**", budgets: { macs: { growth: 0 % } } }');
  const base = two({ name: 'a', module: 'head.a', macs: 5 }, { name: 'b', module: 'head.b', macs: 5 });
  const head = two({ name: 'x', module: 'zzz.a', macs: 50 }, { name: 'b', module: 'head.b', macs: 5 });
  const [a, b] = base.layers;
  const [x, y] = head.layers;
  assert.ok(a && b && x && y);
  const pairs = [
    { base: a, head: x, phase: 'cone', confidence: 1 },
    { base: b, head: y, phase: 'names', confidence: 1 },
  ];
  const check = only(judge(limits, [changed(base, head, { pairs })]));
  assert.deepEqual([check.base, check.actual, check.result], [10n, 55n, 'exceeded']);
});

test('a layer split in two keeps both halves under its budget', () => {
  const limits = layered('{ match: "op:Gemm", budgets: { macs: { growth: 0 % } } }');
  const base = two({ op: 'Gemm', macs: 5 }, { op: 'Gemm', name: 'kept', macs: 1 });
  const head = profile({
    layers: [
      { op: 'MatMul', macs: 4 },
      { op: 'Gemm', name: 'kept', macs: 1 },
      { op: 'MatMul', macs: 4 },
    ],
  });
  const [first] = base.layers;
  const [left, , right] = head.layers;
  assert.ok(first && left && right);
  const records = [{ kind: 'split', base: [first], head: [left, right], changes: [], delta: new Map() } as const];
  const check = only(judge(limits, [changed(base, head, { records, pairs: [] })]));
  assert.deepEqual([check.base, check.actual, check.result], [6n, 9n, 'exceeded']);
});

test('a layer pattern that matches nothing on the head side fails and names its line', () => {
  const limits = layered('{ match: "haed.**", budgets: { macs: 10 } }');
  const v = judge(limits, [changed(net(1), net(1))]);
  assert.equal(v.verdict, 'fail');
  assert.equal(only(v).result, 'undecidable');
  assert.deepEqual([v.problems[0]?.code, v.problems[0]?.at?.line], ['budget/no-layer', 5]);
});

test('layer budgets of an unreadable model are undecidable', () => {
  const limits = layered('{ match: "head.**", budgets: { macs: 10 } }');
  const model: JudgedModel = {
    path: 'm.onnx',
    status: 'unreadable',
    base: null,
    head: null,
    diff: null,
    problem: damaged,
  };
  assert.equal(only(judge(limits, [model])).result, 'undecidable');
});

const repository = (budgets: string) => parseConfig(`version: 1\nbudgets: ${budgets}\n`, 'flopgate.yml');
const both = [changed(net(10, 'a.onnx'), net(12, 'a.onnx')), added(net(3, 'b.onnx')), removed(net(4, 'c.onnx'))];

test('repository budgets hold for the sum over all models of the head', () => {
  const check = only(judge(repository('{ macs: 14 }'), both));
  assert.deepEqual([check.scope, check.actual, check.result], ['repository', 15n, 'exceeded']);
});

test('repository growth counts added and removed models', () => {
  // 10 + 4 → 12 + 3
  const check = only(judge(repository('{ macs: { growth: 1 } }'), both));
  assert.deepEqual([check.base, check.actual, check.result], [14n, 15n, 'met']);
});

test('repository growth without any base is met, and says so', () => {
  const check = only(judge(repository('{ macs: { growth: 0 % } }'), [added(net(3))]));
  assert.deepEqual([check.result, check.why], ['met', 'there is no base']);
});

test('one model that was not measured leaves the repository undecidable', () => {
  const lost: JudgedModel = { path: 'z.onnx', status: 'unchanged', base: null, head: null, diff: null };
  assert.equal(only(judge(repository('{ macs: 1 M }'), [...both, lost])).result, 'undecidable');
  const noBase: JudgedModel = { ...lost, status: 'changed', head: net(1), problem: damaged };
  assert.equal(only(judge(repository('{ macs: { growth: 1 % } }'), [noBase])).result, 'undecidable');
});

test('repository coverage is the share of all nodes', () => {
  const half = profile({ layers: [{ macs: 1 }, { macs: { unknown: 'no' } }] });
  const check = only(judge(repository('{ coverage: 60 % }'), [added(half), added(net(1, 'b.onnx'))]));
  assert.deepEqual(check.actual, { kind: 'share', part: 2n, whole: 3n });
  assert.equal(check.result, 'met');
});

test('checks come in the order of paths and of the configuration', () => {
  const v = verdict('{ parameters: 5, macs: { growth: 1 %, max: 9 } }', [
    added(net(1, 'b.onnx')),
    added(net(1, 'a.onnx')),
  ]);
  assert.deepEqual(
    v.checks.map(({ scope, budget }) => `${scope} ${budget}`),
    ['a', 'b'].flatMap((m) =>
      ['parameters <= 5', 'macs <= 9', 'macs growth <= 1 %'].map((budget) => `${m}.onnx ${budget}`),
    ),
  );
});

test('a verdict is pass only when every number was known and within its limit', () => {
  const value = fc.oneof(fc.bigInt(0n, 20n), fc.constant({ unknown: 'no' }), fc.constantFrom('n', '3*n + 11', '2*n'));
  fc.assert(
    fc.property(
      value,
      value,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 200 }),
      (from, to, max, growth) => {
        const v = verdict(`{ macs: { max: ${max}, growth: ${growth} % } }`, [changed(net(from), net(to))]);
        const holds = (n: bigint) => {
          const [base, head] = [from, to].map((x) => (typeof x === 'object' ? x : bind(count(x), new Map([['n', n]]))));
          if (typeof base !== 'bigint' || typeof head !== 'bigint') return false;
          return head <= BigInt(max) && head * 100n <= base * BigInt(100 + growth);
        };
        if (v.verdict === 'pass') assert.ok([0n, 1n, 2n, 50n].every(holds));
        if (typeof from === 'bigint' && typeof to === 'bigint') assert.equal(v.verdict === 'pass', holds(0n));
      },
    ),
  );
});

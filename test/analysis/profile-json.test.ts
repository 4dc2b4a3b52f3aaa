import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Layer, Profile } from '../../src/analysis/profile.ts';
import {
  looksLikeProfile,
  profileFromJson,
  profilesText,
  profileText,
  profileToJson,
} from '../../src/analysis/profile-json.ts';
import { FlopgateError } from '../../src/problem.ts';
import type { ModelSpec } from '../build.ts';
import { profiled, textOf } from './fixtures.ts';

/** Something of everything: bodies, symbols, unknowns, tensors among the attributes, a name from hell. */
const everything: ModelSpec = {
  opset: { '': 17, acme: 1 },
  inputs: { x: ['N', 4], flag: { dtype: 'bool', shape: [] }, s: { sequence: [2] } },
  outputs: ['y', 'm', 'c', '__proto__', 's2', 'all'],
  initializers: { w: { shape: [4, 4] } },
  valueInfo: { y: [3, 5] },
  nodes: [
    {
      op: 'If',
      inputs: ['flag'],
      outputs: ['y'],
      attributes: {
        then_branch: { graph: { outputs: ['t'], nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['t'] }] } },
        else_branch: { graph: { outputs: ['e'], nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['e'] }] } },
      },
    },
    { op: 'Mystery', domain: 'acme', name: 'a "quoted"\nname', inputs: ['x'], outputs: ['m'] },
    {
      op: 'Constant',
      inputs: [],
      outputs: ['c'],
      attributes: { value: { tensor: { dtype: 'int64', shape: [2], values: [7n, 9_007_199_254_740_993n] } } },
    },
    { op: 'Elu', inputs: ['x'], outputs: ['__proto__'], attributes: { alpha: { float: Infinity } } },
    { op: 'Identity', inputs: ['s'], outputs: ['s2'] },
    {
      op: 'Mystery',
      domain: 'acme',
      inputs: ['x'],
      outputs: ['all'],
      attributes: {
        i: -1,
        is: [1, 2],
        f: { float: -0 },
        fs: { floats: [Number.NaN, 0.5] },
        text: 'hello',
        texts: { strings: ['a', 'b'] },
        ts: { tensors: [{ shape: [1], values: [2.5] }] },
        labels: { tensor: { dtype: 'string', shape: [1], values: ['cat'] } },
      },
    },
    { op: 'Relu', inputs: ['x'], outputs: ['unused'] },
  ],
};

function written(profile: Profile): string {
  return JSON.stringify(profileToJson(profile));
}

/** The document of a small net, with one thing changed. */
function changed(change: (document: Record<string, unknown>) => void): string {
  const document = JSON.parse(
    written(
      profiled({
        inputs: { x: [2, 4] },
        outputs: ['y'],
        initializers: { w: { shape: [4, 8] } },
        nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
      }),
    ),
  );
  change(document);
  return JSON.stringify(document);
}

function problem(text: string): string {
  try {
    profileFromJson(text, 'saved.json');
  } catch (error) {
    if (error instanceof FlopgateError) return `${error.problem.code}: ${error.problem.message}`;
    throw error;
  }
  return 'none';
}

test('the document has the fields and forms it promises', () => {
  const document = JSON.parse(changed(() => {}));
  assert.equal(document.schema, 'flopgate.profile/1');
  assert.deepEqual(document.inputs, [{ name: 'x', dtype: 'float32', shape: [2, 4] }]);
  assert.deepEqual(document.totals, {
    parameters: 32,
    buffers: 0,
    macs: 64,
    flops: 128,
    weightBytes: 128,
    quantBytes: 0,
    constantBytes: 0,
    activationBytes: 96,
    peakBytes: 96,
    peakInplaceBytes: 96,
    arenaBytes: 96, // y at 0 … 64, x from 64
    peakFloorBytes: 96,
    readBytes: 160,
    writeBytes: 64,
    weightBytesByDtype: { float32: 128 },
    macsByWidth: { 'float32×float32': 64 },
  });
  assert.deepEqual(document.layers, [
    {
      index: 0,
      name: '',
      op: 'MatMul',
      domain: '',
      module: '',
      inputs: ['x', 'w'],
      outputs: [{ name: 'y', dtype: 'float32', shape: [2, 8] }],
      attributes: {},
      weights: [{ input: 1, name: 'w', dtype: 'float32', shape: [4, 8], role: 'parameter' }],
      parameters: 32,
      buffers: 0,
      macs: 64,
      flops: 128,
      weightBytes: 128,
      quantBytes: 0,
      constantBytes: 0,
      readBytes: 160,
      writeBytes: 64,
      status: 'known',
    },
  ]);
  assert.deepEqual(document.coverage, { nodes: 1, known: 1, symbolic: 0, unknown: 0, unknownOperators: {} });
});

test('symbols are expressions, unknowns are null with their reason beside them', () => {
  const document = JSON.parse(written(profiled(everything)));
  assert.equal(document.totals.macs, null);
  assert.match(document.totals.why.macs, /`acme\.Mystery` is not an operator Flopgate knows/);
  assert.equal(document.layers[1].macs, '16*N');
  assert.equal(document.layers[3].macs, null);
  assert.match(document.layers[3].why, /acme\.Mystery/);
  assert.deepEqual(document.inputs[2], { name: 's', dtype: null, shape: null, type: 'sequence' });
});

test('what is written is read back as it was', () => {
  const profile = profiled(everything);
  const back = profileFromJson(written(profile), 'saved.json');
  assert.equal(written(back), written(profile));
  assert.equal(textOf(back.totals.macs), textOf(profile.totals.macs));
  const constant = back.layers.find((l) => l.op === 'Constant')?.attributes.get('value');
  assert.deepEqual(constant?.kind === 'tensor' && constant.value.elements(0, 2), [7n, 9_007_199_254_740_993n]);
  assert.deepEqual(back.layers.find((l) => l.op === 'Elu')?.attributes.get('alpha'), {
    kind: 'float',
    value: Infinity,
  });
  assert.equal(back.layers.at(-1)?.dead, true);
});

test('integers past 2^53 are text, and exact', () => {
  const profile = profiled({
    inputs: { x: [3_000_000_019, 4_000_000_007] },
    outputs: ['y'],
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['y'] }],
  });
  const document = JSON.parse(written(profile));
  assert.equal(document.totals.flops, '12000000097000000133'); // 3000000019 · 4000000007
  assert.equal(profileFromJson(written(profile), 'f').totals.flops, 12_000_000_097_000_000_133n);
});

test('a list of one profile is a profile; of more it is not', () => {
  const one = changed(() => {});
  assert.equal(profileFromJson(`[${one}]`, 'f').totals.macs, 64n);
  assert.match(problem(`[${one},${one}]`), /a list of 2 profiles; one profile expected/);
  assert.match(problem('[]'), /a list of 0 profiles/);
});

test('a file that is a profile is told by its beginning', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.equal(looksLikeProfile(bytes(changed(() => {}).slice(0, 200))), true);
  assert.equal(looksLikeProfile(bytes(` [ ${changed(() => {}).slice(0, 200)}`)), true);
  assert.equal(looksLikeProfile(bytes('{"schema": "other/1"}')), false);
  assert.equal(looksLikeProfile(bytes('\b\u0008"flopgate.profile/1"')), false);
});

// biome-ignore lint/suspicious/noExplicitAny: a document about to be damaged has no type
type Damage = (d: any) => void;
const damages: readonly (readonly [string, Damage, RegExp])[] = [
  [
    'another schema',
    (d) => {
      d.schema = 'flopgate.profile/2';
    },
    /schema is "flopgate.profile\/2"; "flopgate.profile\/1" expected/,
  ],
  [
    'a missing key',
    (d) => {
      delete d.totals.macs;
    },
    /totals\.macs is missing/,
  ],
  [
    'a count that is not one',
    (d) => {
      d.totals.macs = 1.5;
    },
    /totals\.macs is 1\.5; an integer or an expression expected/,
  ],
  [
    'an expression that is not one',
    (d) => {
      d.totals.macs = '2**';
    },
    /totals\.macs is "2\*\*"/,
  ],
  [
    'a count of another kind',
    (d) => {
      d.totals.macs = [1];
    },
    /totals\.macs is a list; a count expected/,
  ],
  [
    'text where a list should be',
    (d) => {
      d.layers = 'none';
    },
    /layers is of type string; a list expected/,
  ],
  [
    'a list where an object should be',
    (d) => {
      d.model = [];
    },
    /model is a list; an object expected/,
  ],
  [
    'null where text should be',
    (d) => {
      d.layers[0].op = null;
    },
    /layers\[0\]\.op is null; text expected/,
  ],
  [
    'an element type nobody has',
    (d) => {
      d.inputs[0].dtype = 'float7';
    },
    /inputs\[0\]\.dtype is "float7"/,
  ],
  [
    'a negative size',
    (d) => {
      d.model.byteSize = -1;
    },
    /model\.byteSize is -1; an integer ≥ 0 expected/,
  ],
  [
    'an owner that comes later',
    (d) => {
      d.layers[0].owner = 0;
    },
    /owner is 0; an earlier layer expected/,
  ],
  [
    'a body that gives what is no name',
    (d) => {
      d.layers[0].bodies = [{ name: 'body', inputs: [], outputs: [7] }];
    },
    /bodies\[0\]\.outputs\[0\] is of type number; text expected/,
  ],
  [
    'a flag that is no flag',
    (d) => {
      d.layers[0].dead = 'yes';
    },
    /dead is "yes"; true expected/,
  ],
  [
    'an unknown status',
    (d) => {
      d.layers[0].status = 'fine';
    },
    /"known" or "symbolic" or "unknown" expected/,
  ],
  [
    'an attribute of a kind layers do not hold',
    (d) => {
      d.layers[0].attributes = { body: { kind: 'graph', value: 1 } };
    },
    /attributes\.body\.kind is "graph"/,
  ],
  [
    'a symbolic version',
    (d) => {
      d.model.opsets[''] = 'N';
    },
    /an integer expected/,
  ],
  [
    'a float that is none',
    (d) => {
      d.layers[0].attributes = { a: { kind: 'float', value: 'pi' } };
    },
    /a number expected/,
  ],
  [
    'a dtype of bytes that is none',
    (d) => {
      d.totals.weightBytesByDtype = { gold: 1 };
    },
    /an element type expected/,
  ],
  [
    'MACs by a width that is none',
    (d) => {
      d.totals.macsByWidth = { 'a|b': 1 };
    },
    /two element types expected/,
  ],
];
for (const [name, damage, expected] of damages)
  test(`${name} is refused with its place`, () => {
    assert.match(problem(changed(damage)), expected);
  });

test('text that is no JSON is refused', () => {
  assert.match(problem('{"schema": '), /^format\/profile: .*JSON expected/);
});

test('an expression too long to read back is unknown, not wrong', () => {
  const long = Array.from({ length: 3000 }, (_, i) => `s${i}`).join(' + ');
  const back = profileFromJson(
    changed((d) => {
      (d as { totals: { macs: string } }).totals.macs = long;
    }),
    'f',
  );
  assert.match(textOf(back.totals.macs), /longer than Flopgate reads back/);
});

test('a problem of a later version keeps its message', () => {
  const text = changed((d) => {
    d.problems = [
      { code: 'future/thing', severity: 'warning', message: 'it broke', help: 'mend it', at: { file: 'a', line: 3 } },
    ];
  });
  const [first] = profileFromJson(text, 'f').problems;
  assert.equal(first?.code, 'format/saved-problem');
  assert.equal(first?.message, 'it broke');
  assert.deepEqual(first?.at, { file: 'a', line: 3 });
});

test('any beginning of a document is a problem, never a crash', () => {
  const text = changed(() => {});
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), (end) => {
      assert.match(problem(text.slice(0, end)), /^format\/profile: /);
    }),
  );
});

test('any value put anywhere in a document is read or refused, never a crash', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('model', 'inputs', 'totals', 'layers', 'coverage', 'problems'),
      (value, key) => {
        problem(
          changed((d) => {
            d[key] = value;
          }),
        );
      },
    ),
  );
});

test('the text written in pieces is the document, whatever its names say', () => {
  const profile = profiled(everything);
  const [layer] = profile.layers;
  assert.ok(layer !== undefined);
  // 300 layers are three pieces.
  for (const count of [0, 1, 300]) {
    const layers: readonly Layer[] = Array.from({ length: count }, () => layer);
    const one: Profile = { ...profile, model: { ...profile.model, path: '\n "layers": [].onnx' }, layers };
    assert.equal([...profileText(one)].join(''), JSON.stringify(profileToJson(one), null, 1));
    assert.equal(
      [...profilesText([one, profile])].join(''),
      JSON.stringify([one, profile].map(profileToJson), null, 1),
    );
  }
  assert.equal([...profilesText([])].join(''), '[]');
});

test('names that are no UTF-8 are written as strict JSON, each its own, and read back as they were', () => {
  const profile = profiled({
    inputs: { 'x\udcff': [1], 'x\ufffdff': [1] },
    outputs: ['y\udcfe'],
    nodes: [{ op: 'Add', name: 'n', inputs: ['x\udcff', 'x\ufffdff'], outputs: ['y\udcfe'] }],
  });
  const [input = assert.fail('no input'), ...others] = profile.inputs;
  // The encoder of the test writes UTF-8 only; what the reader makes of other bytes is put in here.
  const odd = { ...profile, inputs: [{ ...input, name: 'x\udcff' }, ...others] };
  const text = [...profileText(odd)].join('');
  assert.doesNotMatch(text, /\\ud[c-f]/);
  const written: { inputs: { name: string }[] } = JSON.parse(text);
  assert.deepEqual(
    written.inputs.map(({ name }) => name),
    ['x\ufffdff', 'x\ufffd\ufffdff'],
  );
  const back = profileFromJson(text, 'saved.json');
  assert.deepEqual(
    back.inputs.map(({ name }) => name),
    ['x\udcff', 'x\ufffdff'],
  );
});

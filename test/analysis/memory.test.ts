import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Memory, memoryOf as memoryOfProgram } from '../../src/analysis/memory.ts';
import { Program } from '../../src/analysis/program.ts';
import { type Dim, isUnknown, mul, symbol, unknown } from '../../src/model/dim.ts';
import { textOf } from './fixtures.ts';

/** A program as one would write it down. */
interface Draft {
  readonly buffers: readonly { readonly bytes: Dim; readonly viewOf?: number }[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly runs: readonly {
    readonly reads: readonly number[];
    readonly writes: readonly number[];
    readonly inplace?: readonly number[];
    readonly inner?: Memory;
  }[];
}

function memoryOf({ buffers, inputs, outputs, runs }: Draft): Memory {
  const program = new Program();
  for (const { bytes, viewOf } of buffers) program.open(bytes, viewOf);
  program.inputs.push(...inputs);
  program.outputs.push(...outputs);
  for (const { reads, writes, inplace = [], inner } of runs) {
    for (const tensor of reads) program.reads.push(tensor);
    for (const tensor of writes) program.writes.push(tensor);
    for (const tensor of inplace) program.inplace.push(tensor);
    program.endRun(inner);
  }
  return memoryOfProgram(program);
}

/** x → a → b → y, sizes 10, 20, 30, 40. */
const chain: Draft = {
  buffers: [10n, 20n, 30n, 40n].map((bytes) => ({ bytes })),
  inputs: [0],
  outputs: [3],
  runs: [
    { reads: [0], writes: [1] },
    { reads: [1], writes: [2] },
    { reads: [2], writes: [3] },
  ],
};

test('a chain holds its input all along, and each tensor until its last use', () => {
  const { activation, peak, floor } = memoryOf(chain);
  assert.equal(activation, 100n); // 10 + 20 + 30 + 40
  assert.equal(peak, 80n); // the last run: 10 + 30 + 40
  assert.equal(floor, 70n); // the last run alone: 30 + 40
});

test('a view has no storage of its own and keeps that of its source alive', () => {
  const program: Draft = {
    buffers: [{ bytes: 8n }, { bytes: 8n }, { bytes: 8n, viewOf: 1 }, { bytes: 8n }, { bytes: 8n }],
    inputs: [0],
    outputs: [4],
    runs: [
      { reads: [0], writes: [1] },
      { reads: [1], writes: [2] }, // the view
      { reads: [0], writes: [3] },
      { reads: [2, 3], writes: [4] },
    ],
  };
  assert.equal(memoryOf(program).activation, 32n); // 0, 1, 3 and 4
  assert.equal(memoryOf(program).peak, 32n); // the last run: 0, 1 under its other name, 3 and 4
});

test('an operator writes over an input nothing else needs, never over an input of the model', () => {
  const relu = (reads: number, writes: number): Draft['runs'][number] => ({
    reads: [reads],
    writes: [writes],
    inplace: [reads],
  });
  const program: Draft = {
    buffers: [16n, 16n, 16n, 16n].map((bytes) => ({ bytes })),
    inputs: [0],
    outputs: [3],
    runs: [relu(0, 1), relu(1, 2), relu(2, 3)],
  };
  assert.equal(memoryOf(program).peak, 48n); // input, one before, one after
  assert.equal(memoryOf(program).inplace, 32n); // input, and one storage for all three results
});

test('an input that is read again later, or twice now, is not written over', () => {
  const later: Draft = {
    buffers: [4n, 4n, 4n, 4n].map((bytes) => ({ bytes })),
    inputs: [0],
    outputs: [3],
    runs: [
      { reads: [0], writes: [1] },
      { reads: [1], writes: [2], inplace: [1] },
      { reads: [1, 2], writes: [3], inplace: [1, 2] },
    ],
  };
  assert.equal(memoryOf(later).inplace, 12n); // 0, 1 and 2; then 3 takes over 1
  const twice: Draft = {
    buffers: [4n, 4n, 4n].map((bytes) => ({ bytes })),
    inputs: [0],
    outputs: [2],
    runs: [
      { reads: [0], writes: [1] },
      { reads: [1, 1], writes: [2], inplace: [1, 1] },
    ],
  };
  assert.equal(memoryOf(twice).inplace, 12n); // ONNX Runtime counts two uses
});

test('the arena places a tensor in the smallest gap that fits, at multiples of 64 bytes', () => {
  // a 100 and b 64 are alive together: b starts at the next multiple of 64 after a, 128.
  const program: Draft = {
    buffers: [{ bytes: 100n }, { bytes: 64n }],
    inputs: [0],
    outputs: [1],
    runs: [{ reads: [0], writes: [1] }],
  };
  assert.equal(memoryOf(program).peak, 164n);
  assert.equal(memoryOf(program).arena, 192n); // 128 + 64
});

test('what bodies need is added where their owner runs', () => {
  const inner: Memory = { activation: 70n, peak: 50n, inplace: 40n, arena: 64n, floor: 30n };
  const memory = memoryOf({
    buffers: [{ bytes: 10n }, { bytes: 20n }],
    inputs: [0],
    outputs: [1],
    runs: [{ reads: [0], writes: [1], inner }],
  });
  assert.equal(memory.activation, 100n); // 10 + 20 + 70
  assert.equal(memory.peak, 80n); // 10 + 20 + 50
  assert.equal(memory.inplace, 70n);
  assert.equal(memory.floor, 30n);
});

test('a graph without nodes still holds its inputs', () => {
  assert.equal(memoryOf({ buffers: [{ bytes: 12n }], inputs: [0], outputs: [0], runs: [] }).peak, 12n);
});

test('one unknown size makes every count unknown, with its reason', () => {
  const memory = memoryOf({
    ...chain,
    buffers: [...chain.buffers.slice(0, 3), { bytes: unknown('the data decides') }],
  });
  for (const d of Object.values(memory)) assert.equal(textOf(d), 'unknown: the data decides');
});

test('a symbolic batch gives a symbolic peak, and an arena that asks for the symbol', () => {
  const batch = symbol('batch');
  const memory = memoryOf({ ...chain, buffers: chain.buffers.map((b) => ({ bytes: mul(b.bytes, batch) })) });
  assert.equal(textOf(memory.peak), '80*batch');
  assert.equal(textOf(memory.floor), '70*batch');
  assert.match(textOf(memory.arena), /bind batch/);
});

test('peaks that symbols cannot tell apart stay a maximum', () => {
  const buffers = [mul(3n, symbol('a')), 1n, mul(2n, symbol('b')), 1n].map((bytes) => ({ bytes }));
  const runs = [
    { reads: [0], writes: [1] },
    { reads: [1], writes: [2] },
    { reads: [2], writes: [3] },
  ];
  assert.equal(textOf(memoryOf({ buffers, inputs: [], outputs: [3], runs }).peak), 'max(2*b + 1, 3*a + 1)');
});

test('too many peaks that symbols cannot tell apart are unknown, and say what to bind', () => {
  const buffers = Array.from({ length: 40 }, (_, i): { bytes: Dim } => ({ bytes: symbol(`s${i}`) }));
  const runs = buffers.map((_, i) => ({ reads: [], writes: [i] }));
  assert.match(textOf(memoryOf({ buffers, inputs: [], outputs: [], runs }).peak), /^unknown: .*bind s0, s1, s10, /);
});

// --- against a planner by brute force

interface Sketch {
  readonly sizes: readonly number[];
  readonly reads: readonly (readonly number[])[];
  readonly views: readonly boolean[];
  readonly inplace: readonly boolean[];
}

/** Node i writes tensor i + 1 and reads some of the tensors before it; tensor 0 is the input of the model. */
const sketches: fc.Arbitrary<Sketch> = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    sizes: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: n + 1, maxLength: n + 1 }),
    reads: fc.tuple(
      ...Array.from({ length: n }, (_, i) => fc.array(fc.integer({ min: 0, max: i }), { minLength: 1, maxLength: 3 })),
    ),
    views: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    inplace: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
  }),
);

function programOf({ sizes, reads, views, inplace }: Sketch): Draft {
  const bytes = sizes.map(BigInt);
  reads.forEach((list, i) => {
    // A view is as large as what it shows.
    if (views[i] === true) bytes[i + 1] = bytes[list[0] ?? 0] ?? 0n;
  });
  return {
    buffers: bytes.map((b, t) => ({
      bytes: b,
      ...(t > 0 && views[t - 1] === true && { viewOf: reads[t - 1]?.[0] ?? 0 }),
    })),
    inputs: [0],
    outputs: [reads.length],
    runs: reads.map((list, i) => ({
      reads: list,
      writes: [i + 1],
      ...(inplace[i] === true && views[i] !== true && { inplace: list.filter((t) => bytes[t] === bytes[i + 1]) }),
    })),
  };
}

/** Bytes alive at each run, tensor by tensor, straight from the definition. */
function livePeak(program: Draft): bigint {
  const root = (t: number): number => {
    const view = program.buffers[t]?.viewOf;
    return view === undefined ? t : root(view);
  };
  const end = program.runs.length - 1;
  let most = 0n;
  for (let at = 0; at <= end; at++) {
    const alive = new Set<number>();
    for (let t = 0; t < program.buffers.length; t++) {
      const born = t === 0 ? 0 : t - 1;
      const used = program.runs.flatMap((r, i) => (r.reads.includes(t) ? [i] : []));
      const last = t === 0 || program.outputs.includes(t) ? end : Math.max(born, ...used);
      if (born <= at && at <= last) alive.add(root(t));
    }
    // A storage lives from the first of its names to the last, gaps between them included.
    for (const storage of program.buffers.keys()) {
      const names = [...program.buffers.keys()].filter((t) => root(t) === storage);
      const births = names.map((t) => (t === 0 ? 0 : t - 1));
      const lasts = names.map((t) =>
        t === 0 || program.outputs.includes(t)
          ? end
          : Math.max(t - 1, ...program.runs.flatMap((r, i) => (r.reads.includes(t) ? [i] : []))),
      );
      if (names.length > 0 && Math.min(...births) <= at && at <= Math.max(...lasts)) alive.add(storage);
    }
    const bytes = [...alive].reduce((n, t) => n + integer(program.buffers[t]?.bytes ?? 0n), 0n);
    if (bytes > most) most = bytes;
  }
  return most;
}

function integer(d: Dim): bigint {
  if (typeof d !== 'bigint') throw new Error(isUnknown(d) ? d.why : 'symbolic');
  return d;
}

test('the live peak is that of a planner by brute force on any graph of up to 12 nodes', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const program = programOf(sketch);
      assert.equal(memoryOf(program).peak, livePeak(program));
    }),
  );
});

test('floor ≤ live ≤ arena, and in-place ≤ live ≤ all activations, on any graph', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const { activation, peak, inplace, arena, floor } = memoryOf(programOf(sketch));
      assert.ok(integer(floor) <= integer(peak));
      assert.ok(integer(peak) <= integer(arena));
      assert.ok(integer(inplace) <= integer(peak));
      assert.ok(integer(peak) <= integer(activation));
    }),
  );
});

test('binding a symbol before or after planning gives the same peak', () => {
  fc.assert(
    fc.property(sketches, fc.integer({ min: 0, max: 50 }), (sketch, batch) => {
      const program = programOf(sketch);
      const scaled = (by: Dim): Draft => ({
        ...program,
        buffers: program.buffers.map((b) => ({ ...b, bytes: mul(b.bytes, by) })),
      });
      const after = mul(memoryOf(program).peak, BigInt(batch));
      assert.equal(memoryOf(scaled(BigInt(batch))).peak, after);
    }),
  );
});

/** From an analysed graph to a memory Program: what each live step reads and writes, which results share storage. */
import { bind, type Dim, equal, isUnknown, max, sum, unknown } from '../model/dim.ts';
import { bitsPerElement } from '../model/dtype.ts';
import { dependsOn, extremes, type Series } from '../model/series.ts';
import { ByValue, type Numbering } from './by-value.ts';
import { besides, larger, type Memory, memoryOf, noMemory } from './memory.ts';
import { Program } from './program.ts';
import type { Body, Step, Value } from './step.ts';
import { bytesOf } from './widths.ts';

/** Memory of the main graph; bodies of If, Loop and Scan are planned on their own and counted where their owner runs. */
export function memoryOfSteps(
  inputs: readonly Value[],
  steps: readonly Step[],
  outputs: readonly Value[],
  isUsed: (value: Value) => boolean,
  numbering: Numbering,
): Memory {
  return new Planner(isUsed, numbering).plan(inputs, steps, outputs).memory;
}

interface Plan {
  readonly memory: Memory;
  /** Values of the graphs around that these steps read. */
  readonly captured: readonly Value[];
}

/** Steps planned again for other trips of the same loops; loops in loops multiply them. */
const mostReplanned = 200_000;

/** One graph while it is planned. */
interface Planned {
  readonly program: Program;
  /** The position of a value of its own, a new one. */
  readonly open: (value: Value, viewOf?: number, bytes?: Dim) => number;
  /** The position of a value it reads. */
  readonly positionOf: (value: Value) => number;
}

class Planner {
  private readonly isUsed: (value: Value) => boolean;
  private readonly numbering: Numbering;
  /** Which trip it is of the loops around. */
  private trip: ReadonlyMap<string, Dim> = new Map();
  private replanned = 0;

  constructor(isUsed: (value: Value) => boolean, numbering: Numbering) {
    this.isUsed = isUsed;
    this.numbering = numbering;
  }

  /** Recursion is over nesting only. */
  plan(inputs: readonly Value[], steps: readonly Step[], outputs: readonly Value[]): Plan {
    const program = new Program();
    const positions = new ByValue<number>(this.numbering);
    const captured = new Set<Value>();
    const open = (value: Value, viewOf?: number, bytes = this.bytes(value)): number => {
      const position = program.open(bytes, viewOf);
      positions.set(value, position);
      return position;
    };
    const positionOf = (value: Value): number => {
      const root = rootOf(value);
      const known = positions.get(root);
      if (known !== undefined) return known;
      // Alive outside and counted there; here it takes nothing, and nor do views of it.
      captured.add(root);
      return open(root, undefined, 0n);
    };
    const graph: Planned = { program, open, positionOf };
    const visit = (list: readonly Step[]): void => {
      for (const step of list) {
        if (!step.outputs.some((v) => v !== undefined && this.isUsed(v))) continue;
        if (step.does.kind === 'call') for (const body of step.does.bodies) visit(body.steps);
        else this.step(step, graph);
      }
    };
    for (const value of inputs) if (isActivation(value)) program.inputs.push(open(value));
    visit(steps);
    for (const value of outputs) if (isActivation(value)) program.outputs.push(positionOf(value));
    return { memory: memoryOf(program), captured: [...captured] };
  }

  /** Adds one run to the program. */
  private step(step: Step, { program, open, positionOf }: Planned): void {
    const { reads, writes, inplace } = program;
    for (const value of step.inputs) if (isActivation(value)) reads.push(positionOf(value));
    if (step.does.kind !== 'compute') {
      const bodies = 'bodies' in step.does ? step.does.bodies.filter((b) => b.never !== true && b.trips !== 0n) : [];
      const plans = bodies.map((body) => this.body(body));
      for (const { captured } of plans)
        for (const value of captured) if (isActivation(value)) reads.push(positionOf(value));
      const written = step.outputs.filter(isActivation);
      const sizes = written.map((v) => (step.does.kind === 'if' ? this.givenBytes(v, step, bodies) : this.bytes(v)));
      for (const [i, value] of written.entries()) writes.push(open(value, undefined, sizes[i]));
      program.endRun(bodies.length > 0 ? this.inner(step, plans, sum(sizes)) : undefined);
      return;
    }
    const { memory } = step.does.operator;
    const [source] = step.inputs;
    let first: Value | undefined;
    for (const value of step.outputs) {
      if (!isActivation(value)) continue;
      const shows = memory === 'view' && value === step.outputs[0] && isActivation(source);
      writes.push(open(value, shows ? positionOf(source) : undefined));
      first ??= value;
    }
    if (memory === 'inplace' && first !== undefined)
      for (const value of step.inputs) if (isActivation(value) && fits(value, first)) inplace.push(positionOf(value));
    program.endRun();
  }

  private bytes(value: Value): Dim {
    return bind(bytesOf(value), this.trip);
  }

  private body(body: Body): Plan {
    return body.index === undefined ? this.oneTrip(body) : this.mostOfTrips(body, body.index);
  }

  private oneTrip({ formals, steps, results }: Body): Plan {
    return this.plan(
      formals.map((f) => f.value),
      steps,
      results.flatMap((v) => v ?? []),
    );
  }

  /** Of trips that differ, the most that any of them needs. */
  private mostOfTrips(body: Body, index: string): Plan {
    const around = this.trip;
    const series: Series = { index, trips: bind(body.trips, around) };
    const ends = countsFrom(body, series) ? undefined : extremes(this.sizesIn(body), series);
    const plans = (ends ?? []).map((trip) => {
      this.replanned += body.steps.length;
      if (this.replanned > mostReplanned) return { memory: noneKnown, captured: [] };
      this.trip = new Map([...around, [index, trip]]);
      return this.oneTrip(body);
    });
    this.trip = around;
    const [first = { memory: noneKnown, captured: [] }, ...rest] = plans;
    return { memory: rest.map((p) => p.memory).reduce(larger, first.memory), captured: first.captured };
  }

  private sizesIn({ formals, steps }: Body): readonly Dim[] {
    const values = [...formals.map((f) => f.value), ...steps.flatMap((step) => step.outputs)];
    const inner = steps.flatMap(({ does }) => ('bodies' in does ? does.bodies.flatMap((b) => this.sizesIn(b)) : []));
    return [...values.flatMap((v) => (v === undefined ? [] : [this.bytes(v)])), ...inner];
  }

  /** An output of an If takes what the branch that gives more of it does, also where its extents depend on the branch. */
  private givenBytes(output: Value, step: Step, bodies: readonly Body[]): Dim {
    const bytes = this.bytes(output);
    if (!isUnknown(bytes) || bodies.length === 0) return bytes;
    const at = step.outputs.indexOf(output);
    const results = bodies.map(({ results }) => results[at]);
    return results.reduce<Dim>((most, v) => (v === undefined ? bytes : max(most, this.bytes(v))), 0n);
  }

  /** Of an If, the larger branch, whose results are the If's own outputs; of a loop, the body with what it carries. */
  private inner(step: Step, plans: readonly Plan[], outputBytes: Dim): Memory {
    const together = plans.map((p) => p.memory).reduce(larger, noMemory);
    const counted: Dim = step.does.kind === 'if' ? outputBytes : 0n;
    return isUnknown(counted) ? together : besides(together, counted);
  }
}

const untold = unknown('each trip of a loop needs another amount, and which needs most is not told');
const noneKnown: Memory = { activation: untold, peak: untold, inplace: untold, arena: untold, floor: untold };

/** Whether a loop inside grows with its own trips, of which there are more or less from trip to trip of this one. */
function countsFrom({ steps }: Body, series: Series): boolean {
  return steps.some(
    ({ does }) =>
      'bodies' in does &&
      does.bodies.some((b) => (b.index !== undefined && dependsOn(b.trips, series)) || countsFrom(b, series)),
  );
}

function isActivation(value: Value | undefined): value is Value {
  return value !== undefined && !value.constant;
}

/** The value whose storage this is another name for. */
function rootOf(value: Value): Value {
  let root = value;
  while (root.alias !== undefined) root = root.alias;
  return root;
}

/** Whether `output` could be written over `input`: as many elements of the same width in the same shape. */
function fits(input: Value, output: Value): boolean {
  const from = input.fact;
  const to = output.fact;
  if (from.kind !== 'tensor' || to.kind !== 'tensor' || from.dtype === null || to.dtype === null) return false;
  if (isUnknown(from.shape) || isUnknown(to.shape) || from.shape.length !== to.shape.length) return false;
  const { shape } = from;
  return (
    bitsPerElement(from.dtype) === bitsPerElement(to.dtype) &&
    to.shape.every((d, i) => equal(d, shape[i] ?? 0n) === true)
  );
}

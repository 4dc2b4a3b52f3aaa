/** From an analysed graph to a memory Program: what each live step reads and writes, which results share storage. */
import { type Dim, equal, isUnknown, max, sum } from '../model/dim.ts';
import { bitsPerElement } from '../model/dtype.ts';
import { type Buffer, besides, larger, type Memory, memoryOf, noMemory, type Run } from './memory.ts';
import type { Body, Step, Value } from './step.ts';
import { bytesOf } from './widths.ts';

/** Memory of the main graph; bodies of If, Loop and Scan are planned on their own and counted where their owner runs. */
export function memoryOfSteps(
  inputs: readonly Value[],
  steps: readonly Step[],
  outputs: readonly Value[],
  isUsed: (value: Value) => boolean,
): Memory {
  return new Planner(isUsed).plan(inputs, steps, outputs).memory;
}

interface Plan {
  readonly memory: Memory;
  /** Values of the graphs around that these steps read. */
  readonly captured: readonly Value[];
}

class Planner {
  private readonly isUsed: (value: Value) => boolean;

  constructor(isUsed: (value: Value) => boolean) {
    this.isUsed = isUsed;
  }

  /** Recursion is over nesting only. */
  plan(inputs: readonly Value[], steps: readonly Step[], outputs: readonly Value[]): Plan {
    const buffers: Buffer[] = [];
    const positions = new Map<Value, number>();
    const captured = new Set<Value>();
    const runs: Run[] = [];
    const open = (value: Value, viewOf?: number, bytes = bytesOf(value)): number => {
      positions.set(value, buffers.length);
      buffers.push(viewOf === undefined ? { bytes } : { bytes, viewOf });
      return buffers.length - 1;
    };
    const positionOf = (value: Value): number => {
      const position = positions.get(rootOf(value));
      if (position !== undefined) return position;
      // Alive outside and counted there; here it takes nothing, and nor do views of it.
      captured.add(rootOf(value));
      positions.set(rootOf(value), buffers.length);
      return buffers.push({ bytes: 0n }) - 1;
    };
    const read = (values: readonly (Value | undefined)[]): readonly number[] =>
      values.filter(isActivation).map(positionOf);
    const visit = (list: readonly Step[]): void => {
      for (const step of list) {
        if (!step.outputs.some((v) => v !== undefined && this.isUsed(v))) continue;
        if (step.does.kind === 'call') for (const body of step.does.bodies) visit(body.steps);
        else runs.push(this.step(step, open, read));
      }
    };
    const given = inputs.filter((v) => !v.constant).map((v) => open(v));
    visit(steps);
    return { memory: memoryOf({ buffers, runs, inputs: given, outputs: read(outputs) }), captured: [...captured] };
  }

  private step(
    step: Step,
    open: (value: Value, viewOf?: number, bytes?: Dim) => number,
    read: (values: readonly (Value | undefined)[]) => readonly number[],
  ): Run {
    const own = read(step.inputs);
    const written = step.outputs.filter(isActivation);
    if (step.does.kind !== 'compute') {
      const bodies = 'bodies' in step.does ? step.does.bodies.filter((b) => b.never !== true && b.trips !== 0n) : [];
      const plans = bodies.map((body) => this.body(body));
      const reads = [...own, ...read(plans.flatMap((p) => p.captured))];
      const sizes = written.map((v) => (step.does.kind === 'if' ? givenBytes(v, step, bodies) : bytesOf(v)));
      const writes = written.map((v, i) => open(v, undefined, sizes[i]));
      return { reads, writes, ...(bodies.length > 0 && { inner: this.inner(step, plans, sum(sizes)) }) };
    }
    const { memory } = step.does.operator;
    const [first] = written;
    const isView = memory === 'view' && first !== undefined && first === step.outputs[0];
    const source = isView ? read(step.inputs.slice(0, 1))[0] : undefined;
    const writes = written.map((value) => open(value, value === first ? source : undefined));
    const inplace = memory === 'inplace' && first !== undefined ? read(step.inputs.filter((v) => fits(v, first))) : [];
    return inplace.length > 0 ? { reads: own, writes, inplace } : { reads: own, writes };
  }

  private body({ formals, steps, results }: Body): Plan {
    return this.plan(
      formals.map((f) => f.value),
      steps,
      results.flatMap((v) => v ?? []),
    );
  }

  /** Of an If, the larger branch, whose results are the If's own outputs; of a loop, the body with what it carries. */
  private inner(step: Step, plans: readonly Plan[], outputBytes: Dim): Memory {
    const together = plans.map((p) => p.memory).reduce(larger, noMemory);
    const counted: Dim = step.does.kind === 'if' ? outputBytes : 0n;
    return isUnknown(counted) ? together : besides(together, counted);
  }
}

/** An output of an If takes what the branch that gives more of it does, also where its extents depend on the branch. */
function givenBytes(output: Value, step: Step, bodies: readonly Body[]): Dim {
  const bytes = bytesOf(output);
  if (!isUnknown(bytes) || bodies.length === 0) return bytes;
  const at = step.outputs.indexOf(output);
  const results = bodies.map(({ results }) => results[at]);
  return results.reduce<Dim>((most, v) => (v === undefined ? bytes : max(most, bytesOf(v))), 0n);
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
function fits(input: Value | undefined, output: Value): boolean {
  const from = input?.fact;
  const to = output.fact;
  if (from?.kind !== 'tensor' || to.kind !== 'tensor' || from.dtype === null || to.dtype === null) return false;
  if (isUnknown(from.shape) || isUnknown(to.shape) || from.shape.length !== to.shape.length) return false;
  const { shape } = from;
  return (
    bitsPerElement(from.dtype) === bitsPerElement(to.dtype) &&
    to.shape.every((d, i) => equal(d, shape[i] ?? 0n) === true)
  );
}

/**
 * What the run uses, and as what: one pass against the direction of the data, from the outputs of the model. A step
 * none of whose results is used is dead. A stored tensor is what its consumer takes it for, through any number of
 * operators that only carry it there (Transpose, Cast, Identity, DequantizeLinear).
 */

import { type Dim, isKnown, sizeOf } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { isFloat } from '../model/dtype.ts';
import type { Operator, Role, Slot } from '../operators/operator.ts';
import { ByValue, type Numbering, type ReadonlyByValue } from './by-value.ts';
import type { Entry } from './entries.ts';
import type { Body, Step, Value } from './step.ts';
import { isPacked, quantizes, unpackedIn } from './unpacked.ts';

export type Purpose = Exclude<Role, 'carried'>;

/** A use of a value, and the input it ends at; no place when it leaves the model as it came. */
export interface Use {
  readonly purpose: Purpose;
  readonly entry?: Entry;
  readonly input?: number;
}

/** A tensor that two operators use differently is what the first of these says. */
const strength: Readonly<Record<Purpose, number>> = {
  weight: 4,
  operand: 3,
  statistic: 2,
  quantization: 1,
  constant: 0,
};

/** Every value the outputs depend on. Of several uses the strongest, of equal ones the first in file order. */
export function usesOf(
  steps: readonly Step[],
  outputs: readonly Value[],
  entries: readonly Entry[],
  numbering: Numbering,
): ReadonlyByValue<Use> {
  const pass = new BackwardPass(entries, unpackedIn(steps), numbering);
  for (const value of outputs) pass.use(value, { purpose: 'operand' });
  pass.run(steps);
  return pass.uses;
}

class BackwardPass {
  readonly uses: ByValue<Use>;
  private readonly entries = new Map<Step, Entry>();
  private readonly unpacked: ReadonlySet<Value>;

  constructor(entries: readonly Entry[], unpacked: ReadonlySet<Value>, numbering: Numbering) {
    this.uses = new ByValue(numbering);
    this.unpacked = unpacked;
    for (const entry of entries) this.entries.set(entry.step, entry);
  }

  use(value: Value | undefined, use: Use): void {
    if (value === undefined) return;
    const before = this.uses.get(value);
    if (before === undefined || comesFirst(use, before)) this.uses.set(value, use);
  }

  /** Recursion is over nesting only. */
  run(steps: readonly Step[]): void {
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i];
      const entry = step === undefined ? undefined : this.entries.get(step);
      if (step === undefined || entry === undefined) continue;
      if (!step.outputs.some((v) => v !== undefined && this.uses.has(v))) continue;
      if (step.does.kind === 'compute') this.compute(step, step.does.operator, entry);
      else if (step.does.kind === 'unknown')
        step.inputs.forEach((v, input) => {
          this.use(v, { purpose: 'operand', entry, input });
        });
      else this.owner(step, step.does.kind, step.does.bodies, entry);
    }
  }

  private compute(step: Step, operator: Operator, entry: Entry): void {
    const [first] = step.outputs;
    const onward = first === undefined ? undefined : this.uses.get(first);
    step.inputs.forEach((value, input) => {
      const role = roleAt(operator, input);
      if (value === undefined) return;
      if (quantizes(value, step, this.unpacked)) this.use(value, { purpose: 'quantization', entry, input });
      else if (role === 'operand' && isQuantizedOperand(operator, value))
        this.use(value, { purpose: 'weight', entry, input });
      else if (role !== 'carried' || first === undefined) this.use(value, { purpose: purposeOf(role), entry, input });
      else {
        const dequantizes = Object.values(operator.roles).includes('quantization');
        const purpose = carriedPurpose(
          value,
          first,
          onward?.purpose ?? 'operand',
          dequantizes || unpacks(value, first),
        );
        // Where it meets what the model is given it is no longer the tensor itself: an embedding ends at its Gather.
        this.use(value, first.constant ? { entry, input, ...onward, purpose } : { entry, input, purpose });
      }
    });
  }

  private owner(step: Step, kind: 'call' | 'if' | 'loop' | 'scan', bodies: readonly Body[], entry: Entry): void {
    const constant = (input: number): Use => ({ purpose: 'constant', entry, input });
    for (const body of bodies) {
      if (body.never === true) continue;
      this.results(step, kind, body, constant(0));
      this.run(body.steps);
      for (const { value, from } of body.formals)
        this.use(from, this.uses.get(value) ?? constant(from === undefined ? 0 : step.inputs.indexOf(from)));
      // Weights of many layers, stacked: each trip takes its own.
      for (const { value, sliceOf } of body.formals) {
        const use = this.uses.get(value);
        if (use !== undefined) this.use(sliceOf, use);
      }
    }
    if (kind === 'if') this.use(step.inputs[0], constant(0));
    // Trip count and condition, and what is scanned: whatever is not among the carried.
    if (kind === 'loop' || kind === 'scan')
      step.inputs.forEach((v, input) => {
        if (v !== undefined && !this.uses.has(v)) this.use(v, constant(input));
      });
  }

  /** A function and an If give the results that are used; a loop needs all its body makes. */
  private results(step: Step, kind: string, body: Body, constant: Use): void {
    const lead = kind === 'loop' ? 1 : 0;
    body.results.forEach((result, i) => {
      const output = step.outputs[i - lead];
      const use = output === undefined ? undefined : this.uses.get(output);
      if (use !== undefined) this.use(result, use);
      else if (kind === 'loop' || kind === 'scan') this.use(result, constant);
    });
  }
}

function purposeOf(role: Role): Purpose {
  return role === 'carried' ? 'operand' : role;
}

/** Bytes that an operator takes with their scale: `QLinearAdd` of a bias, or of rows of a table. */
function isQuantizedOperand(operator: Operator, value: Value): boolean {
  return isPacked(value.dtype) && countOf(value) !== 1n && Object.values(operator.roles).includes('quantization');
}

function carriedPurpose(value: Value, result: Value, onward: Purpose, dequantizes: boolean): Purpose {
  // One number stretched to the shape of a weight (a bias of zeros, a scale of ones) was never trained.
  if (countOf(value) === 1n && countOf(result) !== 1n) return 'constant';
  if (onward === 'operand' && dequantizes && many(result)) return 'weight';
  return onward === 'constant' && !result.constant ? 'operand' : onward;
}

/** What stores weights in a byte or less and makes floating point of them is dequantizing, whatever its name. */
function unpacks(value: Value, result: Value): boolean {
  const { dtype } = result;
  return isPacked(value.dtype) && dtype !== null && isFloat(dtype);
}

function countOf({ fact }: Value): Dim | undefined {
  return fact.kind === 'tensor' ? sizeOf(fact.shape) : undefined;
}

function comesFirst(a: Use, b: Use): boolean {
  if (strength[a.purpose] !== strength[b.purpose]) return strength[a.purpose] > strength[b.purpose];
  if (a.entry === undefined || b.entry === undefined) return b.entry === undefined && a.entry !== undefined;
  return a.entry.id < b.entry.id || (a.entry.id === b.entry.id && (a.input ?? 0) < (b.input ?? 0));
}

export function slotAt(operator: Operator, input: number): Slot | undefined {
  return operator.inputs[input] ?? (operator.inputs.at(-1)?.variadic === true ? operator.inputs.at(-1) : undefined);
}

export function roleAt(operator: Operator, input: number): Role {
  return operator.roles[slotAt(operator, input)?.name ?? ''] ?? 'operand';
}

/** Floating point, and more than one of it. */
function many(value: Value): boolean {
  const count = countOf(value);
  return count !== undefined && looksTrained(value.dtype, isKnown(count) ? count : 2n);
}

/** The default rule where an operator says nothing of an input. */
export function looksTrained(dtype: DType | null, count: bigint): boolean {
  return dtype !== null && isFloat(dtype) && count > 1n;
}

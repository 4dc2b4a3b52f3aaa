/** What one layer costs; here, and nowhere else, a FLOP is defined. */
import { add, type Dim, isKnown, isUnknown, mul, sum, unknown } from '../model/dim.ts';
import { type Node, nodeLabel } from '../model/model.ts';
import { bindOutputs, workOf } from '../operators/bind.ts';
import { Mismatch, Undetermined, type Work } from '../operators/operator.ts';
import type { Entry } from './entries.ts';
import type { Cost } from './profile.ts';
import { isPacked, slotAt } from './roles.ts';
import type { Deed, Step, Value } from './step.ts';
import type { Weight } from './weights.ts';
import { bytesOf, elementBytes } from './widths.ts';

type Compute = Extract<Deed, { kind: 'compute' }>;

/** An operator's arithmetic: a multiply-accumulate is two operations, everything else one. */
function flopsOf({ macs, other }: Work): Dim {
  return add(mul(2n, macs), other);
}

export function costOf(entry: Entry, weights: readonly Weight[]): Cost {
  const { step, trips } = entry;
  const work = workOfStep(step);
  const traffic = trafficOf(step);
  return {
    ...storedCost(weights, step),
    macs: mul(work.macs, trips),
    flops: mul(flopsOf(work), trips),
    readBytes: mul(traffic.read, trips),
    writeBytes: mul(traffic.write, trips),
  };
}

type StoredCost = Pick<Cost, 'parameters' | 'buffers' | 'weightBytes' | 'quantBytes' | 'constantBytes'>;

const nothingStored: StoredCost = {
  parameters: 0n,
  buffers: 0n,
  weightBytes: 0n,
  quantBytes: 0n,
  constantBytes: 0n,
};

function storedCost(weights: readonly Weight[], { node, does }: Step): StoredCost {
  if (weights.length === 0) return nothingStored;
  if (does.kind === 'unknown' && weights.some((w) => isPacked(w.dtype) && w.elements !== 1n)) {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}, and it reads integers that may be weights`);
    return { ...nothingStored, parameters: gap, weightBytes: gap, quantBytes: gap, constantBytes: gap };
  }
  const having = (role: Weight['role']): readonly Weight[] => weights.filter((w) => w.role === role);
  const elements = (list: readonly Weight[]): Dim => sum(list.map((w) => w.elements));
  const bytes = (list: readonly Weight[]): Dim => sum(list.map((w) => w.bytes));
  return {
    parameters: elements(having('parameter')),
    buffers: elements(having('buffer')),
    weightBytes: bytes([...having('parameter'), ...having('buffer')]),
    quantBytes: bytes(having('quantization')),
    constantBytes: bytes(having('constant')),
  };
}

const nothing: Work = { macs: 0n, other: 0n };

export function workOfStep({ node, does }: Step): Work {
  // The layers of the bodies hold what their owner costs.
  if ('bodies' in does) return nothing;
  if (does.kind === 'unknown') return noWork(`\`${nodeLabel(node)}\`: ${does.why}`);
  if (runsGraphs(node)) return noWork(`\`${nodeLabel(node)}\` runs a graph of its own, which Flopgate does not follow`);
  try {
    const results = bindOutputs(does.operator, does.results);
    const work = workOf(does.operator, does.operands, results, does.attributes, does.call);
    const isNegative = [work.macs, work.other].some((d) => isKnown(d) && d < 0n);
    return isNegative ? noWork(`\`${nodeLabel(node)}\`: its attributes make its work less than nothing`) : work;
  } catch (error) {
    if (error instanceof Undetermined) return noWork(error.why);
    if (error instanceof Mismatch) return noWork(`\`${nodeLabel(node)}\`: ${error.message}`);
    throw error;
  }
}

function noWork(why: string): Work {
  return { macs: unknown(why), other: unknown(why) };
}

function runsGraphs({ attributes }: Node): boolean {
  for (const { kind } of attributes.values()) if (kind === 'graph' || kind === 'graphs') return true;
  return false;
}

interface Traffic {
  readonly read: Dim;
  readonly write: Dim;
}

/** Distinct inputs once, outputs once; a view moves nothing, and a constant is where it is. */
function trafficOf({ node, inputs, outputs, does }: Step): Traffic {
  if ('bodies' in does) return { read: 0n, write: 0n };
  if (does.kind === 'unknown') {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}`);
    return { read: gap, write: gap };
  }
  if (does.operator.memory === 'view' || isConstantNode(inputs, outputs)) return { read: 0n, write: 0n };
  const seen = new Set<Value>();
  const read = inputs.map((value, input): Dim => {
    if (value === undefined || seen.has(value)) return 0n;
    seen.add(value);
    return readOf(value, input, does);
  });
  return { read: sum(read), write: sum(outputs.map((v) => (v === undefined ? 0n : bytesOf(v)))) };
}

function isConstantNode(inputs: readonly unknown[], outputs: readonly (Value | undefined)[]): boolean {
  return inputs.length === 0 && outputs.every((v) => v === undefined || v.constant);
}

function readOf(value: Value, input: number, does: Compute): Dim {
  const rule = does.operator.reads[slotAt(does.operator, input)?.name ?? ''];
  if (rule === undefined) return value.stored?.byteLength ?? bytesOf(value);
  try {
    const count = rule(does.operands, bindOutputs(does.operator, does.results), does.attributes);
    return elementBytes(count, value.operand.dtype, value.name);
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}

export interface Status {
  readonly status: 'known' | 'symbolic' | 'unknown';
  /** The first reason something is unknown. */
  readonly why?: string;
}

/** Of a layer, by its extents and its counts. */
export function statusOf(...groups: readonly (readonly Dim[])[]): Status {
  let symbolic = false;
  for (const dims of groups)
    for (const d of dims) {
      if (isUnknown(d)) return { status: 'unknown', why: d.why };
      if (!isKnown(d)) symbolic = true;
    }
  return { status: symbolic ? 'symbolic' : 'known' };
}

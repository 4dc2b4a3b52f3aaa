/** What one layer costs; here, and nowhere else, a FLOP is defined. */
import { add, type Dim, isKnown, isUnknown, mul, unknown } from '../model/dim.ts';
import { type Node, nodeLabel } from '../model/model.ts';
import { bindOutputs } from '../operators/bind.ts';
import { Mismatch, Undetermined, type Work } from '../operators/operator.ts';
import type { Entry } from './entries.ts';
import { type Cost, costKeys } from './profile.ts';
import { slotAt } from './roles.ts';
import { callOf, operandsOf, resultsOf, workBy } from './rules.ts';
import type { Compute, Step, Value } from './step.ts';
import { isPacked } from './unpacked.ts';
import type { Weight } from './weights.ts';
import { bytesOf, elementBytes } from './widths.ts';

/** An operator's arithmetic: a multiply-accumulate is two operations, everything else one. */
function flopsOf({ macs, other }: Work): Dim {
  return add(mul(2n, macs), other);
}

/** One for each entry; of nodes that do alike, and cost the same, one for all. */
export function costsOf(entries: readonly Entry[], weights: ReadonlyMap<Entry, readonly Weight[]>): readonly Cost[] {
  const known = new Map<Step['does'], Cost>();
  return entries.map((entry) => {
    const { does } = entry.step;
    const cost = costOf(entry, weights.get(entry) ?? []);
    if (does.kind !== 'compute' || !does.shared) return cost;
    const before = known.get(does);
    if (before !== undefined && costKeys.every((key) => before[key] === cost[key])) return before;
    known.set(does, cost);
    return cost;
  });
}

/** Spelled out: V8 spreads and adds key by key, which for 100,000 layers takes a tenth of the whole count. */
function costOf(entry: Entry, weights: readonly Weight[]): Cost {
  const { step, overall } = entry;
  const work = workOfStep(step);
  const traffic = trafficOf(step);
  const stored = storedCost(weights, step);
  return {
    parameters: stored.parameters,
    buffers: stored.buffers,
    weightBytes: stored.weightBytes,
    quantBytes: stored.quantBytes,
    constantBytes: stored.constantBytes,
    macs: overall(work.macs),
    flops: overall(flopsOf(work)),
    readBytes: overall(traffic.read),
    writeBytes: overall(traffic.write),
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
  // What an unfollowed graph holds, or takes from the graphs around it, would be missing without a word.
  if (!('bodies' in does) && runsGraphs(node)) return allUnknown(unknown(unfollowed(node)));
  if (does.kind === 'compute' && does.operator.hides !== undefined)
    return allUnknown(unknown(`\`${nodeLabel(node)}\`: ${does.operator.hides}`));
  if (weights.length === 0) return nothingStored;
  if (does.kind === 'unknown' && weights.some((w) => isPacked(w.dtype) && w.elements !== 1n)) {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}, and it reads integers that may be weights`);
    return { ...allUnknown(gap), buffers: 0n };
  }
  const bytes = (role: Weight['role']): Dim => totalOf(weights, role, 'bytes');
  return {
    parameters: totalOf(weights, 'parameter', 'elements'),
    buffers: totalOf(weights, 'buffer', 'elements'),
    weightBytes: add(bytes('parameter'), bytes('buffer')),
    quantBytes: bytes('quantization'),
    constantBytes: bytes('constant'),
  };
}

function totalOf(weights: readonly Weight[], role: Weight['role'], count: 'elements' | 'bytes'): Dim {
  let total: Dim = 0n;
  for (const weight of weights) if (weight.role === role) total = add(total, weight[count]);
  return total;
}

function allUnknown(gap: Dim): StoredCost {
  return { parameters: gap, buffers: gap, weightBytes: gap, quantBytes: gap, constantBytes: gap };
}

const nothing: Work = { macs: 0n, other: 0n };

export function workOfStep(step: Step): Work {
  const { node, does } = step;
  // The layers of the bodies hold what their owner costs.
  if ('bodies' in does) return nothing;
  if (does.kind === 'unknown') return noWork(`\`${nodeLabel(node)}\`: ${does.why}`);
  if (runsGraphs(node)) return noWork(unfollowed(node));
  if (does.work !== undefined) return does.work;
  try {
    const call = callOf(node, does.opset, does.symbol);
    return workBy(does.operator, operandsOf(step, does), resultsOf(step, does), does.attributes, call);
  } catch (error) {
    if (error instanceof Undetermined) return noWork(error.why);
    if (error instanceof Mismatch) return noWork(`\`${nodeLabel(node)}\`: ${error.message}`);
    throw error;
  }
}

function noWork(why: string): Work {
  return { macs: unknown(why), other: unknown(why) };
}

function unfollowed(node: Node): string {
  return `\`${nodeLabel(node)}\` runs a graph of its own, which Flopgate does not follow`;
}

function runsGraphs({ attributes }: Node): boolean {
  if (attributes.size === 0) return false;
  for (const { kind } of attributes.values()) if (kind === 'graph' || kind === 'graphs') return true;
  return false;
}

interface Traffic {
  readonly read: Dim;
  readonly write: Dim;
}

/** Distinct inputs once, outputs once; a view moves nothing, and a constant is where it is. */
function trafficOf(step: Step): Traffic {
  const { node, inputs, outputs, does } = step;
  if ('bodies' in does) return { read: 0n, write: 0n };
  if (does.kind === 'unknown') {
    const gap = unknown(`\`${nodeLabel(node)}\`: ${does.why}`);
    return { read: gap, write: gap };
  }
  if (does.operator.memory === 'view' || isConstantNode(inputs, outputs)) return { read: 0n, write: 0n };
  let read: Dim = 0n;
  const known = inputs.length > fewInputs ? new Set<Value>() : undefined;
  for (let input = 0; input < inputs.length; input++) {
    const value = inputs[input];
    if (value === undefined) continue;
    const again = known === undefined ? inputs.indexOf(value) < input : known.has(value);
    if (again) continue;
    known?.add(value);
    read = add(read, readOf(value, input, step, does));
  }
  let write: Dim = 0n;
  for (const value of outputs) if (value !== undefined) write = add(write, bytesOf(value));
  return { read, write };
}

/** Up to so many, looking at those before is quicker than a set of them. */
const fewInputs = 16;

function isConstantNode(inputs: readonly unknown[], outputs: readonly (Value | undefined)[]): boolean {
  return inputs.length === 0 && outputs.every((v) => v === undefined || v.constant);
}

function readOf(value: Value, input: number, step: Step, does: Compute): Dim {
  const rule = does.operator.reads[slotAt(does.operator, input)?.name ?? ''];
  if (rule === undefined) return value.stored?.byteLength ?? bytesOf(value);
  try {
    const results = bindOutputs(does.operator, resultsOf(step, does));
    const count = rule(operandsOf(step, does), results, does.attributes);
    return elementBytes(count, value.dtype, value.name);
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

const known: Status = { status: 'known' };
const symbolic: Status = { status: 'symbolic' };

/** Of a layer, by its extents and those of its counts that `keys` names. */
export function statusOf(extents: readonly (readonly Dim[])[], cost: Cost, keys: readonly (keyof Cost)[]): Status {
  let status = known;
  for (const dims of extents)
    for (const d of dims) {
      if (isUnknown(d)) return { status: 'unknown', why: d.why };
      if (!isKnown(d)) status = symbolic;
    }
  for (const key of keys) {
    const d = cost[key];
    if (isUnknown(d)) return { status: 'unknown', why: d.why };
    if (!isKnown(d)) status = symbolic;
  }
  return status;
}

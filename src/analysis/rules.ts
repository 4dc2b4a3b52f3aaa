/** What the operator's rules make of one node: facts of its outputs, its work. */
import { isKnown, isUnknown } from '../model/dim.ts';
import { formatShape } from '../model/dim-text.ts';
import { type Node, nodeLabel } from '../model/model.ts';
import { bindInputs, bindOutputs, inferDTypes, inferOutputs, workOf } from '../operators/bind.ts';
import {
  type Call,
  type Fact,
  Mismatch,
  Operand,
  type Operands,
  type Operator,
  Undetermined,
  type Values,
  type Work,
} from '../operators/operator.ts';
import { type Compute, maxElements, type Step, unknownFact } from './step.ts';

/** Of the entry's outputs, wanted or not, in order. Throws Undetermined and Mismatch. */
export function factsBy(operator: Operator, operands: Operands, attributes: Values, call: Call): readonly Fact[] {
  const facts = inferOutputs(operator, operands, attributes, call);
  for (const fact of facts) refuseNegative(fact);
  return facts.map(withoutBigValue);
}

/** As `factsBy`; where the rules cannot tell a shape, the reason, and the element types all the same. */
export function factsOrReason(operator: Operator, operands: Operands, attributes: Values, call: Call): readonly Fact[] {
  try {
    return factsBy(operator, operands, attributes, call);
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    const { why } = error;
    return inferDTypes(operator, operands, attributes, call).map((dtype) => ({ ...unknownFact(why), dtype }));
  }
}

/** Throws Undetermined and Mismatch. */
export function workBy(
  operator: Operator,
  operands: Operands,
  results: readonly Operand[],
  attributes: Values,
  call: Call,
): Work {
  const work = workOf(operator, operands, bindOutputs(operator, results), attributes, call);
  for (const count of [work.macs, work.other])
    if (isKnown(count) && count < 0n) throw new Mismatch('its attributes make its work less than nothing');
  return work;
}

export function operandsOf({ inputs }: Step, { operator }: Compute): Operands {
  return bindInputs(operator, inputs);
}

/** All the entry's outputs: one the node does not want is there for the work rule, under its entry's name. */
export function resultsOf({ outputs }: Step, { operator, facts }: Compute): readonly Operand[] {
  return facts.map((fact, i) => outputs[i] ?? new Operand(operator.outputs[i]?.name ?? '', fact));
}

export function callOf(node: Node, opset: bigint, symbol: Compute['symbol']): Call {
  return { opset, outputs: node.outputs, label: nodeLabel(node), symbol };
}

/** A window larger than what it slides over, and the like: no such tensor can be. */
function refuseNegative(fact: Fact): void {
  if (fact.kind !== 'tensor' || isUnknown(fact.shape)) return;
  if (fact.shape.some((d) => isKnown(d) && d < 0n))
    throw new Mismatch(`its output would be ${formatShape(fact.shape)}, and no extent is negative`);
}

function withoutBigValue(fact: Fact): Fact {
  if (fact.kind !== 'tensor' || fact.value === undefined || fact.value.length <= maxElements) return fact;
  return { kind: 'tensor', dtype: fact.dtype, shape: fact.shape };
}

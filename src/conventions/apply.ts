/** What a convention counts of one node. */
import { type Dim, isUnknown, unknown } from '../model/dim.ts';
import { Mismatch, Undetermined } from '../operators/operator.ts';
import type { Convention, Count, Rule } from './convention.ts';
import type { Node } from './node.ts';

export interface Counted {
  readonly macs: Dim;
  readonly flops: Dim;
  readonly parameters: Dim;
  /** Why, from this node on, the number is only near the tool's. */
  readonly near?: string;
}

/** By the convention's table. What cannot be told is unknown with its reason, as with our own rules. */
export function countBy(convention: Convention, node: Node): Counted {
  const parameters = attempt(() => convention.parameters?.(node) ?? node.facts.parameters);
  const counted = attempt(() => ruleFor(convention, node)(node));
  if (typeof counted !== 'object' || isDim(counted)) return { ...inUnit(convention, counted), parameters };
  const { near } = counted;
  return {
    ...inUnit(convention, counted.count ?? 0n),
    ...(counted.macs !== undefined && { macs: counted.macs }),
    ...(counted.flops !== undefined && { flops: counted.flops }),
    parameters,
    ...(near !== undefined && { near }),
  };
}

/** A layer the tool does not look into. */
export function notSeen(convention: Convention): Counted {
  return { ...inUnit(convention, 0n), parameters: 0n };
}

function ruleFor(convention: Convention, node: Node): Rule {
  const own = convention.rules.get(node.op);
  if (own !== undefined) return own;
  const { rest } = convention;
  return rest === 'arithmetic' ? (n) => arithmetic(convention, n) : rest;
}

/** 0 for what the tool is known to leave out; nothing is left out by oversight. */
function arithmetic({ title, countsElements }: Convention, node: Node): Dim {
  const { isKnown, isFree, label } = node.facts;
  if (!isKnown) return unknown(`\`${label}\`: \`${node.op}\` is not an operator Flopgate knows`);
  if (isFree) return 0n;
  if (multiplies(node) || (countsElements && node.op.includes('.')))
    return unknown(`\`${label}\`: ${title} has no word for \`${node.op}\``);
  return 0n;
}

function multiplies(node: Node): boolean {
  try {
    return node.ownMacs !== 0n;
  } catch (error) {
    if (error instanceof Undetermined || error instanceof Mismatch) return true;
    throw error;
  }
}

function inUnit({ unit, title }: Convention, count: Dim): Pick<Counted, 'macs' | 'flops'> {
  return {
    macs: unit === 'flops' ? unknown(`${title} counts FLOPs only`) : count,
    flops: unit === 'macs' ? unknown(`${title} counts MACs only`) : count,
  };
}

function attempt<T extends Dim | Count>(rule: () => T): T | Dim {
  try {
    return rule();
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}

function isDim(counted: Dim | Count): counted is Dim {
  return typeof counted === 'bigint' || ('kind' in counted && (isUnknown(counted) || counted.kind === 'poly'));
}

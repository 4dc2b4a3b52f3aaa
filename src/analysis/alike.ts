/**
 * Nodes that do alike. A network repeats a few blocks, and what a rule makes of element types and extents it makes of
 * them each time: one such node is computed, and all others like it share the result.
 *
 * Nothing is taken on trust. The rule is run on operands without names, whose values cannot be read where there may be
 * any, in a call without a label. What it makes of these depends on nothing else, and holds wherever they are the same.
 * A rule that asks for a value is run once more with values, and shared where they too are the very same. One that asks
 * for a label or a symbol, or that cannot tell, is left to each node, which has names for the reason.
 */
import { isUnknown } from '../model/dim.ts';
import { type Memo, startMemo } from '../model/memo.ts';
import type { Node } from '../model/model.ts';
import { bindInputs, readAttributes } from '../operators/bind.ts';
import {
  type Call,
  type Fact,
  Mismatch,
  Operand,
  type Operator,
  Undetermined,
  type Values,
  type Work,
} from '../operators/operator.ts';
import { callOf, factsBy, factsOrReason, workBy } from './rules.ts';
import type { Compute, Value } from './step.ts';
import { Asked, asked, Types, Unread } from './types.ts';

/** Pairs of operator and attributes read once. Networks have dozens. */
const mostSettings = 4096;
/** Of all patterns together. Networks have hundreds. */
const mostBranches = 32_768;
/** Under one pattern of types: where each node has values of its own, there is nothing to share. */
const mostValues = 64;

/** One input leads to the next; where the last one leads stands what was made of them all. */
interface Branch {
  readonly next: Map<unknown, Branch>;
  /** `each`: every node is on its own. `values`: they decide, and `byValue` leads on by what the inputs are. */
  made?: Compute | 'values' | 'each';
  byValue?: Branch;
  /** Branches under `byValue`. */
  values: number;
}

interface Setting {
  readonly attributes: Values;
  readonly patterns: Branch;
}

/** What a node asks of its operator, besides its inputs. */
export interface Asking {
  readonly operator: Operator;
  readonly node: Node;
  readonly opset: bigint;
  /** A newer version of the operator set than Flopgate has read. */
  readonly newer: boolean;
}

export class Alike {
  private readonly settings: Memo<Operator, Node['attributes'], Setting> = startMemo(mostSettings);
  private readonly types = new Types();
  private readonly symbol: Compute['symbol'];
  private left = mostBranches;

  constructor(symbol: Compute['symbol']) {
    this.symbol = symbol;
  }

  /** What this node does, on its own. Where the rules cannot tell a shape, the reason, and element types all the same. */
  alone({ operator, node, opset, newer }: Asking, inputs: readonly (Value | undefined)[]): Compute {
    const { attributes } = this.settings(operator, node.attributes, settingOf);
    const operands = bindInputs(operator, inputs);
    const call = callOf(node, opset, this.symbol);
    const facts = factsOrReason(operator, operands, attributes, call);
    return { kind: 'compute', shared: false, operator, attributes, facts, opset, newer, symbol: this.symbol };
  }

  /** What this node does as others do; `undefined` where each is on its own. Throws Mismatch for a wrong attribute. */
  find(asking: Asking, inputs: readonly (Value | undefined)[]): Compute | undefined {
    const { attributes, patterns } = this.settings(asking.operator, asking.node.attributes, settingOf);
    let branch = this.step(this.step(patterns, asking.opset), wantedOf(asking.node.outputs));
    const types: (Fact | undefined)[] = [];
    for (const input of inputs) {
      const type = input && this.types.of(input.fact);
      if (type === null) return undefined;
      types.push(type);
      branch = this.step(branch, type);
    }
    if (branch === undefined) return undefined;
    branch.made ??= this.attempt(asking, attributes, types);
    if (branch.made === 'values') {
      const facts = inputs.map((value, i) => (types[i] instanceof Unread ? value?.fact : types[i]));
      branch = this.byValue(branch, facts);
      if (branch === undefined) return undefined;
      branch.made ??= this.attempt(asking, attributes, facts);
    }
    return typeof branch.made === 'string' ? undefined : branch.made;
  }

  private step(branch: Branch | undefined, key: unknown): Branch | undefined {
    const known = branch?.next.get(key);
    if (known !== undefined || branch === undefined || this.left <= 0) return known;
    this.left--;
    const made = newBranch();
    branch.next.set(key, made);
    return made;
  }

  private byValue(owner: Branch, facts: readonly (Fact | undefined)[]): Branch | undefined {
    owner.byValue ??= newBranch();
    let branch: Branch | undefined = owner.byValue;
    for (const fact of facts) {
      const next: Branch | undefined = branch.next.get(fact);
      if (next === undefined && ++owner.values > mostValues) return undefined;
      branch = next ?? this.step(branch, fact);
      if (branch === undefined) return undefined;
    }
    return branch;
  }

  private attempt(
    { operator, node, opset, newer }: Asking,
    attributes: Values,
    given: readonly (Fact | undefined)[],
  ): Compute | 'values' | 'each' {
    const call = new SharedCall(opset, node.outputs);
    try {
      const operands = bindInputs(
        operator,
        given.map((fact) => fact && new Operand('', fact)),
      );
      const facts = factsBy(operator, operands, attributes, call).map((fact) => this.settled(fact));
      const results = facts.map((fact) => new Operand('', fact));
      const work = workOrNothing(() => workBy(operator, operands, results, attributes, call));
      const { symbol } = this;
      return {
        kind: 'compute',
        shared: true,
        operator,
        attributes,
        facts,
        ...(work && { work }),
        opset,
        newer,
        symbol,
      };
    } catch (error) {
      if (error instanceof Asked) return 'values';
      if (error instanceof Mismatch || error instanceof Undetermined) return 'each';
      throw error;
    }
  }

  /** Throws Undetermined where something about it is unknown, for whoever reads it wants to know which node's. */
  private settled(fact: Fact): Fact {
    if (fact.kind !== 'tensor') throw undetermined;
    const type = this.types.of(fact);
    if (type === null) throw undetermined;
    if (fact.value === undefined) return type;
    if (fact.value.some((x) => typeof x === 'object' && isUnknown(x))) throw undetermined;
    return { kind: 'tensor', dtype: fact.dtype, shape: fact.shape, value: fact.value };
  }
}

function newBranch(): Branch {
  return { next: new Map(), values: 0 };
}

function settingOf(operator: Operator, attributes: Node['attributes']): Setting {
  return { attributes: readAttributes(operator, { attributes }), patterns: newBranch() };
}

/** Which outputs the node wants: rules may give one more for it, or less. */
function wantedOf(outputs: readonly string[]): string | number {
  return outputs.includes('') ? outputs.map((name) => (name === '' ? '-' : '+')).join('') : outputs.length;
}

/** Says which outputs are wanted, not what they are called. */
class SharedCall implements Call {
  readonly opset: bigint;
  readonly outputs: readonly string[];

  constructor(opset: bigint, outputs: readonly string[]) {
    this.opset = opset;
    this.outputs = outputs.map((name) => (name === '' ? '' : 'output'));
  }

  get label(): never {
    throw asked;
  }

  readonly symbol = (): never => {
    throw asked;
  };
}

/** The work that all of them have; each has its own where the rule asks for more than they share, or cannot tell. */
function workOrNothing(work: () => Work): Work | undefined {
  try {
    const { macs, other } = work();
    return isUnknown(macs) || isUnknown(other) ? undefined : { macs, other };
  } catch (error) {
    if (error instanceof Asked || error instanceof Mismatch || error instanceof Undetermined) return undefined;
    throw error;
  }
}

const undetermined = new Undetermined('something about it is unknown');

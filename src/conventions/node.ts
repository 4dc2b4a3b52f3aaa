/** One node of a graph as a convention sees it: operands by position, attributes with their defaults, who made what. */
import { type Dim, product } from '../model/dim.ts';
import type { Attribute, Scalar } from '../model/model.ts';
import { Mismatch, type Operand, Undetermined, type Work } from '../operators/operator.ts';

/** A stored tensor as tools count it. */
export interface Stored {
  /** An initializer, not the value of a Constant node. */
  readonly initializer: boolean;
  readonly elements: Dim;
}

export interface NodeFacts {
  /** `Conv`; in another domain than the default one `com.microsoft.FusedConv`. */
  readonly op: string;
  /** Its name, or `Op #index`. */
  readonly label: string;
  readonly inputs: readonly (Operand | undefined)[];
  readonly outputs: readonly (Operand | undefined)[];
  /** Attribute values as the operator's entry reads them, or as the file has them where there is no entry. */
  readonly attribute: (name: string) => unknown;
  /** Whether the input is the same whatever the model is given. */
  readonly isConstant: (input: number) => boolean;
  /** The node whose result the input is. */
  readonly maker: (input: number) => Node | undefined;
  /** Flopgate's own count. Throws Undetermined and Mismatch. */
  readonly work: () => Work;
  /** The entry says the operator only moves or names data. */
  readonly isFree: boolean;
  /** Flopgate has an entry for it. */
  readonly isKnown: boolean;
  /** Weights and constants Flopgate counts at this node, a shared one at its first user. */
  readonly stored: readonly Stored[];
  /** Flopgate's own parameters of this node. */
  readonly parameters: Dim;
}

/** Guards what Operand guards: a rule that asks for what is not known, or not there, ends. */
export class Node {
  readonly facts: NodeFacts;
  constructor(facts: NodeFacts) {
    this.facts = facts;
  }

  get op(): string {
    return this.facts.op;
  }

  has(input: number): boolean {
    return this.facts.inputs[input] !== undefined;
  }

  input(i: number): Operand {
    const operand = this.facts.inputs[i];
    if (operand === undefined) throw new Mismatch(`\`${this.facts.label}\` has no input ${i}`);
    return operand;
  }

  output(i = 0): Operand {
    const operand = this.facts.outputs[i];
    if (operand === undefined) throw new Mismatch(`\`${this.facts.label}\` has no output ${i}`);
    return operand;
  }

  /** Elements of an input. */
  size(i = 0): Dim {
    return product(this.input(i).shape);
  }

  /** Elements of the first output. */
  get out(): Dim {
    return product(this.output().shape);
  }

  int(name: string, fallback: bigint): bigint {
    const value = this.facts.attribute(name);
    return typeof value === 'bigint' ? value : fallback;
  }

  /** Empty where the attribute is not there. */
  ints(name: string): readonly bigint[] {
    const value = this.facts.attribute(name);
    return Array.isArray(value) ? value.flatMap((x: unknown) => (typeof x === 'bigint' ? [x] : [])) : [];
  }

  text(name: string, fallback: string): string {
    const value = this.facts.attribute(name);
    return typeof value === 'string' ? value : fallback;
  }

  /** The one element of a constant input, as a number. */
  scalar(input: number): number | undefined {
    const value: Scalar | undefined = this.facts.inputs[input]?.value?.[0];
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
  }

  isConstant(input: number): boolean {
    return this.has(input) && this.facts.isConstant(input);
  }

  maker(input: number): Node | undefined {
    return this.facts.maker(input);
  }

  /** Multiply-accumulates by Flopgate's own rule. */
  get ownMacs(): Dim {
    return this.facts.work().macs;
  }
}

/** Ends a rule: the tool cannot count such a node either. */
export function refuse(why: string): never {
  throw new Undetermined(why);
}

/** A plain attribute of a file, as an entry would read it. */
export function plainAttribute(attribute: Attribute | undefined): unknown {
  return attribute !== undefined && 'value' in attribute ? attribute.value : undefined;
}

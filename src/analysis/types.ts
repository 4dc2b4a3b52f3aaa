/** Element type and extents of tensors, one object for all that are the same, so that they are told apart by identity. */
import { type Dim, isKnown, isUnknown } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import type { Scalar } from '../model/model.ts';
import type { Fact } from '../operators/operator.ts';
import { StoredFact } from './step.ts';

/** A tensor that surely has no value: the whole of what a rule can learn of it. */
export class Typed {
  readonly kind = 'tensor';
  readonly dtype: DType | null;
  readonly shape: readonly Dim[];
  /** What such a tensor takes, once somebody has asked (`widths.ts`). */
  bytes: Dim | undefined;

  constructor(dtype: DType | null, shape: readonly Dim[]) {
    this.dtype = dtype;
    this.shape = shape;
  }
}

/** A tensor that may have a value, which cannot be read here: a rule that asks for it ends. */
export class Unread extends Typed {
  get value(): readonly Scalar[] | undefined {
    throw asked;
  }
}

/** Thrown where a rule asks for what nodes that do alike do not share. */
export class Asked extends Error {}

export const asked = new Asked('a value, a label or a symbol');

/** Networks have hundreds of types; a file may make up any number. */
const mostTypes = 32_768;

/** The extents one after the other; at the end stands the type. */
interface Branch {
  readonly next: Map<Dim | number, Branch>;
  typed?: Typed;
  unread?: Unread;
}

export class Types {
  private readonly byDType = new Map<DType | null, Branch>();
  private count = 0;

  /** What a rule may learn of a fact without reading values; `null` where an extent is unknown, or it is no tensor. */
  of(fact: Fact): Typed | null {
    if (fact instanceof Typed) return fact;
    if (fact.kind !== 'tensor' || isUnknown(fact.shape)) return null;
    const { dtype, shape } = fact;
    let branch = this.step(this.byDType, dtype);
    for (const extent of shape) {
      if (branch === undefined || isUnknown(extent)) return null;
      // Small integers are found quicker as such.
      branch = this.step(branch.next, isKnown(extent) && extent < small && extent >= 0n ? Number(extent) : extent);
    }
    if (branch === undefined) return null;
    if (mayHaveValue(fact)) {
      branch.unread ??= new Unread(dtype, shape);
      return branch.unread;
    }
    branch.typed ??= new Typed(dtype, shape);
    return branch.typed;
  }

  private step<K>(branches: Map<K, Branch>, key: K): Branch | undefined {
    const known = branches.get(key);
    if (known !== undefined) return known;
    if (this.count >= mostTypes) return undefined;
    this.count++;
    const made: Branch = { next: new Map() };
    branches.set(key, made);
    return made;
  }
}

const small = 2n ** 30n;

/** Without reading it. */
function mayHaveValue(fact: Extract<Fact, { kind: 'tensor' }>): boolean {
  return fact instanceof StoredFact ? fact.isSmall : fact.value !== undefined;
}

/**
 * Attributes that many nodes have in common. A convolution's kernel and strides repeat through a network; equal bytes
 * give one record (`recurringList`), equal lists of records one map, which is lowered once and held once.
 */
import type { Attribute } from '../../model/model.ts';
import type { AttributeProto } from './messages.ts';

/** Numbers and text: it says nothing of a place in the file, and opens no graph. */
export function isSetting(p: AttributeProto): boolean {
  const holdsOne = p.t !== null || p.g !== null || p.sparseTensor !== null || p.tp !== null;
  const holdsMany = p.tensors.length + p.graphs.length + p.sparseTensors.length + p.typeProtos.length > 0;
  return !holdsOne && !holdsMany;
}

type Lowered = ReadonlyMap<string, Attribute>;

/** By the first attribute, then the second, and so on. */
interface Branch {
  readonly next: Map<AttributeProto, Branch>;
  lowered?: Lowered;
}

export interface Settings {
  /** What `lower` made of the same records before, or makes now. */
  lowered(protos: readonly AttributeProto[], lower: () => Lowered): Lowered;
}

/** A file may make all of them differ. */
const mostBranches = 10_000;

export function startSettings(): Settings {
  let root: Branch = { next: new Map() };
  let count = 0;
  return {
    lowered: (protos, lower) => {
      if (!protos.every(isSetting)) return lower();
      if (count > mostBranches) {
        root = { next: new Map() };
        count = 0;
      }
      let branch = root;
      for (const proto of protos) {
        let next = branch.next.get(proto);
        if (next === undefined) {
          next = { next: new Map() };
          branch.next.set(proto, next);
          count++;
        }
        branch = next;
      }
      branch.lowered ??= lower();
      return branch.lowered;
    },
  };
}

/** Greedy reduction: the smallest part that still shows the same fault. */
import { type Field, type MessageName, parse, write } from './wire.ts';

/** `shows` runs the input; at most so many times. */
const mostRuns = 3000;

export function minimise(
  input: Uint8Array,
  message: MessageName | undefined,
  shows: (input: Uint8Array) => boolean,
): Uint8Array {
  let runs = 0;
  const check = (candidate: Uint8Array): boolean => runs++ < mostRuns && shows(candidate);
  let best = input;
  if (message !== undefined) best = smallerTree(best, message, check);
  return smallerBytes(best, check);
}

/** Fields go, the largest share first, then those inside what stays. */
function smallerTree(input: Uint8Array, message: MessageName, check: (candidate: Uint8Array) => boolean): Uint8Array {
  const root = parse(input, message);
  if (root === undefined || !check(write(root))) return input;
  let tree = root;
  const reduce = (fields: readonly Field[], put: (fields: readonly Field[]) => readonly Field[]): void => {
    let kept = fields;
    for (let share = Math.ceil(kept.length / 2); share >= 1; share = share === 1 ? 0 : Math.ceil(share / 2))
      for (let at = 0; at < kept.length; ) {
        const candidate = [...kept.slice(0, at), ...kept.slice(at + share)];
        if (check(write(put(candidate)))) kept = candidate;
        else at += share;
      }
    tree = put(kept);
    for (const [i, field] of kept.entries()) {
      if (typeof field.value === 'bigint' || field.value instanceof Uint8Array) continue;
      const put2 = (inner: readonly Field[]): readonly Field[] =>
        put(kept.map((f, j) => (j === i ? { ...f, value: inner } : f)));
      reduce(field.value, (inner) => {
        kept = kept.map((f, j) => (j === i ? { ...f, value: inner } : f));
        return put2(inner);
      });
    }
  };
  reduce(tree, (fields) => fields);
  const result = write(tree);
  return check(result) ? result : input;
}

function smallerBytes(input: Uint8Array, check: (candidate: Uint8Array) => boolean): Uint8Array {
  let best = input;
  for (let share = Math.ceil(best.length / 2); share >= 1; share = share === 1 ? 0 : Math.ceil(share / 2))
    for (let at = 0; at < best.length; ) {
      const candidate = Buffer.concat([best.subarray(0, at), best.subarray(at + share)]);
      if (check(candidate)) best = candidate;
      else at += share;
    }
  return best;
}

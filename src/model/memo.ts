/**
 * What was made of two things, by their identity: nodes of a network share few lists of attributes, and what an operator
 * makes of one need be made once. Bounded: past `most` nothing more is remembered, as a file may make all of them differ.
 */
export type Memo<A, B, R> = (a: A, b: B, make: (a: A, b: B) => R) => R;

export function startMemo<A, B, R>(most: number): Memo<A, B, R> {
  const known = new Map<A, Map<B, R>>();
  let count = 0;
  return (a, b, make) => {
    const before = known.get(a);
    const found = before?.get(b);
    if (found !== undefined) return found;
    const made = make(a, b);
    if (count >= most) return made;
    count++;
    if (before === undefined) known.set(a, new Map([[b, made]]));
    else before.set(b, made);
    return made;
  };
}

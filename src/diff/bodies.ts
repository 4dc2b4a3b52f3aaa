/** The bodies of two paired layers as two graphs whose inputs stand for one another. */
import type { Layer, NamedValue, Profile } from '../analysis/profile.ts';
import { unknown } from '../model/dim.ts';
import type { Pairing } from './cost.ts';
import type { Frame } from './frames.ts';
import { type Net, netOf, type Source } from './net.ts';

export interface Around {
  readonly net: Net;
  readonly owner: Layer;
  readonly body: string;
  readonly frame: Frame;
}

/** What a body takes: first its own parameters by position, then what it sees of the graph around it. */
interface Taken {
  readonly formals: readonly NamedValue[];
  readonly captures: readonly { readonly value: NamedValue; readonly source: Source }[];
}

const hole: NamedValue = { name: '', dtype: null, shape: unknown('the other body has it') };

/** Inputs of one position are the same: parameters in order, captured tensors where the pairing around says so. */
export function bodyNets(base: Around, head: Around, pairing: Pairing): readonly [Net, Net] {
  const [ours, theirs] = [takenBy(base), takenBy(head)];
  const formals = Math.max(ours.formals.length, theirs.formals.length);
  const left = padded(ours.formals, formals);
  const right = padded(theirs.formals, formals);
  const places = new Map<string, number>();
  for (const { value, source } of ours.captures) {
    const key = across(source, pairing);
    // Two names for one tensor: the second is an input of its own.
    if (key !== undefined && !places.has(key)) places.set(key, left.length);
    left.push(value);
    right.push(hole);
  }
  for (const { value, source } of theirs.captures) {
    const at = places.get(`${source.node}:${source.output}`);
    if (at !== undefined && right[at] === hole) right[at] = value;
    else {
      left.push(hole);
      right.push(value);
    }
  }
  return [netFor(base, left), netFor(head, right)];
}

function padded(values: readonly NamedValue[], length: number): NamedValue[] {
  return Array.from({ length }, (_, at) => values[at] ?? hole);
}

/** The same tensor in the head's words; `undefined` where the head has none. */
function across({ node, output }: Source, { toHead }: Pairing): string | undefined {
  const there = node < 0 ? node : (toHead[node] ?? -1);
  return node >= 0 && there < 0 ? undefined : `${there}:${output}`;
}

function takenBy({ net, owner, body, frame }: Around): Taken {
  const formals = owner.bodies?.find(({ name }) => name === body)?.inputs ?? [];
  const all = frame.layers.flatMap((l) => [l, ...(frame.inner.get(l) ?? [])]);
  const own = new Set([...formals, ...all.flatMap((l) => l.outputs)].map(({ name }) => name));
  const captures = new Map<string, Taken['captures'][number]>();
  for (const { inputs } of all)
    for (const name of inputs) {
      const source = own.has(name) || captures.has(name) ? undefined : net.sourceOf(name);
      if (source !== undefined) captures.set(name, { value: captured(net, name, source), source });
    }
  return { formals, captures: [...captures.values()] };
}

function captured(net: Net, name: string, { node }: Source): NamedValue {
  const made = net.producerOf(name)?.outputs.find((o) => o.name === name);
  return made ?? { ...(net.profile.inputs[-node - 1] ?? hole), name };
}

/** Without a list of its results, as in a profile saved by an earlier version, a body gives what nothing in it reads. */
function netFor({ net, owner, body, frame }: Around, inputs: readonly NamedValue[]): Net {
  const listed = owner.bodies?.find(({ name }) => name === body)?.outputs;
  const read = new Set(frame.layers.flatMap((l) => [l, ...(frame.inner.get(l) ?? [])]).flatMap((l) => l.inputs));
  const results = listed ?? frame.layers.flatMap((l) => l.outputs.map(({ name }) => name).filter((n) => !read.has(n)));
  const profile: Profile = {
    ...net.profile,
    layers: frame.layers,
    inputs,
    outputs: results.map((name) => ({ ...hole, name })),
  };
  return netOf(profile, frame);
}

/** The costs of a run as another tool would count them: the same steps, read through the tool's table. */
import { type Counted, countBy, notSeen } from '../conventions/apply.ts';
import type { Convention, ConventionLabel } from '../conventions/convention.ts';
import { Node, plainAttribute, type Stored } from '../conventions/node.ts';
import { nodeLabel } from '../model/model.ts';
import { free } from '../operators/operator.ts';
import { type Problem, problem } from '../problem.ts';
import { workOfStep } from './cost.ts';
import type { Entry } from './entries.ts';
import { type Cost, zeroCost } from './profile.ts';
import type { Step, Value } from './step.ts';
import type { Weight } from './weights.ts';

export interface Conventional {
  readonly costs: readonly Cost[];
  /** `near` where a node of this model is one of which a file does not tell all. */
  readonly label: ConventionLabel;
  readonly problems: readonly Problem[];
}

/**
 * `costs` are our own, by entry: what the convention has no opinion on stays. `isOpen` says that the file leaves
 * extents of its inputs open.
 */
export function countAs(
  convention: Convention,
  entries: readonly Entry[],
  costs: readonly Cost[],
  countedAt: ReadonlyMap<Entry, readonly Weight[]>,
  isDead: (entry: Entry) => boolean,
  isOpen: boolean,
): Conventional {
  const doubts = new Set<string>(isOpen && convention.openExtents !== undefined ? [convention.openExtents] : []);
  const nodeOf = nodesOf(entries, costs, countedAt);
  const conventional = entries.map((entry, id) => {
    const own = costs[id] ?? zeroCost;
    const { macs, flops, parameters, near } = countEntry(convention, entry, nodeOf);
    if (near !== undefined && !isDead(entry)) doubts.add(near);
    return { ...own, macs: entry.overall(macs), flops: entry.overall(flops), parameters };
  });
  const label = labelOf(convention, doubts);
  return { costs: conventional, label, problems: [saying(label)] };
}

function countEntry(convention: Convention, entry: Entry, nodeOf: (entry: Entry) => Node): Counted {
  const closed = convention.bodies === 'closed';
  const ownsBodies = 'bodies' in entry.step.does;
  if (closed ? entry.owner !== undefined : ownsBodies) return notSeen(convention);
  return countBy(convention, nodeOf(entry));
}

function labelOf(convention: Convention, doubts: ReadonlySet<string>): ConventionLabel {
  const { id, title, version, accuracy, why, unit } = convention;
  return {
    id,
    title,
    version,
    accuracy: doubts.size > 0 ? 'near' : accuracy,
    why: [why, ...doubts].join(' '),
    unit,
  };
}

function saying({ title, version, accuracy, why, unit }: ConventionLabel): Problem {
  const units = unit === 'both' ? 'MACs and FLOPs' : unit === 'macs' ? 'MACs' : 'FLOPs';
  const how = accuracy === 'exact' ? 'exactly' : 'as near as a file tells';
  return problem('operator/convention', { numbers: units, title, version, accuracy: how, why });
}

/** Nodes as the tables see them, made when they are asked for. */
function nodesOf(
  entries: readonly Entry[],
  costs: readonly Cost[],
  countedAt: ReadonlyMap<Entry, readonly Weight[]>,
): (entry: Entry) => Node {
  const makers = new Map<Value, Entry>();
  for (const entry of entries)
    for (const value of entry.step.outputs) if (value !== undefined && !makers.has(value)) makers.set(value, entry);
  const made = new Map<Entry, Node>();
  const nodeOf = (entry: Entry): Node => {
    const known = made.get(entry);
    if (known !== undefined) return known;
    const node = new Node({
      ...aboutStep(entry.step),
      maker: (input) => {
        const value = behind(entry.step.inputs[input]);
        const maker = value === undefined ? undefined : makers.get(value);
        return maker === undefined ? undefined : nodeOf(maker);
      },
      stored: (countedAt.get(entry) ?? []).map(storedOf),
      parameters: costs[entry.id]?.parameters ?? 0n,
    });
    made.set(entry, node);
    return node;
  };
  return nodeOf;
}

function storedOf({ value, elements }: Weight): Stored {
  return { initializer: value.stored !== undefined, elements };
}

/** The value itself, where this is another name for it. */
function behind(value: Value | undefined): Value | undefined {
  let v = value;
  while (v?.alias !== undefined) v = v.alias;
  return v;
}

function aboutStep(step: Step) {
  const { node, does, inputs, outputs } = step;
  return {
    op: node.domain === '' ? node.op : `${node.domain}.${node.op}`,
    label: nodeLabel(node),
    inputs,
    outputs,
    attribute: (name: string): unknown =>
      does.kind === 'compute' && Object.hasOwn(does.attributes, name)
        ? does.attributes[name]
        : plainAttribute(node.attributes.get(name)),
    isConstant: (input: number) => inputs[input]?.constant === true,
    work: () => workOfStep(step),
    isFree: does.kind === 'compute' && does.operator.work === free,
    isKnown: does.kind === 'compute',
  };
}

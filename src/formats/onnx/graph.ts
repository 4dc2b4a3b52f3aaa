/** Graphs, nodes and attributes to the vocabulary of `model/`. Nesting is bounded where the messages are read. */
import type { Attribute, Graph, LocalFunction, Node, Tensor, ValueInfo } from '../../model/model.ts';
import { fail } from '../../problem.ts';
import type { Findings, Lowering } from './findings.ts';
import type {
  AttributeProto,
  FunctionProto,
  GraphProto,
  NodeProto,
  OperatorSetIdProto,
  StringStringEntryProto,
} from './messages.ts';
import type { Settings } from './settings.ts';
import { lowerSparse, lowerTensor } from './tensor.ts';
import { lowerType } from './types.ts';

export function lowerGraph(lowering: Lowering, proto: GraphProto): Graph {
  return {
    name: proto.name,
    nodes: proto.node,
    inputs: proto.input,
    outputs: proto.output,
    tensors: lowerTensors(lowering.findings, proto),
    declared: byName(proto.valueInfo),
    ...(proto.metadataProps.length > 0 && { metadata: lowerEntries(proto.metadataProps) }),
  };
}

export function lowerAttributes(
  lowering: Lowering,
  protos: readonly AttributeProto[],
  where: string,
): ReadonlyMap<string, Attribute> {
  if (protos.length === 0) return none;
  return new Map(protos.map((p) => [p.name, lowerAttribute(lowering, p, where)]));
}

export function lowerEntries(protos: readonly StringStringEntryProto[]): ReadonlyMap<string, string> {
  return protos.length === 0 ? none : new Map(protos.map((p) => [p.key, p.value]));
}

/** `ai.onnx` is the default domain by its other name. */
export function domainOf(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

export function lowerNode(lowering: Lowering, proto: NodeProto, index: number, settings: Settings): Node {
  const { name, opType: op } = proto;
  if (op === '') contradiction(lowering, name === '' ? `node #${index}` : name, 'it does not say which operator it is');
  return {
    index,
    name,
    op,
    domain: domainOf(proto.domain),
    overload: proto.overload,
    inputs: exact(proto.input),
    outputs: exact(proto.output),
    attributes: nodeAttributes(lowering, proto, index, settings),
    metadata: lowerEntries(proto.metadataProps),
  };
}

/** What a Constant holds is its own: the same number in two places is two, as two stored tensors are. */
function nodeAttributes(
  lowering: Lowering,
  { name, opType: op, attribute }: NodeProto,
  index: number,
  settings: Settings,
): Node['attributes'] {
  if (attribute.length === 0) return none;
  const lower = () => lowerAttributes(lowering, attribute, name === '' ? `${op} #${index}` : name);
  return op === 'Constant' ? lower() : settings.lowered(attribute, lower);
}

/** Without the room a list grown by pushes keeps for more: 16 places, where most have one or two elements. */
function exact<T>(values: readonly T[]): readonly T[] {
  return values.length === 0 ? values : values.slice();
}

function lowerTensors(findings: Findings, proto: GraphProto): ReadonlyMap<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  for (const list of [proto.initializer, proto.sparseInitializer])
    for (const tensor of list) {
      const before = tensors.size;
      if (tensors.set(tensor.name, tensor).size === before) findings.duplicate(tensor.name);
    }
  return tensors;
}

function byName(values: readonly ValueInfo[]): ReadonlyMap<string, ValueInfo> {
  return new Map(values.map((v) => [v.name, v]));
}

export function lowerOpsets(protos: readonly OperatorSetIdProto[]): ReadonlyMap<string, bigint> {
  return new Map(protos.map((p) => [domainOf(p.domain), p.version ?? 0n]));
}

export function lowerFunction(lowering: Lowering, proto: FunctionProto): LocalFunction {
  const domain = domainOf(proto.domain);
  const { name, overload } = proto;
  const where = `function ${name}`;
  const defaults = lowerAttributes(lowering, proto.attributeProto, where);
  return {
    domain,
    name,
    overload,
    inputs: proto.input,
    outputs: proto.output,
    attributes: [...proto.attribute, ...defaults.keys()],
    defaults,
    opsets: lowerOpsets(proto.opsetImport),
    nodes: proto.node,
    declared: byName(proto.valueInfo),
  };
}

type Kind =
  | 'float'
  | 'int'
  | 'string'
  | 'tensor'
  | 'graph'
  | 'floats'
  | 'ints'
  | 'strings'
  | 'tensors'
  | 'graphs'
  | 'sparse'
  | 'sparses'
  | 'type'
  | 'types';

/** By `AttributeProto.AttributeType`; 0 is undefined. */
const kinds: readonly (Kind | undefined)[] = [
  undefined,
  'float',
  'int',
  'string',
  'tensor',
  'graph',
  'floats',
  'ints',
  'strings',
  'tensors',
  'graphs',
  'sparse',
  'sparses',
  'type',
  'types',
];

function lowerAttribute(lowering: Lowering, proto: AttributeProto, node: string): Attribute {
  if (proto.refAttrName !== '') return { kind: 'reference', name: proto.refAttrName };
  const kind = kinds[proto.type] ?? (proto.type === 0 ? kindByContent(proto) : undefined);
  const where = () => `attribute \`${proto.name}\` of ${node}`;
  if (kind === undefined) contradiction(lowering, where(), `it is of kind ${proto.type}, which ONNX does not define`);
  return (
    content[kind](proto, lowering, where) ??
    contradiction(lowering, where(), `it is said to hold a ${kind}, but holds none`)
  );
}

/** A lone number or string that is absent is 0 or empty: writers of the proto3 schema leave such values out. */
const content: Readonly<
  Record<Kind, (p: AttributeProto, lowering: Lowering, where: () => string) => Attribute | undefined>
> = {
  float: (p) => ({ kind: 'float', value: p.f ?? 0 }),
  int: (p) => ({ kind: 'int', value: p.i ?? 0n }),
  string: (p) => ({ kind: 'string', value: p.s ?? '' }),
  floats: (p) => ({ kind: 'floats', value: exact(p.floats) }),
  ints: (p) => ({ kind: 'ints', value: exact(p.ints) }),
  strings: (p) => ({ kind: 'strings', value: exact(p.strings) }),
  tensor: (p, lowering, where) =>
    p.t === null ? undefined : { kind: 'tensor', value: lowerTensor(lowering, p.t, where()) },
  tensors: (p, lowering, where) => ({
    kind: 'tensors',
    value: p.tensors.map((t) => lowerTensor(lowering, t, where())),
  }),
  sparse: (p, lowering, where) =>
    p.sparseTensor === null ? undefined : { kind: 'tensor', value: lowerSparse(lowering, p.sparseTensor, where()) },
  sparses: (p, lowering, where) => ({
    kind: 'tensors',
    value: p.sparseTensors.map((t) => lowerSparse(lowering, t, where())),
  }),
  graph: (p, lowering) => (p.g === null ? undefined : { kind: 'graph', value: lowerGraph(lowering, p.g) }),
  graphs: (p, lowering) => ({ kind: 'graphs', value: p.graphs.map((g) => lowerGraph(lowering, g)) }),
  type: (p) => (p.tp === null ? undefined : { kind: 'type', value: lowerType(p.tp) }),
  types: (p) => ({ kind: 'types', value: p.typeProtos.map(lowerType) }),
};

/** The first IR versions did not say the kind; what is there tells. */
function kindByContent(p: AttributeProto): Kind | undefined {
  if (p.f !== null) return 'float';
  if (p.i !== null) return 'int';
  if (p.s !== null) return 'string';
  if (p.t !== null) return 'tensor';
  if (p.g !== null) return 'graph';
  const lists: readonly (readonly [Kind, readonly unknown[]])[] = [
    ['floats', p.floats],
    ['ints', p.ints],
    ['strings', p.strings],
    ['tensors', p.tensors],
    ['graphs', p.graphs],
  ];
  // All empty: an empty list, of which the commonest kind is as good as any.
  return lists.find(([, values]) => values.length > 0)?.[0] ?? 'ints';
}

function contradiction({ source }: Lowering, what: string, reason: string): never {
  return fail('format/impossible', { what, reason }, { file: source.name });
}

/** ONNX's model to the vocabulary of `model/`. What contradicts itself ends the file; what is odd is noted. */
import type { Source } from '../../bytes/source.ts';
import { functionKey, type Graph, type LocalFunction, type Model, type ValueInfo } from '../../model/model.ts';
import { fail, problem } from '../../problem.ts';
import { startFindings } from './findings.ts';
import {
  domainOf,
  type Lowering,
  lowerAttributes,
  lowerEntries,
  lowerGraph,
  lowerNodes,
  lowerValues,
} from './graph.ts';
import { type FunctionProto, knownIrVersion, type ModelProto, type OperatorSetIdProto } from './schema.ts';

export function lowerModel(source: Source, proto: ModelProto): Model {
  if (proto.graph === null) fail('format/no-graph', {}, { file: source.name });
  const findings = startFindings(source.name);
  const lowering: Lowering = { source, findings };
  const graph = lowerGraph(lowering, proto.graph);
  const opsets = modelOpsets(lowering, proto);
  const functions = new Map(proto.functions.map((f) => lowerFunction(lowering, f)));
  noteNewer(lowering, proto.irVersion ?? 0n);
  return {
    format: 'onnx',
    byteSize: source.size,
    producer: [proto.producerName, proto.producerVersion].filter((part) => part !== '').join(' '),
    ...(proto.irVersion !== null && { irVersion: proto.irVersion }),
    ...(proto.modelVersion !== null && { modelVersion: proto.modelVersion }),
    opsets,
    metadata: lowerEntries(proto.metadataProps),
    graph: { ...graph, inputs: withoutDefaults(graph) },
    functions,
    problems: findings.problems(),
  };
}

/** Before IR version 4 every stored tensor had to be listed as an input too; since then that gives it a default value. */
function withoutDefaults(graph: Graph): readonly ValueInfo[] {
  return graph.inputs.filter((input) => !graph.tensors.has(input.name));
}

/** The first two IR versions could leave them out, and then meant version 1. */
function modelOpsets({ source, findings }: Lowering, proto: ModelProto): ReadonlyMap<string, bigint> {
  const opsets = lowerOpsets(proto.opsetImport);
  if (opsets.size > 0) return opsets;
  if (proto.irVersion !== null && proto.irVersion < 3n) return new Map([['', 1n]]);
  findings.note(problem('format/no-opset', {}, { file: source.name }));
  return opsets;
}

function lowerOpsets(protos: readonly OperatorSetIdProto[]): ReadonlyMap<string, bigint> {
  return new Map(protos.map((p) => [domainOf(p.domain), p.version ?? 0n]));
}

function noteNewer({ source, findings }: Lowering, found: bigint): void {
  if (found > knownIrVersion)
    findings.note(problem('format/newer', { found, known: knownIrVersion }, { file: source.name }));
}

function lowerFunction(lowering: Lowering, proto: FunctionProto): [string, LocalFunction] {
  const domain = domainOf(proto.domain);
  const { name, overload } = proto;
  const where = `function ${name}`;
  const defaults = lowerAttributes(lowering, proto.attributeProto, where);
  return [
    functionKey(domain, name, overload),
    {
      domain,
      name,
      overload,
      inputs: proto.input,
      outputs: proto.output,
      attributes: [...proto.attribute, ...defaults.keys()],
      defaults,
      opsets: lowerOpsets(proto.opsetImport),
      nodes: lowerNodes(lowering, proto.node),
      declared: lowerValues(proto.valueInfo),
    },
  ];
}

/** ONNX's model to the vocabulary of `model/`. What contradicts itself ends the file; what is odd is noted. */
import { functionKey, type Graph, type Model, type ValueInfo } from '../../model/model.ts';
import { fail, problem } from '../../problem.ts';
import type { Lowering } from './findings.ts';
import { lowerEntries, lowerGraph, lowerOpsets } from './graph.ts';
import { knownIrVersion } from './limits.ts';
import type { ModelProto } from './messages.ts';

export function lowerModel(lowering: Lowering, proto: ModelProto): Model {
  const { source, findings } = lowering;
  if (proto.graph === null) fail('format/no-graph', {}, { file: source.name });
  const graph = lowerGraph(lowering, proto.graph);
  const opsets = modelOpsets(lowering, proto, graph);
  const functions = lowerFunctions(lowering, proto);
  noteNewer(lowering, proto.irVersion ?? 0n);
  return {
    format: 'onnx',
    byteSize: source.size,
    ...(source.sparse && { sparse: source.sparse }),
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

/** onnxruntime knows functions by what its names come to, joined, and the last of equals counts there. */
function lowerFunctions({ source }: Lowering, proto: ModelProto): Model['functions'] {
  const joined = new Set<string>();
  for (const { domain, name, overload } of proto.functions) {
    const called = [domain, name, ...(overload === '' ? [] : [overload])].join(':');
    if (joined.has(called)) {
      const facts = { what: `function \`${called}\``, reason: 'there are two of that name' };
      fail('format/impossible', facts, { file: source.name });
    }
    joined.add(called);
  }
  return new Map(proto.functions.map((f) => [functionKey(f.domain, f.name, f.overload), f]));
}

/** Before IR version 4 every stored tensor had to be listed as an input too; since then that gives it a default value. */
function withoutDefaults(graph: Graph): readonly ValueInfo[] {
  return graph.inputs.filter((input) => !graph.tensors.has(input.name));
}

/** The first two IR versions could leave them out, and then meant version 1. */
function modelOpsets({ source, findings }: Lowering, proto: ModelProto, { nodes }: Graph): ReadonlyMap<string, bigint> {
  const opsets = lowerOpsets(proto.opsetImport);
  for (const [domain, version] of opsets)
    if (version < 1n) {
      const facts = { domain: domain === '' ? 'ai.onnx' : domain, version };
      findings.note(problem('format/opset-zero', facts, { file: source.name }));
    }
  if (opsets.has('') || (opsets.size > 0 && nodes.every((n) => n.domain !== ''))) return opsets;
  if (opsets.size === 0 && proto.irVersion !== null && proto.irVersion < 3n) return new Map([['', 1n]]);
  findings.note(problem('format/no-opset', {}, { file: source.name }));
  return opsets;
}

function noteNewer({ source, findings }: Lowering, found: bigint): void {
  if (found > knownIrVersion)
    findings.note(problem('format/newer', { found, known: knownIrVersion }, { file: source.name }));
}

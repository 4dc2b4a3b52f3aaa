/**
 * Nodes that stand for what no reader of a graph can see: a network compiled for one device, another framework's
 * function by its name. Their shapes and work are unknown, with a reason; where the weights are hidden too, so are all
 * counts of what is stored.
 */
import { unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertRank } from './formulas.ts';
import { type Call, int, Mismatch, type Operand, type Operator, operator, string, type Values } from './operator.ts';

interface Hidden {
  readonly name: string;
  readonly domain: string;
  readonly source: string;
  readonly doc: string;
  readonly why: string;
  /** The weights are inside as well. */
  readonly holds?: true;
  readonly attributes?: Parameters<typeof operator>[0]['attributes'];
}

const compiled = 'it holds a network that was compiled for a device: its weights and its work are not in the graph';
const torch = 'it runs a function of PyTorch by its name; what that gives and costs is not in the file';
const python = 'it runs Python code that is not in the file';
const torchPage =
  'https://github.com/microsoft/onnxruntime/blob/main/orttraining/orttraining/core/graph/training_op_defs.cc';

const hidden: readonly Hidden[] = [
  {
    name: 'EPContext',
    domain: 'com.microsoft',
    source: 'https://onnxruntime.ai/docs/execution-providers/EP-Context-Design.html',
    doc: 'A part of a network that was compiled for one device (QNN, TensorRT, OpenVINO, VitisAI).',
    why: compiled,
    holds: true,
    attributes: { embed_mode: int(1n), main_context: int(1n), partition_name: string('') },
  },
  {
    name: 'Snpe',
    domain: 'com.microsoft',
    source: contribPage('Snpe'),
    doc: 'A network in the format of Qualcomm’s SNPE.',
    why: compiled,
    holds: true,
  },
  ...['', 'org.pytorch.aten'].map((domain) => ({
    name: 'ATen',
    domain,
    source: 'https://github.com/pytorch/pytorch/blob/main/torch/onnx/__init__.py',
    doc: 'A function of PyTorch, called by its name. Only `embedding`, rows of a table, is known, and free.',
    why: torch,
    attributes: { operator: string(''), overload_name: string('') },
  })),
  ...['ATenOp', 'ATenOpGrad'].map((name) => ({
    name,
    domain: 'com.microsoft',
    source: torchPage,
    doc: 'A function of PyTorch, called by its name.',
    why: torch,
    attributes: { name: string('') },
  })),
  ...['PythonOp', 'PythonOpGrad'].map((name) => ({
    name,
    domain: 'com.microsoft',
    source: torchPage,
    doc: 'A `torch.autograd.Function`, called back while the network runs.',
    why: python,
    attributes: { func_name: string(''), name: string('') },
  })),
  {
    name: 'TritonOp',
    domain: 'com.microsoft',
    source: torchPage,
    doc: 'A kernel that is generated from an ONNX graph in a string.',
    why: 'it runs a kernel that is generated from a string, which is not followed',
    holds: true,
  },
];

function whyOf(call: Call, why: string) {
  return unknown(`\`${call.label}\`: ${why}`);
}

/** The one function of PyTorch that onnxruntime's training writes into most networks. */
function isEmbedding(name: string, a: Values): boolean {
  return name === 'ATen' && (a.operator === 'embedding' || a.operator === 'aten::embedding');
}

function embedded([table, indices]: readonly Operand[]) {
  if (table === undefined || indices === undefined) throw new Mismatch('an embedding has a table and indices');
  assertRank(table, 2);
  return [...indices.shape, table.dim(1)];
}

export const opaque = (): readonly Operator[] =>
  hidden.map(({ name, domain, source, doc, why, holds, attributes }) =>
    operator({
      name,
      domain,
      revisions: [1],
      source,
      doc: `${doc} ${name === 'ATen' ? 'Otherwise shapes' : 'Shapes'} and work are unknown${holds === true ? ', and so are the parameters and bytes it holds' : ''}.`,
      inputs: ['...inputs'],
      outputs: ['...outputs'],
      ...(attributes !== undefined && { attributes }),
      dtype: ({ inputs }, a, call) => ({
        outputs: call.outputs.map(() => (isEmbedding(name, a) ? (inputs[0]?.dtype ?? null) : null)),
      }),
      shape: ({ inputs }, a, call) => ({
        outputs: isEmbedding(name, a) ? [embedded(inputs)] : call.outputs.map(() => whyOf(call, why)),
      }),
      work: (_, __, a, call) =>
        isEmbedding(name, a) ? { macs: 0n, other: 0n } : { macs: whyOf(call, why), other: whyOf(call, why) },
      examples: [
        { given: { inputs: [{ shape: ['n', 4] }] }, gives: {}, macs: '?', other: '?' },
        ...(name === 'ATen'
          ? [
              {
                title: 'rows of a table',
                given: { inputs: [{ shape: [100, 8] }, { shape: ['b', 's'], dtype: 'int64' as const }] },
                attributes: { operator: 'embedding' },
                gives: { outputs: [{ shape: ['b', 's', 8], dtype: 'float32' as const }] },
              },
            ]
          : []),
      ],
      ...(holds === true && { hides: why }),
    }),
  );

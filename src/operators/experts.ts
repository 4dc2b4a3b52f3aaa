/**
 * Mixtures of experts: a router sends each token through k of E small networks of two or three layers. Weights lie
 * `[E, rows, columns]`; https://arxiv.org/abs/2101.03961
 */
import { type Dim, floorDiv, min, mul, product, sum, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertEqual, size } from './formulas.ts';
import { float, int, Mismatch, type Operand, type Operator, operator, string, type Work } from './operator.ts';

const routing = {
  activation_alpha: float(1),
  activation_beta: float(0),
  activation_type: string('relu'),
  k: int(1n),
  normalize_routing_weights: int(0n),
  swiglu_fusion: int(0n),
  swiglu_limit: float(),
  use_sparse_mixer: int(0n),
};

interface Routing {
  readonly activation_alpha: number;
  readonly activation_beta: number;
  readonly activation_type: string;
  readonly k: bigint;
  readonly normalize_routing_weights: bigint;
  readonly swiglu_limit: number | undefined;
}

interface Layers<T> {
  readonly fc1: T;
  readonly fc2: T;
  readonly fc3: T | undefined;
}

interface Mixture {
  readonly input: Operand;
  readonly router: Operand;
  readonly weights: Layers<Operand>;
  readonly biases: Layers<Operand | undefined>;
  /** Weights in one stored element: 2 where two lie in a byte. */
  readonly packed: Dim;
  /** Scores are turned to probabilities here. */
  readonly softmax: boolean;
}

function expertsOf({ router, weights }: Mixture): Dim {
  const experts = weights.fc1.dim(0);
  assertEqual(router.dim(-1), experts, (r, w) => `\`${router.name}\` scores ${r} experts, the weights are of ${w}`);
  return experts;
}

function tokensOf(input: Operand): Dim {
  if (input.rank < 2) throw new Mismatch(`\`${input.name}\` has ${input.rank} axes; tokens and features expected`);
  return product(input.shape.slice(0, -1));
}

/** Elements of all that are there, of one expert. */
function perExpert(list: Layers<Operand | undefined>, experts: Dim): Dim {
  return floorDiv(sum([list.fc1, list.fc2, list.fc3].map((x) => (x === undefined ? 0n : size(x)))), experts);
}

/** Operations per hidden unit: the activation, and the product with the gate where there are two. */
function activating(a: Routing, gated: boolean): bigint | undefined {
  if (a.activation_type === 'swiglu')
    return (
      3n +
      (a.activation_alpha === 1 ? 0n : 1n) +
      (a.activation_beta === 0 ? 0n : 1n) +
      (a.swiglu_limit === undefined ? 0n : 3n)
    );
  const plain = plainActivations.get(a.activation_type);
  return plain === undefined ? undefined : plain + (gated ? 1n : 0n);
}

const plainActivations: ReadonlyMap<string, bigint> = new Map([
  ['identity', 0n],
  ['relu', 1n],
  ['silu', 2n],
  ['gelu', 5n],
]);

function mixtureWork(m: Mixture, a: Routing): Work {
  const experts = expertsOf(m);
  const tokens = tokensOf(m.input);
  const hidden = m.input.dim(-1);
  const inner = floorDiv(mul(size(m.weights.fc2), m.packed), mul(experts, hidden));
  const each = activating(a, m.weights.fc3 !== undefined);
  const activation = each === undefined ? unknown(`what the activation ${a.activation_type} costs is not known`) : each;
  const visits = mul(tokens, a.k);
  return {
    macs: product([visits, m.packed, perExpert(m.weights, experts)]),
    other: sum([
      product([visits, sum([perExpert(m.biases, experts), mul(inner, activation), mul(hidden, 2n)])]),
      m.softmax ? product([tokens, experts, 5n]) : 0n,
      a.normalize_routing_weights === 0n ? 0n : mul(visits, 2n),
    ]),
  };
}

/** At most as many experts as there are, and as tokens can choose. */
function visited(input: Operand, experts: Dim, k: bigint): Dim {
  return min(experts, mul(tokensOf(input), k));
}

function readOf(weights: Operand | undefined, input: Operand, k: bigint): Dim {
  if (weights === undefined) return 0n;
  const experts = weights.dim(0);
  return mul(floorDiv(size(weights), experts), visited(input, experts, k));
}

const costDoc =
  'MACs: tokens · k · the weights of one expert. Other: 5 per token and expert for the scores; per token and chosen expert the biases, the activation of each hidden unit (one more where a third layer gates it), and 2 per feature to weigh and add the results; 2 per choice to normalize. Which experts are read the data decides: as many as there are choices, at most all.';

/** Quantized weights to a stored element: integers lie in bytes, 4-bit floats two by two. */
function packing(weights: Operand, a: { readonly quant_type: string; readonly expert_weight_bits: bigint }): Dim {
  if (weights.dtype !== 'uint8' && weights.dtype !== 'int8') return 1n;
  if (a.quant_type !== 'int') return a.quant_type === 'fp8' ? 1n : 2n;
  if (![2n, 4n, 8n].includes(a.expert_weight_bits))
    return unknown(`expert_weight_bits is ${a.expert_weight_bits}; 2, 4 or 8 expected`);
  return 8n / a.expert_weight_bits;
}

export const experts: readonly Operator[] = [
  operator({
    name: 'MoE',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('MoE'),
    doc: `Each token passes through the k experts its router scores highest. ${costDoc}`,
    inputs: [
      'input',
      'router_probs',
      'fc1_experts_weights',
      'fc1_experts_bias?',
      'fc2_experts_weights',
      'fc2_experts_bias?',
      'fc3_experts_weights?',
      'fc3_experts_bias?',
    ],
    outputs: ['output'],
    attributes: routing,
    shape: ({ input }) => ({ output: input.shape }),
    work: (x, _, a) =>
      mixtureWork(
        {
          input: x.input,
          router: x.router_probs,
          weights: { fc1: x.fc1_experts_weights, fc2: x.fc2_experts_weights, fc3: x.fc3_experts_weights },
          biases: { fc1: x.fc1_experts_bias, fc2: x.fc2_experts_bias, fc3: x.fc3_experts_bias },
          packed: 1n,
          softmax: true,
        },
        a,
      ),
    roles: {
      fc1_experts_weights: 'weight',
      fc1_experts_bias: 'weight',
      fc2_experts_weights: 'weight',
      fc2_experts_bias: 'weight',
      fc3_experts_weights: 'weight',
      fc3_experts_bias: 'weight',
    },
    reads: {
      fc1_experts_weights: ({ input, fc1_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc2_experts_weights: ({ input, fc2_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc3_experts_weights: ({ input, fc3_experts_weights: w }, _, a) => readOf(w, input, a.k),
    },
    examples: [
      {
        title: 'two of eight experts for each of 5 tokens',
        given: {
          input: [5, 16],
          router_probs: [5, 8],
          fc1_experts_weights: [8, 64, 16],
          fc1_experts_bias: [8, 64],
          fc2_experts_weights: [8, 16, 64],
          fc2_experts_bias: [8, 16],
        },
        attributes: { k: 2, activation_type: 'gelu' },
        gives: { output: [5, 16] },
        macs: 20_480n, // 5·2 · (64·16 + 16·64)
        other: 4520n, // 5·2 · (64 + 16 + 64·5 + 16·2) + 5·8·5
      },
      {
        title: 'gated by a third layer, over a batch of sequences',
        given: {
          input: ['b', 's', 16],
          router_probs: ['b*s', 8],
          fc1_experts_weights: [8, 64, 16],
          fc2_experts_weights: [8, 16, 64],
          fc3_experts_weights: [8, 64, 16],
        },
        attributes: { k: 2, activation_type: 'silu', normalize_routing_weights: 1 },
        gives: { output: ['b', 's', 16] },
        macs: '6144*b*s', // 2 · 3·1024
        other: '492*b*s', // 2 · (64·3 + 16·2) + 8·5 + 2·2
      },
    ],
  }),
  operator({
    name: 'QMoE',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('QMoE'),
    doc: `A mixture of experts whose weights are packed to a few bits. ${costDoc} Of the weights that are read, one operation each to scale them, one more with a zero point.`,
    inputs: [
      'input',
      'router_probs',
      'fc1_experts_weights',
      'fc1_scales?',
      'fc1_experts_bias?',
      'fc2_experts_weights',
      'fc2_scales?',
      'fc2_experts_bias?',
      'fc3_experts_weights?',
      'fc3_scales?',
      'fc3_experts_bias?',
      'fc1_zero_points?',
      'fc2_zero_points?',
      'fc3_zero_points?',
      'router_weights?',
      'fc1_global_scale?',
      'fc2_global_scale?',
      'fc1_act_scale?',
      'fc2_act_scale?',
      'fc1_act_block_scale?',
      'fc2_act_block_scale?',
    ],
    outputs: ['output'],
    attributes: {
      ...routing,
      block_size: int(),
      expert_weight_bits: int(4n),
      quant_type: string('int'),
      weights_prepacked: int(-1n),
    },
    shape: ({ input }) => ({ output: input.shape }),
    work: (x, _, a) => {
      const packed = packing(x.fc1_experts_weights, a);
      const weights = { fc1: x.fc1_experts_weights, fc2: x.fc2_experts_weights, fc3: x.fc3_experts_weights };
      const biases = { fc1: x.fc1_experts_bias, fc2: x.fc2_experts_bias, fc3: x.fc3_experts_bias };
      const softmax = x.router_weights === undefined;
      const mixture = { input: x.input, router: x.router_probs, weights, biases, packed, softmax };
      const work = mixtureWork(mixture, a);
      const scaled = (w: Operand | undefined, zero: Operand | undefined): Dim =>
        product([readOf(w, x.input, a.k), packed, zero ? 2n : 1n]);
      return {
        macs: work.macs,
        other: sum([
          work.other,
          scaled(weights.fc1, x.fc1_zero_points),
          scaled(weights.fc2, x.fc2_zero_points),
          scaled(weights.fc3, x.fc3_zero_points),
        ]),
      };
    },
    logicalElements: {
      fc1_experts_weights: ({ fc1_experts_weights: w }, a) => mul(size(w), packing(w, a)),
      fc2_experts_weights: ({ fc2_experts_weights: w }, a) => mul(size(w), packing(w, a)),
      fc3_experts_weights: ({ fc3_experts_weights: w }, a) => (w === undefined ? 0n : mul(size(w), packing(w, a))),
    },
    roles: {
      fc1_experts_weights: 'weight',
      fc1_scales: 'quantization',
      fc1_experts_bias: 'weight',
      fc2_experts_weights: 'weight',
      fc2_scales: 'quantization',
      fc2_experts_bias: 'weight',
      fc3_experts_weights: 'weight',
      fc3_scales: 'quantization',
      fc3_experts_bias: 'weight',
      fc1_zero_points: 'quantization',
      fc2_zero_points: 'quantization',
      fc3_zero_points: 'quantization',
      fc1_global_scale: 'quantization',
      fc2_global_scale: 'quantization',
      fc1_act_scale: 'quantization',
      fc2_act_scale: 'quantization',
      fc1_act_block_scale: 'quantization',
      fc2_act_block_scale: 'quantization',
    },
    reads: {
      fc1_experts_weights: ({ input, fc1_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc2_experts_weights: ({ input, fc2_experts_weights: w }, _, a) => readOf(w, input, a.k),
      fc3_experts_weights: ({ input, fc3_experts_weights: w }, _, a) => readOf(w, input, a.k),
    },
    examples: [
      {
        title: 'two weights to a byte, and gate and value in one layer',
        given: {
          input: [3, 16],
          router_probs: [3, 32],
          fc1_experts_weights: { shape: [32, 128, 8], dtype: 'uint8' },
          fc1_scales: [32, 128],
          fc2_experts_weights: { shape: [32, 16, 32], dtype: 'uint8' },
          fc2_scales: [32, 16],
        },
        attributes: { k: 4, activation_type: 'swiglu', swiglu_fusion: 1 },
        gives: { output: [3, 16] },
        macs: 36_864n, // 3·4 · (128·16 + 16·64)
        other: 40_032n, // 12 · (64·3 + 16·2) + 3·32·5 + 12 experts · 3072
      },
    ],
  }),
];

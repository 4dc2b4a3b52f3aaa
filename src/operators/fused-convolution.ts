/** Convolutions with what onnxruntime's optimizer fuses into them. Each counts what it is fused of. */
import { sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { convMacs, convShape, windowing } from './convolution.ts';
import { size } from './formulas.ts';
import { activating } from './fused.ts';
import { floats, Operand, type Operator, operator, string } from './operator.ts';

const fusedConvDoc =
  'A convolution with the addition of Z and the activation that follow. MACs as Conv; other: per output element one addition each for B and Z, and the activation.';

export const fusedConvolution: readonly Operator[] = [
  ...(['com.microsoft', 'com.microsoft.nchwc'] as const).map((domain) =>
    operator({
      name: domain === 'com.microsoft' ? 'FusedConv' : 'Conv',
      domain,
      revisions: [1],
      source: contribPage('FusedConv'),
      doc:
        domain === 'com.microsoft'
          ? fusedConvDoc
          : `${fusedConvDoc} Channels are padded to the block of the machine that made the file.`,
      inputs: ['X', 'W', 'B?', 'Z?'],
      outputs: ['Y'],
      attributes: { ...windowing, activation: string(''), activation_params: floats() },
      shape: ({ X, W }, a) => ({ Y: convShape(X, W, a) }),
      work: ({ W, B, Z }, { Y }, a) => ({
        macs: convMacs(Y, W),
        other: sum([B ? size(Y) : 0n, Z ? size(Y) : 0n, activating(a.activation, size(Y))]),
      }),
      roles: { W: 'weight', B: 'weight' },
      examples: [
        {
          given: { X: ['n', 8, 6, 6], W: [16, 8, 3, 3], B: [16], Z: ['n', 16, 6, 6] },
          attributes: { pads: [1, 1, 1, 1], activation: 'Relu' },
          gives: { Y: ['n', 16, 6, 6] },
          macs: '41472*n', // 576 · 72
          other: '1728*n', // 576 · 3
        },
      ],
    }),
  ),
  ...(['NhwcConv', 'NhwcFusedConv'] as const).map((name) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: `${fusedConvDoc} X is \`[N, …spatial, C]\`, and W \`[M, …kernel, C / group]\`.`,
      inputs: ['X', 'W', 'B?', 'Z?'],
      outputs: ['Y'],
      attributes: { ...windowing, activation: string(''), activation_params: floats() },
      shape: ({ X, W }, a) => {
        const [batch = 1n, filters = 1n, ...positions] = convShape(channelsFirst(X), channelsFirst(W), a);
        return { Y: [batch, ...positions, filters] };
      },
      work: ({ W, B, Z }, { Y }, a) => ({
        macs: convMacs(Y, W),
        other: sum([B ? size(Y) : 0n, Z ? size(Y) : 0n, activating(a.activation, size(Y))]),
      }),
      roles: { W: 'weight', B: 'weight' },
      examples: [
        {
          given: { X: [1, 6, 6, 8], W: [16, 3, 3, 8], B: [16] },
          gives: { Y: [1, 4, 4, 16] },
          macs: 18_432n, // 256 · 72
          other: 256n,
        },
      ],
    }),
  ),
];

function channelsFirst(x: Operand): Operand {
  const shape = [...x.shape.slice(0, 1), ...x.shape.slice(-1), ...x.shape.slice(1, -1)];
  return new Operand(x.name, { kind: 'tensor', dtype: x.dtype, shape });
}

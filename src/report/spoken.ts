/** Changes of a layer in the words of the field: what exporters spell with several operators has a name of its own. */
import type { ChangeReport } from './report.ts';

interface Spelling {
  readonly name: string;
  /** Operators, in any order. */
  readonly ops: readonly string[];
}

/**
 * How exporters spell functions that have a name: torch.onnx symbolic_opset9 and later, tf2onnx. The constants are not
 * looked at, so these are words for a reader, never a reason to call two layers equal.
 */
const spellings: readonly Spelling[] = [
  ...[4, 5, 6].flatMap((products) =>
    ['Pow', ''].map((cube) => ({
      name: 'Gelu (tanh)',
      ops: ['Tanh', 'Add', 'Add', ...Array<string>(products).fill('Mul'), ...(cube === '' ? [] : [cube])],
    })),
  ),
  { name: 'LayerNormalization', ops: ['ReduceMean', 'Sub', 'Pow', 'ReduceMean', 'Add', 'Sqrt', 'Div', 'Mul', 'Add'] },
  { name: 'Gelu', ops: ['Div', 'Erf', 'Add', 'Mul', 'Mul'] },
  { name: 'Gelu', ops: ['Mul', 'Erf', 'Add', 'Mul', 'Mul'] },
  { name: 'HardSwish', ops: ['Add', 'Clip', 'Mul', 'Div'] },
  { name: 'HardSwish', ops: ['Add', 'Clip', 'Mul', 'Mul'] },
  { name: 'HardSwish', ops: ['Add', 'Clip', 'Div', 'Mul'] },
  { name: 'Mish', ops: ['Softplus', 'Tanh', 'Mul'] },
  { name: 'QuickGelu', ops: ['Mul', 'Sigmoid', 'Mul'] },
  { name: 'HardSwish', ops: ['HardSigmoid', 'Mul'] },
  { name: 'SiLU', ops: ['Sigmoid', 'Mul'] },
  { name: 'SiLU', ops: ['Swish'] },
  { name: 'GlobalAveragePool', ops: ['GlobalAveragePool', 'Flatten'] },
  { name: 'GlobalAveragePool', ops: ['ReduceMean', 'Reshape'] },
  { name: 'GlobalAveragePool', ops: ['ReduceMean', 'Flatten'] },
  { name: 'GlobalAveragePool', ops: ['ReduceMean', 'Squeeze'] },
  { name: 'Gemm', ops: ['MatMul', 'Add'] },
]
  .map(({ name, ops }) => ({ name, ops: [...ops].sort() }))
  .sort((a, b) => b.ops.length - a.ops.length);

const activations: ReadonlySet<string> = new Set(
  'Relu LeakyRelu PRelu ThresholdedRelu Elu Selu Celu Sigmoid Tanh Softplus Softsign HardSigmoid Clip Gelu Mish HardSwish SiLU QuickGelu'
    .split(' ')
    .concat('Gelu (tanh)'),
);

/** No report of ours is longer; a saved one may be. */
const longest = 64;

/** "Sigmoid + Mul + Flatten" → ["SiLU", "Flatten"]: the longest spelling at each place. */
export function functionsOf(operators: string): readonly string[] {
  const ops = operators.split(' + ');
  if (ops.length > longest) return ops;
  const said: string[] = [];
  for (let at = 0; at < ops.length; ) {
    const found = spellings.find(({ ops: spelling }) => {
      const here = ops.slice(at, at + spelling.length).sort();
      return here.length === spelling.length && here.every((op, i) => op === spelling[i]);
    });
    said.push(found?.name ?? ops[at] ?? '');
    at += found?.ops.length ?? 1;
  }
  return said;
}

/** Both sides are one function, spelt otherwise. */
export function isRespelling({ what, from, to }: ChangeReport): boolean {
  if (what !== 'op' || typeof from !== 'string' || typeof to !== 'string') return false;
  return functionsOf(from).join() === functionsOf(to).join();
}

/** Changes as said to a reader: `op Relu + Flatten → Sigmoid + Mul + Flatten` as `activation Relu → SiLU`. */
export function spoken(changes: readonly ChangeReport[]): readonly ChangeReport[] {
  return changes.map((change) => {
    const { what, from, to } = change;
    if (what !== 'op' || typeof from !== 'string' || typeof to !== 'string' || isRespelling(change)) return change;
    const [ours, theirs] = [[...functionsOf(from)], [...functionsOf(to)]];
    while (ours.length > 1 && theirs.length > 1 && ours.at(-1) === theirs.at(-1)) {
      ours.pop();
      theirs.pop();
    }
    while (ours.length > 1 && theirs.length > 1 && ours[0] === theirs[0]) {
      ours.shift();
      theirs.shift();
    }
    const isSwap = [ours, theirs].every(([only = '', ...more]) => more.length === 0 && activations.has(only));
    return { what: isSwap ? 'activation' : 'op', from: ours.join(' + '), to: theirs.join(' + ') };
  });
}

/** "out channels 64 → 96, kernel 3×3 → 5×5" */
export function changeWords(changes: readonly ChangeReport[]): string {
  return changes
    .map(({ what, from, to }) => {
      const words = what.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      return `${words} ${from ?? 'none'} → ${to ?? 'none'}`;
    })
    .join(', ');
}

/** Batch normalisations that went into the convolution before them. */
import type { Layer } from '../analysis/profile.ts';
import { isWeightedClass } from './classes.ts';
import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import { degree } from './wires.ts';

export interface FoldedNorm {
  readonly conv: number;
  readonly norm: number;
  readonly counterpart: number;
  readonly isHead: boolean;
}

/** Batch normalisations without a counterpart whose scale went into the layer before: it got a bias, or other numbers. */
export function* foldedNorms(task: Task, pairing: Pairing, differs: ContentDiffers): Generator<FoldedNorm> {
  for (const isHead of [false, true]) {
    const net = isHead ? task.head : task.base;
    const partner = isHead ? pairing.toBase : pairing.toHead;
    for (let norm = 0; norm < net.layers.length; norm++) {
      if (partner[norm] !== -1 || net.layers[norm]?.op !== 'BatchNormalization') continue;
      const conv = degree(net.inputs, norm) === 0 ? -1 : (net.inputs.node[net.inputs.start[norm] ?? 0] ?? -1);
      const counterpart = conv < 0 ? -1 : (partner[conv] ?? -1);
      if (counterpart < 0 || !isWeightedClass(net.classes[conv] ?? '') || degree(net.outputs, conv) !== 1) continue;
      const [i, j] = isHead ? [counterpart, conv] : [conv, counterpart];
      const [a, b] = [task.base.layers[i], task.head.layers[j]];
      if (a === undefined || b === undefined) continue;
      const count = (l: Layer): number => l.weights.filter((w) => w.role === 'parameter').length;
      const gotBias = isHead ? count(a) > count(b) : count(b) > count(a);
      if (gotBias || differs(a, b)) yield { conv, norm, counterpart, isHead };
    }
  }
}

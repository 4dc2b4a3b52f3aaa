/** Quantise and dequantise nodes belong to the layer they serve. */
import type { Layer } from '../analysis/profile.ts';
import type { Pairing, Task } from './cost.ts';
import type { Change } from './diff.ts';
import type { Draft, Drafts } from './drafts.ts';
import { type FoldedPairs, servedBy } from './folded.ts';

/** Gives each quantise and dequantise node without a counterpart to the record of the layer it serves. */
export function attachQuantization(
  task: Task,
  pairing: Pairing,
  foldedPairs: FoldedPairs,
  drafts: Drafts,
): ReadonlySet<Layer> {
  const given = new Set<Layer>();
  const paired = new Set(foldedPairs.flat());
  for (const isHead of [false, true]) {
    const net = isHead ? task.head : task.base;
    const known = isHead ? drafts.ofHead : drafts.ofBase;
    const serves = servedBy(
      net,
      net.folded.filter((l) => !paired.has(l)),
    );
    for (const [node, layer] of serves) {
      const at = net.indexOf(layer);
      if (at < 0) continue;
      if (!known.has(layer)) {
        const other = isHead ? task.base.layers[pairing.toBase[at] ?? -1] : task.head.layers[pairing.toHead[at] ?? -1];
        if (other === undefined) continue;
        drafts.add('modified', [isHead ? other : layer], [isHead ? layer : other], []);
      }
      const record = known.get(layer);
      if (record === undefined) continue;
      (isHead ? record.head : record.base).push(node);
      given.add(node);
      noteQuantization(record, node.op === 'DequantizeLinear' ? null : (node.outputs[0]?.dtype ?? null), isHead);
    }
  }
  return given;
}

function noteQuantization(record: Draft, dtype: string | null, isHead: boolean): void {
  const at = record.changes.findIndex((c) => c.what === 'quantization');
  const before = record.changes[at] ?? { what: 'quantization', from: 'none', to: 'none' };
  const mine = isHead ? before.to : before.from;
  const value = dtype ?? (mine === 'none' ? 'yes' : mine);
  const change: Change = isHead ? { ...before, to: value } : { ...before, from: value };
  if (at < 0) record.changes.push(change);
  else record.changes[at] = change;
}

/**
 * The body that ONNX itself gives an operator is the check on our rule for it: of each of ONNX's node tests that comes
 * expanded too, both give the same shapes and MACs. Operations beside MACs are counted by definition, not by body.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { profileModel } from '../../src/analysis/measure.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { readModel } from '../../src/formats/index.ts';
import { isUnknown } from '../../src/model/dim.ts';
import { formatDim, formatShape } from '../../src/model/dim-text.ts';
import { optionsOf } from '../analysis/fixtures.ts';
import { sharedPath } from '../shared.ts';

const archive = sharedPath('onnx-node-tests.tar.gz');
const skip = archive === undefined ? 'the node tests of ONNX are not here' : false;

/** Where rule and body differ for a reason. */
const explained: ReadonlyMap<string, string> = new Map([
  // The body reshapes to sizes that only the data tells; the rule takes its MACs from the shape it can tell.
  ['AffineGrid', 'shape of the body unknown'],
  // The graph that changes the scores is not followed where it is an attribute: unknown, not fewer.
  ['FlexAttention', 'rule unknown'],
  // How many numbers there are the data decides: unknown by the rule, a symbol by the Loop of the body.
  ['Range', 'rule unknown'],
]);

/** Files of a ustar archive by name. */
function untar(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const text = (from: number, to: number): string => bytes.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= bytes.length; ) {
    const size = Number.parseInt(text(at + 124, at + 136) || '0', 8);
    files.set(text(at + 345, at + 500) + text(at, at + 100), bytes.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

interface Seen {
  readonly op: string;
  readonly shapes: string;
  readonly macs: string;
}

function seen(name: string, bytes: Buffer): Seen {
  const { layers, outputs, totals } = profileModel(readModel(memorySource(name, bytes)), name, optionsOf());
  return {
    op: layers[0]?.op ?? '',
    shapes: outputs.map(({ dtype, shape }) => `${dtype}${isUnknown(shape) ? '?' : formatShape(shape)}`).join(' '),
    macs: isUnknown(totals.macs) ? '?' : formatDim(totals.macs),
  };
}

test('an operator with a body gives the shapes and the MACs of its body', { skip }, () => {
  const files = untar(gunzipSync(readFileSync(archive ?? '')));
  const operators = new Map<string, number>();
  for (const [name, expanded] of files) {
    const whole = files.get(name.replace(/_expanded.*(?=\.onnx$)/, ''));
    if (!/^onnx-node-tests\/node\/.*_expanded.*\.onnx$/.test(name) || whole === undefined) continue;
    const [rule, body] = [seen(name, whole), seen(name, expanded)];
    operators.set(rule.op, (operators.get(rule.op) ?? 0) + 1);
    const why = explained.get(rule.op);
    if (rule.shapes === body.shapes && rule.macs === body.macs) continue;
    assert.ok(
      why !== undefined,
      `${name}: ${rule.shapes} and ${rule.macs} MACs; its body ${body.shapes} and ${body.macs}`,
    );
    assert.equal(why === 'rule unknown' ? `${rule.shapes}${rule.macs}`.includes('?') : body.macs === '?', true, name);
  }
  const pairs = [...operators.values()].reduce((a, b) => a + b, 0);
  assert.ok(operators.size >= 45 && pairs >= 450, `${operators.size} operators in ${pairs} pairs`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { BadPattern, compareSpecificity, layerPattern, pathPattern } from '../../src/budget/patterns.ts';

const paths: readonly [pattern: string, path: string, matches: boolean][] = [
  ['models/**/*.onnx', 'models/a.onnx', true],
  ['models/**/*.onnx', 'models/x/y/a.onnx', true],
  ['models/**/*.onnx', 'other/a.onnx', false],
  ['models/*.onnx', 'models/x/a.onnx', false],
  ['models/**', 'models', true],
  ['**', '.hidden/a.onnx', true],
  ['*.onnx', '.onnx', true],
  ['models/v?.onnx', 'models/v2.onnx', true],
  ['models/v?.onnx', 'models/v.onnx', false],
  ['models/[a-c]*.onnx', 'models/bert.onnx', true],
  ['models/[!a-c]*.onnx', 'models/bert.onnx', false],
  ['models/{resnet,vgg}*.onnx', 'models/vgg16.onnx', true],
  ['models/{resnet,vgg}*.onnx', 'models/bert.onnx', false],
  ['models/\\[x\\].onnx', 'models/[x].onnx', true],
  ['a*b*c.onnx', 'abbbc_c.onnx', true],
  ['a**b', 'a/b', false],
  ['a/*', 'a/', false],
  ['Models/*.onnx', 'models/a.onnx', false],
  ['m/café.onnx', 'm/café.onnx', true],
];
for (const [pattern, path, expected] of paths)
  test(`the path pattern ${pattern} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
    assert.equal(pathPattern(pattern).matches(path), expected);
  });

test('means what picomatch means by the same pattern', () => {
  const piece = fc.constantFrom('a', 'b', '.', 'ab', '*', '?', '/', '/**/', '/**', '[ab]', '{a,b}', '.onnx');
  const text = fc
    .array(fc.constantFrom('a', 'b', '.', '/', 'ab', '.onnx'), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(''))
    // Git has no empty path segment, and none called `.` or `..`.
    .filter((path) => path.split('/').every((s) => s !== '' && s !== '.' && s !== '..'));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), text, (parts, path) => {
      const pattern = parts.join('');
      // Where picomatch itself departs from bash: runs of stars and slashes, `?` and `*` beside them.
      fc.pre(!/\/\/|\*{3}|\*\*[^/]|[^/]\*\*|\?\*|\*\?|\/$/.test(pattern) && !/^\//.test(pattern));
      // It also lets `a/**` match `a` but not `*/**`.
      fc.pre(!/[^ab]\/\*\*$/.test(pattern));
      fc.pre(pattern.split('/').every((s) => s !== '.' && s !== '..'));
      assert.equal(pathPattern(pattern).matches(path), picomatch(pattern, { dot: true })(path));
    }),
    { numRuns: 3000 },
  );
});

test('takes time in proportion to the name, whatever the stars', () => {
  const pattern = pathPattern(`${'*a'.repeat(60)}*b`);
  const started = performance.now();
  assert.equal(pattern.matches('a'.repeat(20_000)), false);
  assert.ok(performance.now() - started < 1000);
});

const refused: readonly [pattern: string, reason: RegExp][] = [
  ['', /empty/],
  ['/models/*.onnx', /starts with/],
  ['../models/*.onnx', /`\.\.`/],
  ['./models/*.onnx', /`\.`/],
  ['!models/*.onnx', /negated/],
  ['models/+(a|b).onnx', /extended/],
  ['models/@(a).onnx', /extended/],
  ['models/{a.onnx', /never closed/],
  ['models/a}.onnx', /closes nothing/],
  ['models/{a,{b,c}}.onnx', /plain words/],
  ['models/{a}.onnx', /no choice/],
  ['models/[ab.onnx', /never closed/],
  ['models/[b-a].onnx', /backwards/],
  ['models/a\\', /backslash/],
  [`${'a'.repeat(257)}`, /257 characters/],
  ['{a,b}'.repeat(7), /more than 64/],
  ['models/\u0000.onnx', /control/],
];
for (const [pattern, reason] of refused)
  test(`refuses the pattern ${JSON.stringify(pattern).slice(0, 40)} and says why`, () => {
    assert.throws(
      () => pathPattern(pattern),
      (error) => error instanceof BadPattern && reason.test(error.reason),
    );
  });

const layer = { module: 'head.fc1.conv', name: '/head/fc1/conv/Conv', op: 'Conv', domain: '' };
const layers: readonly [pattern: string, matches: boolean][] = [
  ['head.**', true],
  ['head.*', false],
  ['head.*.conv', true],
  ['**.conv', true],
  ['/head/**', true],
  ['/head/*/conv/Conv', true],
  ['/head/*', false],
  ['op:Conv', true],
  ['op:Conv*', true],
  ['op:ConvTranspose', false],
  ['Conv', false],
  ['backbone.**', false],
];
for (const [pattern, expected] of layers)
  test(`the layer pattern ${pattern} ${expected ? 'matches' : 'does not match'} a convolution of the head`, () => {
    assert.equal(layerPattern(pattern)(layer), expected);
  });

test('a pattern over a module takes in the module itself', () => {
  assert.equal(layerPattern('head.**')({ module: 'head', name: 'n', op: 'Gemm', domain: '' }), true);
});

test('an operator pattern may name the domain', () => {
  const fused = { module: '', name: 'n', op: 'FusedConv', domain: 'com.microsoft' };
  assert.equal(layerPattern('op:com.microsoft.*')(fused), true);
  assert.equal(layerPattern('op:FusedConv')(fused), true);
  assert.equal(layerPattern('op:ai.*')(fused), false);
});

test('the more specific of two patterns names the file, then has fewer **, then more literal characters', () => {
  const more = (a: string, b: string) => Math.sign(compareSpecificity(a, b));
  assert.equal(more('models/a.onnx', 'models/*.onnx'), 1);
  assert.equal(more('**/tiny.onnx', 'models/**/*.onnx'), 1);
  assert.equal(more('models/*.onnx', 'models/**/*.onnx'), 1);
  assert.equal(more('models/**/*.onnx', 'models/**'), 1);
  assert.equal(more('models/**', '**'), 1);
  assert.equal(more('a/*.onnx', 'b/*.onnx'), 0);
});

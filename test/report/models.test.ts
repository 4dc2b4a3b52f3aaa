/** What a reviewer reads of six changes people make, on models of ours (test/models/README.md says how they were made). */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gate } from '../../src/gate.ts';
import { fileSource } from '../../src/host/files.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';

const models = join(import.meta.dirname, '..', 'models');
const golden = join(import.meta.dirname, '..', 'golden', 'models');

interface Pair {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  /** What the text must say, with the arithmetic beside it. */
  readonly says: readonly RegExp[];
}

const pairs: readonly Pair[] = [
  {
    title: 'resnet50 → resnet101',
    base: 'resnet50',
    head: 'resnet101',
    // A block of layer3 on 14 × 14: 196 × (1024·256 + 9·256·256 + 256·1024) = 218,365,952 multiply-accumulates;
    // 1,114,112 weights and 256 + 256 + 1,024 biases.
    says: [/`layer3`: block ×6 → ×23 \(\+17 × 218 M MACs, 1\.12 M Parameters\)/],
  },
  {
    title: 'mobilenet_v2 1.0 → 1.4',
    base: 'mobilenet_v2-1.0',
    head: 'mobilenet_v2-1.4',
    says: [/47 layers follow: other shapes/, /out channels 16…1280 → 24…1792/, /in channels 1280 → 1792/],
  },
  {
    title: 'a GPT of 12 → 24 blocks',
    base: 'gpt-12',
    head: 'gpt-24',
    // 128 tokens × (4·768² + 2·4·768²) and two products of 12 heads with 128 × 128 × 64: 931,135,488;
    // 12·768² + biases of 768 + 3,072 + 768 and two norms of 2 · 768: 7,085,568.
    says: [/`blocks`: block ×12 → ×24 \(\+12 × 931 M MACs, 7\.09 M Parameters\)/],
  },
  {
    title: 'float32 → int8 with QDQ',
    base: 'resnet50',
    head: 'resnet50-int8',
    // 53 convolutions and the classifier.
    says: [/×54 .*dtype float32 → int8/, /`Relu` +\| removed/, /Weights 97\.4 MiB → 24\.4 MiB/],
  },
  {
    title: 'two exporters of one net',
    base: 'resnet50',
    head: 'resnet50-dynamo',
    says: [/operator set `17` → `18`: accounts for .*, and there is no other change\./, /the same function/],
  },
  {
    title: 'ReLU → SiLU everywhere',
    base: 'resnet50',
    head: 'resnet50-silu',
    // 16 blocks with three each, and one behind the first convolution: 3·3 + 3·4 + 3·6 + 3·3 + 1 = 49.
    says: [/49 layers differ: 49 split/, /`layer3\.\{0…5\}\.relu` ×18 .*activation Relu → SiLU/],
  },
];

for (const { title, base, head, says } of pairs)
  test(`explains ${title} in under 25 lines, as test/golden/models/${head}.md (UPDATE_GOLDEN=1 rewrites it)`, () => {
    const text = renderMarkdown(reportOf(base, head));
    const explained = text.slice(0, text.indexOf('<sub>'));
    const file = join(golden, `${head}.md`);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, explained);
    }
    assert.equal(explained, readFileSync(file, 'utf8'));
    assert.ok(explained.trimEnd().split('\n').length < 25);
    for (const said of says) assert.match(explained, said);
  });

test('every model has a row of provenance, and none is large', () => {
  const told = readFileSync(join(models, 'README.md'), 'utf8');
  const files = readdirSync(models).filter((name) => name.endsWith('.onnx'));
  assert.equal(files.length, 9);
  for (const name of files) {
    assert.ok(told.includes(`| \`${name}\` |`), `${name} has no row`);
    assert.ok(statSync(join(models, name)).size <= 150_000);
  }
  assert.ok(!existsSync(join(models, 'weights.bin')));
});

function reportOf(base: string, head: string): Report {
  const [ours, theirs] = [base, head].map((name) => fileSource(join(models, `${name}.onnx`)));
  assert.ok(ours && theirs);
  try {
    return gate({
      base: { label: `${base}.onnx` },
      head: { label: `${head}.onnx` },
      config: null,
      problems: [],
      cases: [
        {
          path: `${head}.onnx`,
          basePath: `${base}.onnx`,
          status: 'changed',
          base: ours,
          head: theirs,
          options: { inputs: new Map(), bind: new Map() },
        },
      ],
    });
  } finally {
    ours.close();
    theirs.close();
  }
}

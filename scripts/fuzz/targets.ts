/** The ways in: what each reads, what it starts from, and what must hold of the result. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { readEnvironment } from '../../src/action/environment.ts';
import { readEvent } from '../../src/action/event.ts';
import type { InferOptions } from '../../src/analysis/infer.ts';
import { costKeys } from '../../src/analysis/profile.ts';
import { profileToJson } from '../../src/analysis/profile-json.ts';
import { parseConfig } from '../../src/budget/config.ts';
import { BadPattern, layerPattern, pathPattern } from '../../src/budget/patterns.ts';
import { ruleFor } from '../../src/budget/rules.ts';
import { measurementOf } from '../../src/budget/scenarios.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { conventions } from '../../src/conventions/index.ts';
import { count } from '../../src/count.ts';
import { readModel } from '../../src/formats/index.ts';
import { gate, pairUp } from '../../src/gate.ts';
import { parsePointer } from '../../src/host/lfs.ts';
import { isUnknown, keyOf, symbolsOf } from '../../src/model/dim.ts';
import { formatDim, parseDim } from '../../src/model/dim-text.ts';
import type { Graph } from '../../src/model/model.ts';
import { everyOperator } from '../../src/operators/index.ts';
import { FlopgateError } from '../../src/problem.ts';
import { renderProfiles, renderReport } from '../../src/report/index.ts';
import { modelExplorerMap } from '../../src/report/model-explorer.ts';
import { readReport } from '../../src/report/read.ts';
import { modelText } from '../../src/report/textconv.ts';
import { mutateBytes, mutateModel, type Stock } from './mutate-model.ts';
import { mutateJson, mutateText } from './mutate-text.ts';
import { checkBound, checkLines, checkLog, checkProfile, checkReport, checkSameCosts, checkShown } from './oracles.ts';
import { hash32, type Random } from './random.ts';
import { documentedConfigs, exampleModels, readText, realModels, specimens } from './seeds.ts';
import { type Field, type MessageName, parse, write } from './wire.ts';
import { hostileDims, hostileTexts } from './words.ts';

const operators = everyOperator();

export interface Target {
  readonly id: string;
  readonly title: string;
  seeds(folders: readonly string[]): readonly Uint8Array[];
  /** `corpus` is what came before, seeds first. */
  mutate(input: Uint8Array, corpus: readonly Uint8Array[], random: Random): Uint8Array;
  /** Returns what was made of it, in a word; throws FlopgateError where it refuses it, anything else is a finding. */
  run(input: Uint8Array): string;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const bytes = (content: string): Uint8Array => Buffer.from(content);
const texts = (bytesOf: readonly Uint8Array[]): readonly string[] => bytesOf.slice(0, 200).map(text);

const stock = operators.map(({ name, domain }) => ({ name, domain }));

/** Parsed once: the seeds are mutated again and again. */
const trees = new WeakMap<Uint8Array, readonly Field[]>();
function treeOf(input: Uint8Array, message: MessageName): readonly Field[] | undefined {
  const known = trees.get(input) ?? parse(input, message);
  if (known !== undefined) trees.set(input, known);
  return known;
}

function mutated(message: MessageName, asModel: (tree: readonly Field[]) => readonly Field[]): Target['mutate'] {
  return (input, corpus, random) => {
    const tree = random.once(25) ? undefined : treeOf(input, message);
    if (tree === undefined) return mutateBytes(input, random);
    const others = [0, 1].map(() => treeOf(random.pick(corpus), message) ?? []).map(asModel);
    const from: Stock = { others, operators: stock };
    return mutateModel(tree, message, from, random);
  };
}

const mutatedModel = mutated('Model', (tree) => tree);
const mutatedPair = mutated('Pair', (tree) => {
  const [side] = tree;
  return side === undefined || typeof side.value === 'bigint' || side.value instanceof Uint8Array ? [] : side.value;
});

const small = (folders: readonly string[]) =>
  [...specimens(), ...exampleModels(), ...realModels(folders)].filter(({ length }) => length < 20_000);

/** One in so many inputs has its Markdown read. */
const markdownEvery = 8;

/** How an input is measured follows from its own bytes, so that it can be had again. */
function optionsFor(input: Uint8Array): { options: InferOptions; hash: number } {
  const hash = hash32(input.subarray(0, 4096));
  const options: InferOptions = { inputs: new Map(), bind: new Map() };
  const kind = hash % 4;
  if (kind < 2) return { options, hash };
  try {
    const { graph } = readModel(memorySource('m.onnx', input));
    const names = graph.inputs.flatMap(({ type }) =>
      type.kind === 'tensor' && !isUnknown(type.shape) ? type.shape.flatMap(symbolsOf) : [],
    );
    const extent = kind === 2 ? BigInt(1 + (hash % 7)) : (1n << 62n) + BigInt(hash % 3);
    return { options: { inputs: new Map(), bind: new Map(names.map((name) => [name, extent])) }, hash };
  } catch (error) {
    if (error instanceof FlopgateError) return { options, hash };
    throw error;
  }
}

const read: Target = {
  id: 'read',
  title: 'bytes → model, with its small tensors',
  seeds: (folders) => [...specimens(), ...exampleModels(), ...realModels(folders)],
  mutate: mutatedModel,
  run(input) {
    touch(readModel(memorySource('m.onnx', input)).graph);
    return 'read';
  },
};

function touch(graph: Graph): void {
  const elements = (t: { readonly elementCount: bigint; elements(from: number, to: number): unknown }) => {
    const last = Number(t.elementCount);
    t.elements(0, Math.min(last, 200));
    if (last > 200) t.elements(last - 1, last);
  };
  graph.tensors.forEach(elements);
  for (const node of graph.nodes)
    for (const a of node.attributes.values()) {
      if (a.kind === 'graph') touch(a.value);
      if (a.kind === 'tensor') elements(a.value);
    }
}

const profile: Target = {
  id: 'profile',
  title: 'bytes → profile → every way of showing it, under one convention or another',
  seeds: small,
  mutate: mutatedModel,
  run(input) {
    const { options, hash } = optionsFor(input);
    const convention = hash % 3 === 0 ? conventions[(hash >>> 8) % conventions.length] : undefined;
    const source = memorySource('m.onnx', input);
    const { profile, model } = count(source, 'm.onnx', options, convention);
    checkProfile(profile, { markdown: hash % markdownEvery === 0 });
    checkLines(modelText(profile, model));
    return profile.coverage.unknown > 0 ? 'partly unknown' : 'known';
  },
};

const alike: Target = {
  id: 'alike',
  title: 'a model twice: its fields in another order, its symbols numbers before or after',
  seeds: small,
  mutate: mutatedModel,
  run(input) {
    const none: InferOptions = { inputs: new Map(), bind: new Map() };
    const measured = (model: Uint8Array, options: InferOptions) =>
      count(memorySource('m.onnx', model), 'm.onnx', options).profile;
    const whole = measured(input, none);
    const tree = parse(input, 'Model');
    if (tree !== undefined) checkSameCosts(whole, measured(write(reordered(tree)), none));
    const names = [...new Set(whole.layers.flatMap((l) => costKeys.flatMap((key) => symbolsOf(l[key]))))];
    if (names.length === 0 || names.some((name) => name.includes('_trips'))) return 'reordered';
    const values = new Map(names.map((name) => [name, BigInt(2 + (hash32(input) % 6))]));
    checkBound(whole, measured(input, { inputs: new Map(), bind: values }), values);
    return 'bound';
  },
};

/** Protobuf lets fields of different numbers come in any order; of one number they stay as they are. */
function reordered(fields: readonly Field[]): readonly Field[] {
  return [...fields].sort((a, b) => b.number - a.number);
}

const gateConfig = parseConfig(
  `version: 1
models:
  - path: "**/*.onnx"
    scenarios: { one: { batch: 1, seq: 8, N: 1 }, many: { batch: 8, seq: 4096, N: 64 } }
    budgets:
      macs: { max: 1 G, growth: 1 %, degree: { seq: 2 } }
      parameters: 26 M
      peakBytes: { max: 24 MiB, level: warn }
      fileBytes: 1 MB
      coverage: 90 %
    layers: [{ match: "op:Conv", budgets: { macs: { growth: 0 % } } }]
budgets: { weightBytes: 200 MB }
`,
  'flopgate.yml',
);

const diff: Target = {
  id: 'diff',
  title: 'two models → profiles → diff → verdict → every report',
  seeds: (folders) =>
    small(folders).map((model) =>
      write([
        { number: 1, wire: 2, value: model },
        { number: 2, wire: 2, value: model },
      ]),
    ),
  mutate: mutatedPair,
  run(input) {
    const sides = parse(input, 'Pair')?.map(({ value }) => (typeof value === 'bigint' ? bytes('') : flat(value))) ?? [];
    const [one = input, other = input] = sides;
    const [base, head] = [memorySource('a.onnx', one), memorySource('m.onnx', other)];
    const { options, hash } = optionsFor(other);
    const judged = hash % 2 === 0;
    const report = gate({
      base: { label: 'base' },
      head: { label: hostileTexts[hash % hostileTexts.length] ?? '' },
      config: judged ? gateConfig : null,
      cases: [
        {
          path: 'm.onnx',
          status: 'changed',
          base,
          head,
          options,
          ...(judged && measurementOf(ruleFor(gateConfig, 'm.onnx'))),
        },
      ],
      problems: [],
      pairs: true,
    });
    checkReport(report, { markdown: hash % markdownEvery === 0 });
    const [model] = report.models;
    if (hash % 8 === 0 && model?.base && model.head) {
      const pair = pairUp(base, head, { base: 'a.onnx', head: 'm.onnx' }, options);
      JSON.parse(modelExplorerMap(pair.base, pair.head, pair.diff));
    }
    return model?.status === 'unreadable' ? 'unreadable' : model?.related === false ? 'unrelated' : 'compared';
  },
};

function flat(value: Uint8Array | readonly Field[]): Uint8Array {
  return value instanceof Uint8Array ? value : write(value);
}

/** One document of each kind, as our own code writes it. */
function savedProfiles(): readonly Uint8Array[] {
  const options = { inputs: new Map(), bind: new Map() };
  return [...specimens(), ...exampleModels().filter((_, i) => i % 40 === 0)].map((model) =>
    bytes(JSON.stringify(profileToJson(count(memorySource('m.onnx', model), 'm.onnx', options).profile))),
  );
}

const savedProfile: Target = {
  id: 'saved-profile',
  title: 'a saved profile, compared with the one it was and judged',
  seeds: savedProfiles,
  mutate: (input, corpus, random) => bytes(mutateJson(text(input), texts(corpus), random)),
  run(input) {
    const options = { inputs: new Map(), bind: new Map() };
    const source = memorySource('p.json', input);
    const { profile } = count(source, 'p.json', options);
    renderProfiles([profile], 'json');
    renderProfiles([profile], 'csv');
    checkLines(renderProfiles([profile], 'table'));
    checkLines(modelText(profile));
    const hash = hash32(input);
    const base = memorySource('m.onnx', specimens()[0] ?? bytes(''));
    const report = gate({
      base: { label: 'base' },
      head: { label: 'head' },
      config: hash % 2 === 0 ? gateConfig : null,
      cases: [{ path: 'm.onnx', status: 'changed', base, head: source, options }],
      problems: [],
      savedProfiles: true,
    });
    checkShown(report, { markdown: hash % markdownEvery === 0 });
    renderReport(report, 'json');
    return 'read';
  },
};

/** A comparison of two different specimens, judged. */
function savedReports(): readonly Uint8Array[] {
  const models = specimens().map((model, i) => memorySource(`m${i}.onnx`, model));
  const options = { inputs: new Map(), bind: new Map() };
  return models.map((head, i) => {
    const base = models[(i + 1) % models.length] ?? head;
    const cases = [
      { path: 'm.onnx', status: 'changed' as const, base, head, ...measurementOf(ruleFor(gateConfig, 'm.onnx')) },
      { path: 'n.onnx', status: 'unchanged' as const, base: head, head, options },
      { path: 'o.onnx', status: 'removed' as const, base, head: null, options },
    ];
    const report = gate({
      base: { label: 'main' },
      head: { label: 'h' },
      config: gateConfig,
      cases,
      problems: [],
      pairs: true,
    });
    return bytes(JSON.stringify(report));
  });
}

const savedReport: Target = {
  id: 'saved-report',
  title: 'a saved report, shown in every format',
  seeds: savedReports,
  mutate: (input, corpus, random) => bytes(mutateJson(text(input), texts(corpus), random)),
  run(input) {
    const report = readReport(text(input), 'r.json');
    renderReport(report, 'csv');
    renderReport(report, 'json');
    checkShown(report, { markdown: hash32(input) % markdownEvery === 0 });
    return 'read';
  },
};

const configWords = [
  ...['version', 'models', 'path', 'inputs', 'bind', 'scenarios', 'budgets', 'layers', 'match', 'override', 'label'],
  ...['max', 'growth', 'min', 'degree', 'level', 'message', 'macs', 'peakBytes', 'coverage', '4.2 G', '2 %', '1 MiB'],
  ...['&a', '*a', '<<: *a', '!!js/function', '---', '...', '|', '>', '? ', ': ', '- ', '{', '}', '[', ']', '#', '\t'],
  ...['.inf', '.nan', '1e400', '0x10', '0o7', '1_000', '-0', '~', 'null', 'yes', 'op:Conv', 'head.**', '{a,b}'],
];

const config: Target = {
  id: 'config',
  title: 'a configuration, and the judge with it',
  seeds: () => {
    const written = [...documentedConfigs(), readText('.github/flopgate.yml')];
    // JSON is YAML, and can be mutated by its structure.
    return [...written, ...written.map((yaml) => JSON.stringify(parseYaml(yaml)))].map(bytes);
  },
  mutate: (input, corpus, random) => {
    const [given, others] = [text(input), texts(corpus)];
    const asJson = given.startsWith('{') && !random.once(4);
    return bytes(asJson ? mutateJson(given, others, random) : mutateText(given, others, configWords, random));
  },
  run(input) {
    const parsed = parseConfig(text(input), 'flopgate.yml');
    for (const path of ['m.onnx', 'models/a/b.onnx', ...hostileTexts]) ruleFor(parsed, path);
    const model = memorySource('m.onnx', specimens()[2] ?? bytes(''));
    const path = 'models/m.onnx';
    const measurement = measurementOf(ruleFor(parsed, path));
    const cases = [{ path, status: 'changed' as const, base: model, head: model, ...measurement }];
    checkShown(gate({ base: null, head: { label: 'h' }, config: parsed, cases, problems: [] }), { markdown: false });
    return 'parsed';
  },
};

const glob: Target = {
  id: 'glob',
  title: 'a pattern for paths and for layers, on hostile names',
  seeds: () =>
    [
      ...[
        'models/**/*.onnx',
        '*.onnx',
        '**',
        'a/[a-z]?.{onnx,pt}',
        '\\*\\[a',
        '**/**/**/a*b*c*d',
        'op:com.microsoft.*',
      ],
      ...['head.**', '/head/**', '{a,b}{c,d}{e,f}', '[!a-z]*', 'a*a*a*a*a*a*a*b'],
    ].map((pattern) => bytes(`${pattern}\nmodels/a/b.onnx\n${'a'.repeat(300)}`)),
  mutate: (input, corpus, random) =>
    bytes(
      mutateText(text(input), texts(corpus), ['*', '**', '?', '[', ']', '{', '}', ',', '\\', '/', '!', 'a'], random),
    ),
  run(input) {
    const [pattern = '', ...subjects] = text(input).split('\n');
    for (const compile of [
      (given: string) => pathPattern(given).matches,
      (given: string) => {
        const matches = layerPattern(given);
        return (name: string) => matches({ module: name, name, op: name, domain: name });
      },
    ])
      try {
        const matches = compile(pattern);
        for (const subject of [...subjects, ...hostileTexts]) assert.equal(typeof matches(subject), 'boolean');
      } catch (error) {
        if (!(error instanceof BadPattern)) throw error;
        return 'refused';
      }
    return 'matched';
  },
};

const expression: Target = {
  id: 'expression',
  title: 'an expression over symbols, written and read back',
  seeds: () => [...hostileDims, '24*batch*seq^2 + 12*batch*seq + 1', '(h + 1)//2', 'floor(h/2 - 1/2)'].map(bytes),
  mutate: (input, corpus, random) =>
    bytes(
      mutateText(
        text(input),
        texts(corpus),
        ['+', '-', '*', '/', '//', '%', '^', '**', '(', ')', 'max(', 'floor(', ',', '`'],
        random,
      ),
    ),
  run(input) {
    const dim = parseDim(text(input));
    if (dim === undefined) return 'refused';
    if (isUnknown(dim)) return 'unknown';
    const written = formatDim(dim);
    const back = parseDim(written);
    if (written.length <= 8000)
      assert.equal(back === undefined ? undefined : keyOf(back), keyOf(dim), `${written} reads back as another`);
    return 'read';
  },
};

const commandLine: Target = {
  id: 'arguments',
  title: 'a command line, one word a line',
  seeds: () =>
    [
      'count\nm.onnx\n--input\nx=1,3,224,224\n--bind\nbatch=8\n--as\ntorch\n--format\njson',
      'diff\na.onnx\nb.onnx\n--scenario\ndecode:batch=1,seq=1\n--pairs\n--output\n-',
      'check\n--base\nmain\n--head=HEAD\n--repo\n.\n--config\nc.yml\n--no-color',
      'render\nr.json\n--format=markdown',
      '--help',
    ].map(bytes),
  mutate: (input, corpus, random) =>
    bytes(
      mutateText(text(input), texts(corpus), ['--', '--input', '--bind', '=', ',', '\n', '-', 'count', 'x=1'], random),
    ),
  run(input) {
    const parsed = parseArguments(text(input).split('\n'));
    return 'command' in parsed ? parsed.command : 'help or version';
  },
};

const pointer: Target = {
  id: 'pointer',
  title: 'a Git LFS pointer',
  seeds: () => {
    const oid = '0123456789abcdef'.repeat(4);
    return ['https://git-lfs.github.com/spec/v1', 'https://hawser.github.com/spec/v1', 'http://git-media.io/v/2'].map(
      (version) => bytes(`version ${version}\noid sha256:${oid}\nsize 12345\n`),
    );
  },
  mutate: (input, corpus, random) =>
    random.once(2)
      ? mutateBytes(input, random)
      : bytes(mutateText(text(input), texts(corpus), ['oid ', 'size ', '\n'], random)),
  run(input) {
    const found = parsePointer(input);
    if (found === undefined) return 'none';
    assert.match(found.oid, /^[0-9a-f]{64}$/);
    assert.ok(found.size >= 0n);
    return 'pointer';
  },
};

let eventFile: string | undefined;

const event: Target = {
  id: 'event',
  title: 'an event: variables of the runner and the payload',
  seeds: () => {
    const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
    const repo = { full_name: 'o/r', fork: false };
    const pull = {
      number: 7,
      draft: false,
      merged: false,
      head: { sha: a, ref: 'x', repo },
      base: { sha: b, ref: 'main', repo },
    };
    const variables = {
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: a,
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_API_URL: 'https://h/api/v3',
    };
    const of = (name: string, payload: object) =>
      bytes(JSON.stringify({ variables: { ...variables, GITHUB_EVENT_NAME: name }, payload }));
    return [
      of('pull_request', { action: 'synchronize', pull_request: pull, repository: repo }),
      of('pull_request_target', { pull_request: { ...pull, merge_base: b } }),
      of('push', { before: b, after: a, forced: true, ref: 'refs/heads/main' }),
      of('push', { before: '0'.repeat(40), after: a, deleted: false }),
      of('merge_group', {
        merge_group: { head_sha: a, base_sha: b, head_ref: 'refs/heads/q', base_ref: 'refs/heads/main' },
      }),
      of('workflow_run', {
        workflow_run: {
          id: 1,
          event: 'pull_request',
          head_sha: a,
          head_branch: 'x',
          pull_requests: [pull],
          head_repository: repo,
        },
      }),
      of('workflow_dispatch', {}),
      of('schedule', {}),
    ];
  },
  mutate: (input, corpus, random) => bytes(mutateJson(text(input), texts(corpus), random)),
  run(input) {
    let given: unknown;
    try {
      given = JSON.parse(text(input));
    } catch {
      given = { payload: text(input) };
    }
    const { variables, payload } = typeof given === 'object' && given !== null ? recordOf(given) : recordOf({});
    eventFile ??= join(mkdtempSync(join(tmpdir(), 'flopgate-fuzz-')), 'event.json');
    writeFileSync(eventFile, typeof payload === 'string' ? payload : (JSON.stringify(payload) ?? ''));
    const strings = Object.entries(recordOf(variables)).filter((e): e is [string, string] => typeof e[1] === 'string');
    const environment = readEnvironment({ ...Object.fromEntries(strings), GITHUB_EVENT_PATH: eventFile });
    const situation = readEvent(environment);
    if ('reason' in situation) checkLog(situation.reason);
    return situation.kind;
  },
};

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export const targets: readonly Target[] = [
  read,
  profile,
  alike,
  diff,
  savedProfile,
  savedReport,
  config,
  glob,
  expression,
  commandLine,
  pointer,
  event,
];

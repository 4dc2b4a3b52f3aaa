/**
 * Reads the document `flopgate.profile/1`. It may come from a pull request, so everything is checked: the first thing
 * that is not as promised ends it, with its place in the document.
 */
import { parseStrictJson } from '../bytes/text.ts';
import type { ConventionLabel } from '../conventions/convention.ts';
import { flopgate } from '../conventions/own.ts';
import { type Dim, type Shape, unknown } from '../model/dim.ts';
import { dimFromJson } from '../model/dim-text.ts';
import { type DType, isDType } from '../model/dtype.ts';
import type { Attribute, Scalar, Tensor } from '../model/model.ts';
import { fail, isProblemCode, type Place, type Problem, problem } from '../problem.ts';
import {
  type BodyRef,
  type Cost,
  type Coverage,
  costKeys,
  type Layer,
  type NamedValue,
  type Profile,
  profileSchema,
  type Totals,
  totalKeys,
  type WeightRef,
} from './profile.ts';

/** Whether the first bytes of a file are such a document's: an object, or a list of one, that names the schema early. */
export function looksLikeProfile(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return /^\uFEFF?\s*\[?\s*\{/.test(text) && text.includes(`"${profileSchema}"`);
}

/** Throws `format/profile` with the place in the document. `file` is for the message. */
export function profileFromJson(text: string, file: string): Profile {
  const whole = new Field(parsed(text, file), 'the document', file);
  const list = Array.isArray(whole.value) ? whole.list() : [whole];
  const [document] = list;
  if (document === undefined || list.length !== 1)
    return whole.reject(`a list of ${list.length} profiles`, 'one profile');
  document.get('schema').oneOf([profileSchema]);
  const model = document.get('model');
  return {
    model: {
      path: model.get('path').text(),
      format: model.get('format').text(),
      byteSize: model.get('byteSize').natural(),
      producer: model.get('producer').text(),
      opsets: new Map(
        model
          .get('opsets')
          .entries()
          .map(([domain, v]) => [domain, v.integer()]),
      ),
    },
    inputs: document.get('inputs').list().map(namedValueOf),
    outputs: document.get('outputs').list().map(namedValueOf),
    totals: totalsOf(document.get('totals')),
    layers: document.get('layers').list().map(layerOf),
    coverage: coverageOf(document.get('coverage')),
    assumptions:
      document
        .find('assumptions')
        ?.list()
        .map((f) => f.text()) ?? [],
    convention: conventionOf(document.find('convention')),
    problems: document.get('problems').list().map(problemOf),
  };
}

/** A profile of before conventions had names is counted by our own. */
function conventionOf(field: Field | undefined): ConventionLabel {
  if (field === undefined) return flopgate;
  return {
    id: field.get('id').text(),
    title: field.get('title').text(),
    version: field.get('version').text(),
    accuracy: field.get('accuracy').oneOf(['exact', 'near']),
    why: field.get('why').text(),
    unit: field.get('unit').oneOf(['macs', 'flops', 'both']),
  };
}

function parsed(text: string, file: string): unknown {
  try {
    return parseStrictJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const found = error instanceof Error ? error.message : 'no JSON';
    return fail('format/profile', { where: 'the document', found, expected: 'JSON' }, { file });
  }
}

/** One value of the document, and where it is. */
class Field {
  readonly value: unknown;
  private readonly where: string;
  private readonly file: string;

  constructor(value: unknown, where: string, file: string) {
    this.value = value;
    this.where = where;
    this.file = file;
  }

  reject(found: string, expected: string): never {
    fail('format/profile', { where: this.where, found, expected }, { file: this.file });
  }

  get(key: string): Field {
    return this.find(key) ?? this.at(key, undefined);
  }

  /** `undefined` where the key is absent. */
  find(key: string): Field | undefined {
    const record = this.record();
    return Object.hasOwn(record, key) ? this.at(key, record[key]) : undefined;
  }

  entries(): readonly (readonly [string, Field])[] {
    return Object.entries(this.record()).map(([key, value]) => [key, this.at(key, value)]);
  }

  list(): readonly Field[] {
    if (!Array.isArray(this.value)) this.reject(kindOf(this.value), 'a list');
    return this.value.map((item: unknown, i) => new Field(item, `${this.where}[${i}]`, this.file));
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.reject(kindOf(this.value), 'text');
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const text = this.text();
    return allowed.find((a) => a === text) ?? this.reject(`"${text}"`, allowed.map((a) => `"${a}"`).join(' or '));
  }

  natural(): number {
    const n = this.value;
    return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : this.reject(shown(n), 'an integer ≥ 0');
  }

  integer(): bigint {
    const d = this.dim('');
    return typeof d === 'bigint' ? d : this.reject(shown(this.value), 'an integer');
  }

  /** A count or an extent; `why` is the reason where it is unknown. */
  dim(why: string): Dim {
    const { value } = this;
    if (value === null) return unknown(why);
    if (typeof value !== 'number' && typeof value !== 'string') return this.reject(kindOf(value), 'a count');
    if (typeof value === 'string' && value.length > longestExpression)
      return unknown('its expression is longer than Flopgate reads back');
    return dimFromJson(value) ?? this.reject(shown(value), 'an integer or an expression');
  }

  float(): number {
    const { value } = this;
    if (typeof value === 'number') return value;
    return floats.get(this.text()) ?? this.reject(shown(value), 'a number');
  }

  private record(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.reject(kindOf(value), 'an object');
    return value as Readonly<Record<string, unknown>>; // checked just above
  }

  private at(key: string, value: unknown): Field {
    return new Field(value, this.where === 'the document' ? key : `${this.where}.${key}`, this.file);
  }
}

/** What `parseDim` reads at most. */
const longestExpression = 8000;

const floats: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? JSON.stringify(value).slice(0, 80) : kindOf(value);
}

function dtypeOf(field: Field): DType {
  const text = field.text();
  return isDType(text) ? text : field.reject(`"${text}"`, 'an element type');
}

const unsaid = 'the saved profile does not say why';

function shapeOf(field: Field): Shape {
  if (field.value === null) return unknown('the saved profile does not know it');
  return field.list().map((d) => d.dim('the saved profile does not know it'));
}

function namedValueOf(field: Field): NamedValue {
  const type = field.find('type')?.oneOf(['sequence', 'optional', 'map', 'opaque']);
  const dtype = field.get('dtype');
  return {
    name: field.get('name').text(),
    dtype: dtype.value === null ? null : dtypeOf(dtype),
    shape: shapeOf(field.get('shape')),
    ...(type !== undefined && { type }),
  };
}

function totalsOf(field: Field): Totals {
  const reasons = field.find('why');
  const read = (key: (typeof totalKeys)[number]): Dim => field.get(key).dim(reasons?.find(key)?.text() ?? unsaid);
  const counts = Object.fromEntries(totalKeys.map((key) => [key, read(key)])) as Record<
    (typeof totalKeys)[number],
    Dim
  >;
  const byDType = field
    .get('weightBytesByDtype')
    .entries()
    .map(([dtype, f]): [DType, Dim] => [
      isDType(dtype) ? dtype : f.reject(`"${dtype}"`, 'an element type'),
      f.dim(unsaid),
    ]);
  // Documents of before have none.
  const widths = field.find('macsByWidth')?.entries() ?? [];
  const byWidth = widths.map(([width, f]): [string, Dim] => [
    /^\w{1,20}(×\w{1,20})?$/.test(width) ? width : f.reject(`"${width}"`, 'two element types'),
    f.dim(unsaid),
  ]);
  return { ...counts, weightBytesByDType: new Map(byDType), macsByWidth: new Map(byWidth) };
}

function layerOf(field: Field, id: number): Layer {
  const why = field.find('why')?.text();
  const owner = field.find('owner');
  if (owner !== undefined && owner.natural() >= id) owner.reject(shown(owner.value), 'an earlier layer');
  const body = field.find('body')?.text();
  // Documents of before have none.
  const bodies = field.find('bodies')?.list().map(bodyOf);
  const index = field.get('index');
  const costs = Object.fromEntries(costKeys.map((key) => [key, field.get(key).dim(why ?? unsaid)])) as unknown as Cost;
  return {
    id,
    index: index.value === null ? null : index.natural(),
    ...(owner !== undefined && { owner: owner.natural() }),
    ...(body !== undefined && { body }),
    ...(bodies !== undefined && { bodies }),
    name: field.get('name').text(),
    op: field.get('op').text(),
    domain: field.get('domain').text(),
    module: field.get('module').text(),
    inputs: field
      .get('inputs')
      .list()
      .map((f) => f.text()),
    outputs: field.get('outputs').list().map(namedValueOf),
    attributes: new Map(
      (field.find('attributes')?.entries() ?? []).flatMap(([name, f]): [string, Attribute][] => [
        [name, attributeOf(f)],
      ]),
    ),
    weights: (field.find('weights')?.list() ?? []).map(weightOf),
    ...costs,
    status: field.get('status').oneOf(['known', 'symbolic', 'unknown']),
    ...(why !== undefined && { why }),
    ...(isTrue(field.find('dead')) && { dead: true as const }),
    ...(isTrue(field.find('untaken')) && { untaken: true as const }),
  };
}

function bodyOf(field: Field): BodyRef {
  return {
    name: field.get('name').text(),
    ...(isTrue(field.find('call')) && { call: true as const }),
    inputs: field.get('inputs').list().map(namedValueOf),
    outputs: field
      .get('outputs')
      .list()
      .map((f) => f.text()),
  };
}

function isTrue(field: Field | undefined): boolean {
  if (field === undefined || field.value === false) return false;
  return field.value === true || field.reject(shown(field.value), 'true');
}

function weightOf(field: Field): WeightRef {
  return {
    input: field.get('input').natural(),
    name: field.get('name').text(),
    dtype: dtypeOf(field.get('dtype')),
    shape: field
      .get('shape')
      .list()
      .map((d) => d.integer()),
    role: field.get('role').oneOf(['parameter', 'buffer', 'quantization', 'constant']),
  };
}

function attributeOf(field: Field): Attribute {
  const value = field.get('value');
  const kind = field.get('kind').oneOf(['int', 'ints', 'float', 'floats', 'string', 'strings', 'tensor', 'tensors']);
  switch (kind) {
    case 'int':
      return { kind, value: value.integer() };
    case 'ints':
      return { kind, value: value.list().map((f) => f.integer()) };
    case 'float':
      return { kind, value: value.float() };
    case 'floats':
      return { kind, value: value.list().map((f) => f.float()) };
    case 'string':
      return { kind, value: value.text() };
    case 'strings':
      return { kind, value: value.list().map((f) => f.text()) };
    case 'tensor':
      return { kind, value: tensorOf(value) };
    case 'tensors':
      return { kind, value: value.list().map(tensorOf) };
  }
}

function tensorOf(field: Field): Tensor {
  const shape = field
    .get('shape')
    .list()
    .map((d) => d.integer());
  const elements = field.find('elements')?.list().map(scalarOf);
  return {
    name: field.get('name').text(),
    dtype: dtypeOf(field.get('dtype')),
    shape,
    elementCount: shape.reduce((n, d) => n * d, 1n),
    byteLength: field.get('byteLength').integer(),
    place: field.get('place').oneOf(['inline', 'external']),
    elements: (from, to) => elements?.slice(from, to),
  };
}

function scalarOf(field: Field): Scalar {
  if (typeof field.value === 'string') return field.value;
  return field.find('float')?.float() ?? field.get('int').integer();
}

function coverageOf(field: Field): Coverage {
  return {
    nodes: field.get('nodes').natural(),
    known: field.get('known').natural(),
    symbolic: field.get('symbolic').natural(),
    unknown: field.get('unknown').natural(),
    unknownOperators: new Map((field.find('unknownOperators')?.entries() ?? []).map(([op, f]) => [op, f.natural()])),
  };
}

function problemOf(field: Field): Problem {
  const code = field.get('code').text();
  const message = field.get('message').text();
  const at = field.find('at');
  const place = at === undefined ? undefined : placeOf(at);
  if (!isProblemCode(code)) return problem('format/saved-problem', { message, code }, place);
  return {
    code,
    severity: field.get('severity').oneOf(['fatal', 'warning', 'notice']),
    message,
    help: field.get('help').text(),
    ...(place !== undefined && { at: place }),
  };
}

function placeOf(field: Field): Place {
  const [file, node, key] = ['file', 'node', 'key'].map((name) => field.find(name)?.text());
  const [offset, line, column] = ['offset', 'line', 'column'].map((name) => field.find(name)?.natural());
  return {
    ...(file !== undefined && { file }),
    ...(offset !== undefined && { offset }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(key !== undefined && { key }),
    ...(node !== undefined && { node }),
  };
}

/**
 * What measuring a case gave, kept by content: the two object ids, the options, and the version of Flopgate decide it,
 * so an entry can never be stale. A folder of such entries is a cache; a file of them is one job's part of a matrix.
 *
 * Entries are believed like numbers of our own. Who may write the folder or the file may say what he likes: neither
 * must be within the reach of a pull request (docs/action.md).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { InferOptions } from '../analysis/infer.ts';
import type { JudgedModel } from '../budget/budget.ts';
import { portable } from '../budget/portable.ts';
import type { ConventionName } from '../conventions/names.ts';
import type { Case } from '../gate.ts';
import { isUnknown, type Shape } from '../model/dim.ts';
import { type DimJson, dimToJson } from '../model/dim-text.ts';
import { fail } from '../problem.ts';
import { version } from '../version.ts';
import type { PlannedCase } from './plan.ts';

export interface Results {
  get(key: string): JudgedModel | undefined;
  put(key: string, model: JudgedModel): void;
  /** What there is counts, however much of the files was at hand: the jobs of a matrix may not be alike. */
  readonly lenient?: true;
}

/** What a result depends on besides our own version. */
export interface Measured extends Pick<Case, 'path' | 'basePath' | 'status' | 'options' | 'scenarios' | 'free'> {
  /** Object ids of the files, with how much of each was at hand (`kept.ts`); `null` for a side that is not there. */
  readonly base: string | null;
  readonly head: string | null;
  readonly convention: ConventionName;
}

/** Equal keys, equal results. 64 hexadecimal digits. */
export function resultKey(measured: Measured): string {
  const { path, basePath = path, status, base, head, convention, options, scenarios = [], free = [] } = measured;
  const named = scenarios.map((one) => [one.name, optionsText(one.options)]);
  const whole = [version, convention, base, head, status, path, basePath, optionsText(options), named, free];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

function optionsText({ inputs, bind }: InferOptions): unknown {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    sorted(inputs).map(([name, shape]) => [name, shapeText(shape)]),
    sorted(bind).map(([name, value]) => [name, String(value)]),
  ];
}

function shapeText(shape: Shape): readonly DimJson[] | null {
  return isUnknown(shape) ? null : shape.map(dimToJson);
}

const magic = `flopgate.results/1 ${version}\n`;

/** A document of results: our version, a checksum, then the entries. */
export function encodeResults(entries: ReadonlyMap<string, JudgedModel>): Uint8Array {
  const body = gzipSync(serialize(new Map([...entries].map(([key, model]) => [key, portable(model)]))), { level: 1 });
  return Buffer.concat([Buffer.from(magic), createHash('sha256').update(body).digest(), body]);
}

/** `undefined` when the bytes are no such document, are cut short, or are of another version. */
export function decodeResults(bytes: Uint8Array): ReadonlyMap<string, JudgedModel> | undefined {
  const start = Buffer.byteLength(magic);
  if (Buffer.from(bytes.subarray(0, start)).toString('latin1') !== magic) return undefined;
  const body = bytes.subarray(start + 32);
  if (
    !createHash('sha256')
      .update(body)
      .digest()
      .equals(bytes.subarray(start, start + 32))
  )
    return undefined;
  // Whole and of this very version, so it is what `encodeResults` wrote.
  return deserialize(gunzipSync(body)) as ReadonlyMap<string, JudgedModel>;
}

/** More than this and the ones longest unused go. */
const mostEntries = 2000;

/** A cache in a folder that is made when first written to. Trouble with it is no trouble: the model is measured anew. */
export function folderResults(folder: string): Results {
  const fileOf = (key: string) => join(folder, `${key}.flopgate`);
  return {
    get: (key) => {
      const file = fileOf(key);
      const bytes = attempt(() => readFileSync(file));
      const found = bytes === undefined ? undefined : decodeResults(bytes)?.get(key);
      if (found !== undefined) attempt(() => utimesSync(file, new Date(), new Date()));
      return found;
    },
    put: (key, model) => {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Two jobs may share the folder: an entry appears whole or not at all.
        const draft = join(folder, `.${key}.${process.pid}`);
        writeFileSync(draft, encodeResults(new Map([[key, model]])), { mode: 0o600 });
        renameSync(draft, fileOf(key));
        prune(folder);
      });
    },
  };
}

function prune(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.flopgate'));
  if (names.length <= mostEntries) return;
  const used = names.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of used.slice(0, names.length - mostEntries * 0.9)) rmSync(join(folder, name), { force: true });
}

function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** The cases of one comparison, and what measuring them gave, in their order. */
export interface Outcome {
  readonly cases: readonly PlannedCase[];
  readonly models: readonly JudgedModel[];
}

/** What one job measured, of one comparison or of several, as the file that `readParts` reads. */
export function writePart(outcomes: readonly Outcome[]): Uint8Array {
  const entries = outcomes.flatMap(({ cases, models }) =>
    cases.flatMap(({ key, elsewhere }, i) => {
      const model = models[i];
      return key === undefined || elsewhere !== undefined || model === undefined ? [] : [[key, model] as const];
    }),
  );
  return encodeResults(new Map(entries));
}

/** The parts that jobs of a matrix wrote, as one. Throws `read/part` for a file that is none of this version. */
export function readParts(paths: readonly string[]): Results {
  const entries = new Map<string, JudgedModel>();
  for (const file of paths.flatMap(filesAt)) {
    const bytes = attempt(() => readFileSync(file));
    const found = bytes && decodeResults(bytes);
    if (found === undefined) return fail('read/part', { path: file, version }, { file });
    for (const [key, model] of found) entries.set(key, model);
  }
  return { get: (key) => entries.get(key), put: () => {}, lenient: true };
}

/** A file is itself; of a folder, all files in it, for each job's artifact may lie in a folder of its own. */
function filesAt(path: string): readonly string[] {
  if (attempt(() => statSync(path).isDirectory()) !== true) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Holds test/action/github-operations.ts, and replies of the stand-in, against GitHub's own OpenAPI description
 * (`npm run check:openapi`). The description is 29 MB packed and 385 MB unpacked, so it is fetched on demand, from the
 * npm package named below, into a temp folder; a path to `api.github.com.json` as argument saves the fetching.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { commentJson, comparison, publicUser } from '../test/action/github.ts';
import { happeningJson, rightJson, runJson } from '../test/action/github-happenings.ts';
import { operations, type Schema } from '../test/action/github-operations.ts';
import { here, pullJson, pullSummaryJson } from '../test/action/github-pulls.ts';
import { when } from '../test/action/github-users.ts';

const source = '@octokit/openapi@23.0.2';

type Json = { readonly [key: string]: unknown };
const [given] = process.argv.slice(2);
const description = parse(given === undefined ? download() : readFileSync(given, 'utf8'));
const faults: string[] = [];

for (const operation of operations) {
  const where = `${operation.method} ${operation.path}`;
  const found = dig(description, 'paths', operation.path, operation.method.toLowerCase());
  if (found === undefined) {
    faults.push(`${where}: not in the description`);
    continue;
  }
  if (found.operationId !== operation.id) faults.push(`${where}: is called ${String(found.operationId)}`);
  const described = new Map(list(found.parameters).map((one) => [String(deref(one).name), deref(one)]));
  for (const [name, type] of Object.entries({ ...operation.path_parameters, ...operation.query })) {
    const really = deref(described.get(name)?.schema).type;
    if (really !== type) faults.push(`${where}: ${name} is ${String(really)}, not ${type}`);
  }
  if (operation.body !== undefined) {
    const schema = dig(found, 'requestBody', 'content', 'application/json', 'schema');
    implies(`${where} body`, operation.body, schema);
  }
  for (const [status, schema] of Object.entries(operation.replies)) {
    const reply = dig(found, 'responses', status);
    if (reply === undefined && !['401', '403', '404'].includes(status)) faults.push(`${where}: no ${status}`);
    if (schema === null || reply === undefined) continue;
    implies(`${where} ${status}`, schema, deref(dig(deref(reply), 'content', 'application/json', 'schema')));
  }
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unevaluated: false });
const schemas = dig(description, 'components', 'schemas');
const api = 'https://api.example.com/repos/o/r';
const place = { sha: 'a'.repeat(40), ref: 'topic' };
const pull = { number: 7, head: { ...place, repo: here }, base: place, labels: ['cost'] };
const samples: readonly (readonly [string, unknown])[] = [
  ['issue-comment', commentJson(api, 1, 'text', 'github-actions[bot]')],
  ['public-user', publicUser('octocat')],
  ['pull-request', pullJson(api, pull)],
  ['pull-request-simple', pullSummaryJson(api, pull)],
  ['labeled-issue-event', happeningJson(api, { event: 'labeled', at: when, by: 'ada', label: 'accept' }, 1)],
  ['repository-collaborator-permission', rightJson('ada', { permission: 'write' })],
  ['workflow-run', runJson(api, { headSha: 'a'.repeat(40), at: when }, 1)],
  ['commit-comparison', comparison('a'.repeat(40), 'b'.repeat(40))],
];
const root = { $id: 'https://example.com/github', components: { schemas: asJsonSchema(schemas) } };
ajv.addSchema(root);
for (const [name, sample] of samples) {
  const valid = ajv.validate({ $ref: `https://example.com/github#/components/schemas/${name}` }, sample);
  if (!valid) faults.push(`the stand-in's ${name}: ${ajv.errorsText()}`);
}

for (const fault of faults) console.error(fault);
console.log(`${operations.length} operations and ${samples.length} replies against ${source}: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Every property we name exists there with our type, and we require exactly what the description requires. */
function implies(where: string, ours: Schema, theirs: unknown): void {
  const alternatives = list(deref(theirs).oneOf).map(deref);
  const options = alternatives.length === 0 ? [deref(theirs)] : alternatives;
  const counts = options.map((one) => differences(where, ours, one));
  const best = counts.sort((a, b) => a.length - b.length)[0] ?? [];
  faults.push(...best);
}

function differences(where: string, ours: Schema, theirs: Json): string[] {
  const found: string[] = [];
  // No type: the table says why the description is not believed there.
  if (ours.type === undefined) return found;
  const types = [ours.type].flat();
  const [type] = types;
  if (theirs.type !== undefined && theirs.type !== type) found.push(`${where}: is ${String(theirs.type)}`);
  if (types.includes('null') && theirs.nullable !== true) found.push(`${where}: is never null`);
  if (ours.items !== undefined) found.push(...differences(`${where}[]`, record(ours.items), deref(theirs.items)));
  const properties = record(ours.properties ?? {});
  const described = record(theirs.properties ?? {});
  for (const [name, schema] of Object.entries(properties)) {
    const one = described[name];
    if (one === undefined) found.push(`${where}: has no ${name}`);
    else found.push(...differences(`${where}.${name}`, record(schema), deref(one)));
  }
  if (Object.keys(properties).length === 0) return found;
  const [a, b] = [names(ours.required), names(theirs.required)];
  if (a !== b) found.push(`${where}: requires ${b}; the table says ${a}`);
  return found;
}

function names(value: unknown): string {
  return list(value).map(String).sort().join(' ');
}

/** OpenAPI 3.0's `nullable` as JSON Schema says it. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value))
    if (key !== 'example' && key !== 'examples') copy[key] = asJsonSchema(one);
  if (copy.nullable !== true) return copy;
  delete copy.nullable;
  return { anyOf: [{ type: 'null' }, copy] };
}

function deref(value: unknown): Json {
  let at = record(value ?? {});
  while (typeof at.$ref === 'string') at = dig(description, ...at.$ref.slice(2).split('/')) ?? {};
  return at;
}

function dig(value: Json, ...path: readonly string[]): Json | undefined {
  let at: unknown = value;
  for (const key of path) at = record(at ?? {})[key];
  return at === undefined ? undefined : record(at);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new TypeError(`not an object: ${JSON.stringify(value)}`);
  return Object.fromEntries(Object.entries(value));
}

function parse(text: string): Json {
  return record(JSON.parse(text));
}

function download(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flopgate-openapi-'));
  try {
    const packed = execFileSync('npm', ['pack', source, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
    const file = 'package/generated/api.github.com.json';
    execFileSync('tar', ['xzf', packed, file], { cwd: folder });
    return readFileSync(join(folder, file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A saved report, checked as it comes in: it may have been through anybody's hands. */
import * as z from 'zod';
import { parseStrictJson } from '../bytes/text.ts';
import { fail } from '../problem.ts';
import type { Report } from './report.ts';

const count = z.union([z.number(), z.string(), z.null()]);
/** Shown as they are, so they are words. */
const metric = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/);
/** `int8×int8`, or one word where the types are unknown. */
const width = z.string().regex(/^\w{1,20}(×\w{1,20})?$/);
const index = z.union([z.int().min(0), z.null()]);
const severity = z.enum(['fatal', 'warning', 'notice']);
const level = z.enum(['error', 'warn']);
const atLeastZero = z.int().min(0);

/** Later versions add fields, so unknown ones are left out, not refused. */
const sign = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['never-more', 'never-less', 'depends']) }),
  z.object({ kind: z.enum(['more-above', 'less-above']), symbol: z.string(), above: count }),
]);
const delta = z.object({
  from: count,
  to: count,
  by: count,
  ratio: z.number().exactOptional(),
  sign: sign.exactOptional(),
});
const deltas = z.record(metric, delta);
const totals = z.record(metric, count);
const revision = z.object({
  label: z.string(),
  sha: z.string().exactOptional(),
  how: z.string().exactOptional(),
});

const problem = z.object({
  code: z.string(),
  severity,
  message: z.string(),
  help: z.string(),
  at: z
    .object({
      file: z.string().exactOptional(),
      offset: z.number().exactOptional(),
      line: z.number().exactOptional(),
      column: z.number().exactOptional(),
      key: z.string().exactOptional(),
      node: z.string().exactOptional(),
    })
    .exactOptional(),
});

const layer = z.object({
  kind: z.enum([
    'modified',
    'renamed',
    'moved',
    'added',
    'removed',
    'fused',
    'split',
    'rewritten',
    'weightsOnly',
    'shapeOnly',
  ]),
  base: z.array(index),
  head: z.array(index),
  baseIds: z.array(atLeastZero).exactOptional(),
  headIds: z.array(atLeastZero).exactOptional(),
  name: z.string(),
  baseName: z.string().exactOptional(),
  function: z.string().exactOptional(),
  op: z.string(),
  changes: z.array(z.object({ what: z.string(), from: count, to: count })),
  delta: deltas,
});

const innerLayer = z.object({ id: atLeastZero, name: z.string() });

const model = z.object({
  path: z.string(),
  basePath: z.string().exactOptional(),
  status: z.enum(['changed', 'added', 'removed', 'unchanged', 'renamed', 'unreadable']),
  pairedBy: z.literal('structure').exactOptional(),
  base: totals.nullable(),
  head: totals.nullable(),
  delta: deltas,
  scenarios: z
    .array(
      z.object({
        name: z.string(),
        base: totals.nullable(),
        head: totals.nullable(),
        delta: deltas,
        assumptions: z.array(z.string()),
        problems: z.array(problem),
      }),
    )
    .exactOptional(),
  macsByWidth: z
    .object({ base: z.record(width, count).nullable(), head: z.record(width, count).nullable() })
    .exactOptional(),
  growth: z.array(z.object({ metric, symbol: z.string(), from: atLeastZero, to: atLeastZero })).exactOptional(),
  layers: z.array(layer),
  unchangedLayers: atLeastZero,
  explanation: z.object({ metric, layers: atLeastZero }).exactOptional(),
  pairs: z.array(z.tuple([index, index])).exactOptional(),
  innerPairs: z.array(z.object({ base: innerLayer, head: innerLayer })).exactOptional(),
  folded: z.object({ base: atLeastZero, head: atLeastZero, delta: deltas }),
  blocks: z.array(z.object({ name: z.string(), from: z.number(), to: z.number(), place: z.string().exactOptional() })),
  exported: z
    .object({
      producer: z.tuple([z.string(), z.string()]).exactOptional(),
      opset: z.tuple([z.string(), z.string()]).exactOptional(),
      delta: deltas,
    })
    .exactOptional(),
  related: z.boolean(),
  coverage: z
    .object({
      nodes: atLeastZero,
      known: atLeastZero,
      symbolic: atLeastZero,
      unknown: atLeastZero,
      unknownOperators: z.record(z.string(), z.number()),
    })
    .nullable(),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
  problems: z.array(problem),
});

const check = z.object({
  budget: z.string(),
  scope: z.string(),
  model: z.string().exactOptional(),
  layers: z.string().exactOptional(),
  scenario: z.string().exactOptional(),
  metric,
  kind: z.enum(['max', 'growth', 'growthBy', 'min', 'degree']),
  actual: count,
  base: count.exactOptional(),
  limit: count,
  headroom: count.exactOptional(),
  result: z.enum(['met', 'exceeded', 'undecidable', 'waived']),
  level,
  message: z.string().exactOptional(),
  why: z.string().exactOptional(),
  line: z.number(),
});

const report = z.object({
  schema: z.literal('flopgate.report/1'),
  tool: z.object({ name: z.literal('flopgate'), version: z.string() }),
  verdict: z.enum(['pass', 'warn', 'fail']),
  convention: z.string(),
  counting: z
    .object({
      id: z.string(),
      title: z.string(),
      version: z.string(),
      accuracy: z.enum(['exact', 'near']),
      why: z.string(),
      unit: z.enum(['macs', 'flops', 'both']),
    })
    .exactOptional(),
  base: revision.nullable(),
  head: revision,
  models: z.array(model),
  checks: z.array(check),
  waivedBy: z
    .object({
      label: z.string(),
      actor: z.string().exactOptional(),
      at: z.string().exactOptional(),
      commit: z.string().exactOptional(),
    })
    .exactOptional(),
  transfer: z.object({ lfsBytes: atLeastZero, lfsRequests: atLeastZero, lfsObjects: atLeastZero }).exactOptional(),
  problems: z.array(problem),
});

/** Throws FlopgateError `report/unreadable`. */
export function readReport(text: string, file: string): Report {
  let json: unknown;
  try {
    json = parseStrictJson(text);
  } catch {
    return fail('report/unreadable', { reason: 'it is not JSON' }, { file });
  }
  const parsed = report.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.map(String).join('.') ?? '';
  const reason =
    key === '' || key === 'schema' ? 'its `schema` is not flopgate.report/1' : `\`${key}\` is not as it should be`;
  return fail('report/unreadable', { reason }, { file, ...(key !== '' && { key }) });
}

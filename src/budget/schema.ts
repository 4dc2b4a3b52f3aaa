/**
 * The configuration's one schema: it validates, and `scripts/schema.ts` publishes it as docs/config.schema.json. Each
 * error text completes the sentence "it must be …".
 */
import * as z from 'zod';
import { amountExample, amountPattern, type Family } from './amount.ts';
import { isModelMetric, layerMetrics, metricMeaning, modelMetrics } from './metrics.ts';

const level = z
  .enum(['error', 'warn'], { error: '`error` or `warn`' })
  .meta({ description: 'error (default): exceeding it fails the check; warn: it is only said.' });
const message = text(200, 'text of at most 200 characters').meta({
  description: 'Said in the report when the budget does not hold: why it exists, whom to ask.',
});

function text(most: number, error: string) {
  return z.string({ error }).min(1, { error }).max(most, { error });
}

function amount(family: Family) {
  const error = amountExample[family];
  return z
    .union(
      [z.int({ error }).min(0, { error }), z.string({ error }).regex(new RegExp(amountPattern[family]), { error })],
      { error },
    )
    .meta({ id: family === 'count' ? 'count' : 'bytes' });
}

const amounts = { count: amount('count'), bytes: amount('bytes') };

const percent = z
  .string({ error: amountExample.percent })
  .regex(new RegExp(amountPattern.percent), { error: amountExample.percent })
  .meta({ id: 'percentage' });

const degreeExpected = 'a mapping of symbols to the power they may grow by: { seq: 1 }';
const degree = z
  .record(
    text(200, 'the name of a symbolic dimension'),
    z.int({ error: 'a whole number from 0 to 9' }).min(0, { error: 'a whole number from 0 to 9' }).max(9, {
      error: 'a whole number from 0 to 9',
    }),
    { error: degreeExpected },
  )
  .refine((symbols) => Object.keys(symbols).length > 0, { error: degreeExpected })
  .meta({ description: 'The power it may grow by with a symbolic dimension: { seq: 1 } refuses what is quadratic.' });

/** Only of a model: `degree` is judged on its expressions. */
function modelLimits(family: Family) {
  const most = amounts[family];
  const error = `${amountExample[family]}, or a mapping of max, growth, degree, level, message`;
  const entry = z
    .strictObject({ ...entryShape(family), degree: degree.optional() }, { error: mappingOr(error) })
    .refine((b) => b.max !== undefined || b.growth !== undefined || b.degree !== undefined, {
      error: 'a mapping with one of max, growth and degree',
    })
    .meta({ anyOf: [{ required: ['max'] }, { required: ['growth'] }, { required: ['degree'] }] });
  return z.union([most, entry], { error }).meta({ id: family === 'count' ? 'modelCountLimits' : 'modelByteLimits' });
}

function entryShape(family: Family) {
  const most = amounts[family];
  const growth = z.union([percent, most], { error: `${amountExample.percent}, or ${amountExample[family]}` });
  return {
    max: most.meta({ description: 'The most there may be.' }).optional(),
    growth: growth.meta({ description: 'The most it may grow over the base: a percentage, or an amount.' }).optional(),
    level: level.optional(),
    message: message.optional(),
  };
}

function limits(family: Family) {
  const most = amounts[family];
  const error = `${amountExample[family]}, or a mapping of max, growth, level, message`;
  const entry = z
    .strictObject(entryShape(family), { error: mappingOr(error) })
    .refine((b) => b.max !== undefined || b.growth !== undefined, { error: 'a mapping with max, growth or both' })
    .meta({ anyOf: [{ required: ['max'] }, { required: ['growth'] }] });
  return z.union([most, entry], { error }).meta({ id: family === 'count' ? 'countLimits' : 'byteLimits' });
}
const sumLimits = { count: limits('count'), bytes: limits('bytes') };
const limitsOfModel = { count: modelLimits('count'), bytes: modelLimits('bytes') };

const coverage = z.union(
  [
    percent,
    z.strictObject(
      {
        min: percent.meta({ description: 'The least share of nodes whose cost must be known.' }),
        level: level.optional(),
        message: message.optional(),
      },
      { error: mappingOr('a mapping with min') },
    ),
  ],
  { error: `${amountExample.percent} (the least), or a mapping of min, level, message` },
);

/** zod asks one function for unknown keys and for wrong types; unknown keys are worded by `config.ts`. */
function mappingOr(error: string) {
  return (issue: { readonly code?: string | undefined }) => (issue.code === 'unrecognized_keys' ? undefined : error);
}

/** A mapping of optional budgets, one key for each metric. */
function budgets<M extends Readonly<Record<string, Family | 'share'>>, L extends z.ZodType>(
  metrics: M,
  limitsOf: Readonly<Record<Family, L>>,
) {
  const entries = Object.entries(metrics).map(([metric, family]) => [
    metric,
    (family === 'share' ? coverage : limitsOf[family])
      .meta({ description: isModelMetric(metric) ? metricMeaning[metric] : '' })
      .optional(),
  ]);
  const shape: { [K in keyof M]: z.ZodOptional<L | typeof coverage> } = Object.fromEntries(entries);
  return z.strictObject(shape, { error: mappingOr('a mapping of metrics to limits') });
}

const extentExpected = 'an extent ≥ 0, or the name of a symbol';
const extent = z.union(
  // A text is an expression, parsed where shapes are made.
  [z.int({ error: extentExpected }).min(0, { error: extentExpected }), text(200, extentExpected)],
  { error: extentExpected },
);

const layerRule = z.strictObject(
  {
    match: text(256, 'a pattern over modules or layer names, or `op:` and an operator').meta({
      description: 'Module path (head.**), layer name (/head/**) or operator (op:Conv).',
    }),
    budgets: budgets(layerMetrics, sumLimits).meta({ description: 'Limits on the sum over the matching layers.' }),
  },
  { error: mappingOr('a mapping of match and budgets') },
);

const inputShapes = z.record(
  text(200, 'the name of a graph input'),
  z.array(extent, { error: 'a list of extents' }).max(64, { error: 'a list of at most 64 extents' }),
  { error: 'a mapping of inputs to shapes' },
);
const bindings = z.record(
  text(200, 'the name of a symbolic dimension'),
  z.int({ error: 'a whole number ≥ 0' }).min(0, { error: 'a whole number ≥ 0' }),
  { error: 'a mapping of symbols to numbers' },
);

/** Each measures the model once more. */
const mostScenarios = 10;
const scenarioName = 'a name of at most 40 letters, digits, spaces, `_`, `.` and `-`';
const scenariosExpected = `a mapping of 1 to ${mostScenarios} names to scenarios`;
const scenarioExpected = 'a mapping of symbols to numbers, or a mapping of inputs and bind';
const scenario = z.union(
  [
    bindings,
    z.strictObject({ inputs: inputShapes.optional(), bind: bindings.optional() }, { error: scenarioExpected }),
  ],
  { error: scenarioExpected },
);

const modelRule = z.strictObject(
  {
    path: text(256, 'a glob such as `models/**/*.onnx`').meta({
      description: 'Glob from the root of the repository. Where several match, the most specific entry alone holds.',
    }),
    inputs: inputShapes.meta({ description: 'Shapes of graph inputs: { input: [1, 3, 224, 224] }.' }).optional(),
    bind: bindings.meta({ description: 'Values for symbolic dimensions: { batch: 1 }.' }).optional(),
    scenarios: z
      .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}$/, { error: scenarioName }), scenario, {
        error: scenariosExpected,
      })
      .refine((s) => Object.keys(s).length > 0 && Object.keys(s).length <= mostScenarios, { error: scenariosExpected })
      .meta({
        description:
          'Ways the model is used; every budget holds in each: { prefill: { seq: 512 }, decode: { seq: 1 } }.',
      })
      .optional(),
    budgets: budgets(modelMetrics, limitsOfModel).meta({ description: 'Limits on each matching model.' }).optional(),
    layers: z
      .array(layerRule, { error: 'a list of entries with match and budgets' })
      .max(200, { error: 'a list of at most 200 entries' })
      .optional(),
  },
  { error: mappingOr('a mapping with a path') },
);

export const configSchema = z
  .strictObject(
    {
      version: z.literal(1, { error: 'the number 1' }),
      models: z
        .array(modelRule, { error: 'a list of entries with a path' })
        .max(1000, { error: 'a list of at most 1000 entries' })
        .optional(),
      budgets: budgets(modelMetrics, sumLimits)
        .meta({ description: 'Limits on the sum over all models of the repository.' })
        .optional(),
      override: z
        .strictObject(
          {
            label: text(100, 'the name of a label').meta({
              description: 'A label on the pull request that turns exceeded into waived, and says so in the report.',
            }),
          },
          { error: mappingOr('a mapping with a label') },
        )
        .optional(),
    },
    { error: mappingOr('a mapping that starts with `version: 1`') },
  )
  .meta({
    title: 'Flopgate configuration',
    description: 'Models and budgets: .github/flopgate.yml. Every key is explained in docs/budgets.md.',
  });

export type RawConfig = z.infer<typeof configSchema>;

/** The schema as editors use it; draft 2020-12. */
export function publishedSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

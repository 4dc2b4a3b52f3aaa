/** A GitHub workflow as data: the keys and events we know, and no others (docs.github.com, "Workflow syntax"). */
import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? [given] : given));
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const concurrency = z.strictObject({
  group: z.string(),
  'cancel-in-progress': z.union([z.boolean(), z.string()]).optional(),
});

const step = z
  .strictObject({
    id: z.string().optional(),
    name: z.string().optional(),
    if: z.string().optional(),
    uses: z.string().optional(),
    with: z.record(z.string(), scalar).optional(),
    env: z.record(z.string(), scalar).optional(),
    run: z.string().optional(),
    'working-directory': z.string().optional(),
  })
  .refine(({ uses, run }) => (uses === undefined) !== (run === undefined), 'a step has either `uses` or `run`');

const matrix = z.union([z.string(), z.record(z.string(), z.array(z.union([scalar, z.record(z.string(), scalar)])))]);

const job = z.strictObject({
  name: z.string().optional(),
  needs: texts.default([]),
  if: z.string().optional(),
  'runs-on': z.enum(['ubuntu-latest', 'ubuntu-24.04']),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  outputs: z.record(z.string(), z.string()).default({}),
  'timeout-minutes': z.number().optional(),
  strategy: z.strictObject({ 'fail-fast': z.boolean().optional(), matrix }).optional(),
  steps: z.array(step).min(1),
});

const branches = { branches: texts.optional(), 'branches-ignore': texts.optional() };
const paths = { paths: texts.optional(), 'paths-ignore': texts.optional() };
const pullRequest = z.nullable(
  z.strictObject({
    types: z
      .array(
        z.enum([
          'opened',
          'synchronize',
          'reopened',
          'edited',
          'labeled',
          'unlabeled',
          'ready_for_review',
          'converted_to_draft',
        ]),
      )
      .optional(),
    ...branches,
    ...paths,
  }),
);

const events = z.strictObject({
  pull_request: pullRequest.optional(),
  pull_request_target: pullRequest.optional(),
  merge_group: z
    .nullable(z.strictObject({ types: z.array(z.literal('checks_requested')).optional(), ...branches }))
    .optional(),
  push: z
    .nullable(z.strictObject({ ...branches, ...paths, tags: texts.optional(), 'tags-ignore': texts.optional() }))
    .optional(),
  workflow_run: z
    .strictObject({
      workflows: z.array(z.string()).min(1),
      types: z.array(z.enum(['completed', 'requested', 'in_progress'])),
      ...branches,
    })
    .optional(),
  schedule: z.array(z.strictObject({ cron: z.string().regex(/^(?:[\d*/,-]+ ){4}[\d*/,-]+$/) })).optional(),
  workflow_dispatch: z.nullable(z.strictObject({})).optional(),
});

/** `on: push`, `on: [push, pull_request]` and the mapping are one. */
const trigger = z.preprocess((given) => {
  const names = typeof given === 'string' ? [given] : given;
  return Array.isArray(names) ? Object.fromEntries(names.map((name) => [name, null])) : given;
}, events);

const workflow = z.strictObject({
  name: z.string().optional(),
  on: trigger,
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  jobs: z.record(z.string().regex(/^[A-Za-z_][\w-]*$/), job),
});

export type Workflow = z.infer<typeof workflow>;
export type Job = z.infer<typeof job>;
export type Step = z.infer<typeof step>;
export type Events = z.infer<typeof events>;

/** Throws where it is none. */
export function readWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/** An `on:` alone. */
export function readTrigger(text: string): Events {
  return z.strictObject({ on: trigger }).parse(parse(text)).on;
}

/** Ours, by whatever name a forge knows it. */
export function isFlopgate({ uses = '' }: Step): boolean {
  return /^(?:https:\/\/github\.com\/)?flopgate\/flopgate@|^\.\/$/.test(uses);
}

/** One of a job's copies writes the comment: not when it only plans or measures, or is told not to. */
export function comments(step: Step): boolean {
  const { comment, plan, part } = step.with ?? {};
  return isFlopgate(step) && comment !== 'never' && plan === undefined && part === undefined;
}

export function isAction({ uses = '' }: Step, name: string): boolean {
  return uses.startsWith(`${name}@`) || uses.startsWith(`${name}/`);
}

/** Weights the model is given when it runs: no count of stored ones holds them, so they are said. */
import { isKnown, sizeOf, sum } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { isFloat } from '../model/dtype.ts';
import { type Problem, problem } from '../problem.ts';
import type { ReadonlyByValue } from './by-value.ts';
import { roleAt, type Use } from './roles.ts';
import { shapeOf, type Value } from './step.ts';

/** The names PyTorch gives what it trains. An export that leaves the values out lists them after the data. */
const trained = /[./](weight|bias|running_mean|running_var)$/;

/** A message names no more than one reads. */
const mostNamed = 5;

export function weightInputs(inputs: readonly Value[], uses: ReadonlyByValue<Use>): readonly Problem[] {
  const first = inputs.findIndex((input) => trained.test(input.name));
  const found = inputs.filter((input, i) => {
    const use = uses.get(input);
    return use !== undefined && (isAsked(use) || (first !== -1 && i >= first && looksStored(input)));
  });
  if (found.length === 0) return [];
  const names = found.slice(0, mostNamed).map((v) => `\`${v.name}\``);
  const more = found.length > mostNamed ? ['…'] : [];
  const elements = formatDim(sum(found.map((v) => sizeOf(shapeOf(v)))));
  return [problem('model/weight-inputs', { count: found.length, names: [...names, ...more].join(', '), elements })];
}

/** Floating point, and every extent a number. */
function looksStored(input: Value): boolean {
  const { dtype } = input;
  return dtype !== null && isFloat(dtype) && isKnown(sizeOf(shapeOf(input)));
}

/** Read where an operator asks for a weight. What is quantized and comes back as floating point may be the data. */
function isAsked({ entry, input }: Use): boolean {
  const does = entry?.step.does;
  if (does?.kind !== 'compute' || input === undefined) return false;
  const role = roleAt(does.operator, input);
  return role === 'weight' || role === 'statistic';
}

/** Weights the model is given when it runs: no count of stored ones holds them, so they are said. */
import { sizeOf, sum } from '../model/dim.ts';
import { formatDim } from '../model/dim-text.ts';
import { type Problem, problem } from '../problem.ts';
import { roleAt, type Use } from './roles.ts';
import { shapeOf, type Value } from './step.ts';

/** The names PyTorch gives what it trains, where an export leaves the values out. */
const trained = /[./](weight|bias|running_mean|running_var)$/;

/** A message names no more than one reads. */
const mostNamed = 5;

export function weightInputs(inputs: readonly Value[], uses: ReadonlyMap<Value, Use>): readonly Problem[] {
  const found = inputs.filter((input) => {
    const use = uses.get(input);
    return use !== undefined && (trained.test(input.name) || isAsked(use));
  });
  if (found.length === 0) return [];
  const names = found.slice(0, mostNamed).map((v) => `\`${v.name}\``);
  const more = found.length > mostNamed ? ['…'] : [];
  const elements = formatDim(sum(found.map((v) => sizeOf(shapeOf(v)))));
  return [problem('model/weight-inputs', { count: found.length, names: [...names, ...more].join(', '), elements })];
}

/** Read where an operator asks for a weight. What is quantized and comes back as floating point may be the data. */
function isAsked({ entry, input }: Use): boolean {
  const does = entry?.step.does;
  if (does?.kind !== 'compute' || input === undefined) return false;
  const role = roleAt(does.operator, input);
  return role === 'weight' || role === 'statistic';
}

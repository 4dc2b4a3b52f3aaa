/** The equation of an Einsum, such as `bqhd,bkhd->bhqk`. https://numpy.org/doc/stable/reference/generated/numpy.einsum.html */
import { add, type Dim, product, sub } from '../model/dim.ts';
import { broadcast } from './formulas.ts';
import { Mismatch, type Operand } from './operator.ts';

/** Labels of each operand and of the output; an ellipsis is spelled out as labels `…0`, `…1`, … from the last axis. */
interface Equation {
  readonly terms: readonly (readonly string[])[];
  readonly output: readonly string[];
  readonly extents: ReadonlyMap<string, Dim>;
}

/** More labels than any product of tensors has; bounds a hostile equation. */
const maxLabels = 256;

export function einsumShape(equation: string, operands: readonly Operand[]): readonly Dim[] {
  const { output, extents } = read(equation, operands);
  return output.map((label) => extents.get(label) ?? 1n);
}

/** Product of all label extents, pairwise from the left; none for one operand. */
export function einsumMacs(equation: string, operands: readonly Operand[]): Dim {
  const { terms, output, extents } = read(equation, operands);
  let macs: Dim = 0n;
  let held = new Set(terms[0]);
  for (let i = 1; i < terms.length; i++) {
    const joined = new Set([...held, ...(terms[i] ?? [])]);
    macs = add(macs, volume(joined, extents));
    const needed = new Set([...output, ...terms.slice(i + 1).flat()]);
    held = new Set([...joined].filter((label) => needed.has(label)));
  }
  return macs;
}

/** Additions of an equation with one operand. */
export function einsumSums(equation: string, operands: readonly Operand[]): Dim {
  if (operands.length !== 1) return 0n;
  const { terms, output, extents } = read(equation, operands);
  return sub(volume(new Set(terms[0]), extents), volume(new Set(output), extents));
}

function volume(labels: ReadonlySet<string>, extents: ReadonlyMap<string, Dim>): Dim {
  return product([...labels].map((label) => extents.get(label) ?? 1n));
}

function read(equation: string, operands: readonly Operand[]): Equation {
  const [left = '', right, more] = equation.replace(/\s/g, '').split('->');
  if (equation.length > 4 * maxLabels || more !== undefined)
    throw new Mismatch('the equation is not `labels,labels->labels`');
  const spelled = left.split(',');
  if (spelled.length !== operands.length)
    throw new Mismatch(`the equation has ${spelled.length} terms for ${operands.length} inputs`);
  const terms = operands.map((x, i) => spell(spelled[i] ?? '', x.rank, x.name));
  const extents = new Map<string, Dim>();
  terms.forEach((term, i) => {
    term.forEach((label, axis) => {
      const [extent = 1n] = broadcast([extents.get(label) ?? 1n], [operands[i]?.dim(axis) ?? 1n]);
      extents.set(label, extent);
    });
  });
  const output = right === undefined ? implied(terms) : stated(right, extents);
  return { terms, output, extents };
}

/** Labels of one term, one an axis. */
function spell(term: string, rank: number, name: string): readonly string[] {
  const [before = '', after, more] = term.split('...');
  const letters = [...before, ...(after ?? '')];
  const hidden = rank - letters.length;
  if (
    more !== undefined ||
    letters.some((c) => !/[A-Za-z]/.test(c)) ||
    hidden < 0 ||
    (after === undefined && hidden > 0)
  )
    throw new Mismatch(`the term \`${term}\` does not label the ${rank} axes of \`${name}\``);
  const ellipsis = Array.from({ length: hidden }, (_, i) => `…${hidden - 1 - i}`);
  return [...before, ...ellipsis, ...(after ?? '')];
}

function stated(right: string, extents: ReadonlyMap<string, Dim>): readonly string[] {
  const [before = '', after] = right.split('...');
  const labels = [...before, ...(after === undefined ? [] : ellipsisOf(extents.keys())), ...(after ?? '')];
  const stranger = labels.find((label) => !extents.has(label));
  if (stranger !== undefined) throw new Mismatch(`the output label \`${stranger}\` is in no input`);
  return labels;
}

/** Without an arrow: the ellipsis, then the labels that occur once, in alphabetical order. */
function implied(terms: readonly (readonly string[])[]): readonly string[] {
  const all = terms.flat();
  const counts = new Map<string, number>();
  for (const label of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  const once = [...counts].filter(([label, n]) => n === 1 && !label.startsWith('…')).map(([label]) => label);
  return [...ellipsisOf(counts.keys()), ...once.sort()];
}

function ellipsisOf(labels: Iterable<string>): readonly string[] {
  const hidden = [...labels].filter((label) => label.startsWith('…'));
  return hidden.sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
}

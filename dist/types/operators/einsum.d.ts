/** The equation of an Einsum, such as `bqhd,bkhd->bhqk`. https://numpy.org/doc/stable/reference/generated/numpy.einsum.html */
import { type Dim } from '../model/dim.ts';
import { type Operand } from './operator.ts';
export declare function einsumShape(equation: string, operands: readonly Operand[]): readonly Dim[];
/** Product of all label extents, pairwise from the left; none for one operand. */
export declare function einsumMacs(equation: string, operands: readonly Operand[]): Dim;
/** Additions of an equation with one operand. */
export declare function einsumSums(equation: string, operands: readonly Operand[]): Dim;

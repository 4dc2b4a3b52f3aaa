/**
 * MACs by what is multiplied with what: `int8×int8`, `float32×int4`. An operand counts with the type it is stored in
 * before DequantizeLinear, because that is how a runtime that fuses the pair multiplies, and how the weight is fetched.
 */
import { type Dim } from '../model/dim.ts';
import type { Entry } from './entries.ts';
import { type Layer } from './profile.ts';
/** First operand, then second, in the order of the operator's inputs. Sorted by name. */
export declare function macsByWidth(entries: readonly Entry[], layers: readonly Layer[]): ReadonlyMap<string, Dim>;

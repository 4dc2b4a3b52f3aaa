/** What a type alone tells of a value. */
import type { ValueType } from '../model/model.ts';
import type { Fact } from './operator.ts';
/** Recursion is over nesting, which the reader bounds. `name` is for the reason where the type is not ONNX's own. */
export declare function factOfType(type: ValueType, name: string): Fact;

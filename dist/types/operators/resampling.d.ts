import { type Operator } from './operator.ts';
/** Neighbours along each resized axis by mode; `nearest` moves elements and computes nothing. */
export declare const neighbours: Readonly<Record<string, number>>;
export declare function neighboursOf(mode: string): number;
export declare const coordinates: {
    coordinate_transformation_mode: import("./operator.ts").AttributeSpec<string>;
    cubic_coeff_a: import("./operator.ts").AttributeSpec<number>;
    exclude_outside: import("./operator.ts").AttributeSpec<bigint>;
    extrapolation_value: import("./operator.ts").AttributeSpec<number>;
    mode: import("./operator.ts").AttributeSpec<string>;
    nearest_mode: import("./operator.ts").AttributeSpec<string>;
};
export declare const resampling: readonly Operator[];

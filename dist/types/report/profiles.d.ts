import { type Layer, type Profile } from '../analysis/profile.ts';
import { type Dim } from '../model/dim.ts';
export declare function profilesTerminal(profiles: readonly Profile[], options?: {
    readonly color?: boolean;
}): string;
export declare function profilesMarkdown(profiles: readonly Profile[]): string;
/** `models/gpt2.onnx [decode]`: as budgets name it. */
export declare function titleOf({ model, scenario }: Profile): string;
type Work = 'macs' | 'flops';
/** What a layer's share is of: FLOPs where the convention has no MACs. */
export declare function workOf({ convention }: Profile): Work;
export declare function totalsOf({ totals }: Profile): {
    metric: "activationBytes" | "arenaBytes" | "buffers" | "constantBytes" | "flops" | "macs" | "parameters" | "peakBytes" | "peakFloorBytes" | "peakInplaceBytes" | "quantBytes" | "readBytes" | "weightBytes" | "writeBytes";
    name: string;
    dim: Dim;
    value: string;
    exact: string;
}[];
/** The digits behind a rounded number, and the reason behind an unknown one. */
export declare function exactText(dim: Dim): string;
export declare function coverageText({ coverage }: Profile): string;
export declare function labelOf(layer: Layer): string;
export declare function outputText({ outputs }: Layer): string;
/** Each layer's share of the model's work; absent where either is no number. */
export declare function sharesOf(profile: Profile): readonly (number | undefined)[];
export declare function heaviest(profile: Profile): {
    layer: Layer;
    share: number;
}[];
export declare function percent(share: number | undefined): string;
export {};

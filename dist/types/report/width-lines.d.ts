/** MACs by operand width: a line where not all are float32. */
import type { Profile } from '../analysis/profile.ts';
import type { ModelReport } from './report.ts';
import { type Phrase } from './words.ts';
export declare function widthsReport(base: Profile | null, head: Profile | null): Pick<ModelReport, 'macsByWidth'>;
/** "MACs by operand width: float32×float32 1.64 M, float32×int4 131 k." */
export declare function profileWidths(profile: Profile): readonly Phrase[];
/** The same of a model with two sides: base → head where they differ. */
export declare function widthLines({ macsByWidth }: ModelReport): readonly Phrase[];
/** What stands on each side, for a row of a table. */
export declare function widthCells({ macsByWidth }: ModelReport): readonly [Phrase, Phrase] | undefined;

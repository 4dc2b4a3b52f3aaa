import type { ModelReport } from './report.ts';
import type { Story } from './story.ts';
import { type Phrase } from './words.ts';
/** Blocks first, then what cancels, what only follows, and what the exporter did. */
export declare function storyLines(model: ModelReport, story: Story): readonly Phrase[];
/** "changed", "changed, was `old.onnx`", "renamed from `old.onnx`, and edited" */
export declare function statusPhrase({ status, path, basePath, pairedBy }: ModelReport): Phrase;
/** "127 layers differ: 119 added, 1 renamed · 114 unchanged." */
export declare function layersSentence({ layers, unchangedLayers }: ModelReport): string;
/** How many layers make up 90 %; where blocks say it already, nothing. */
export declare function shareSentence(model: ModelReport, story: Story): string;

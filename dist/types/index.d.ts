/**
 * Flopgate as a library: the corridor and its stages, without command line, git or GitHub. The names are pinned by
 * `test/index.test.ts`; adding is fine, renaming is a breaking change.
 */
export { type Inference, type InferOptions, infer } from './analysis/infer.ts';
export { profileModel } from './analysis/measure.ts';
export type { Cost, Coverage, Layer, NamedValue, Profile, Totals, WeightRef } from './analysis/profile.ts';
export { profileFromJson, profileToJson } from './analysis/profile-json.ts';
export type { Budget, Check, Config, JudgedModel, ModelRule, ModelStatus, Verdict } from './budget/budget.ts';
export { parseConfig } from './budget/config.ts';
export { judge } from './budget/judge.ts';
export { ruleFor } from './budget/rules.ts';
export { memorySource, type Source } from './bytes/source.ts';
export type { Convention, ConventionLabel } from './conventions/convention.ts';
export { conventionNamed } from './conventions/index.ts';
export { type ConventionName, conventionNames } from './conventions/names.ts';
export { count } from './count.ts';
export { compare } from './diff/compare.ts';
export type { Change, Delta, Diff, Kind, LayerRecord, Pair, Side } from './diff/diff.ts';
export { readModel, recognize } from './formats/index.ts';
export { type Case, gate, type Request } from './gate.ts';
export { fileSource } from './host/files.ts';
export { bind, type Dim, isKnown, isSymbolic, isUnknown, type Shape, symbol, unknown } from './model/dim.ts';
export { formatDim, formatShape, parseDim } from './model/dim-text.ts';
export type { DType } from './model/dtype.ts';
export type { Attribute, Graph, Model, Node, Tensor, ValueInfo } from './model/model.ts';
export { FlopgateError, type Place, type Problem, type ProblemCode, type Severity } from './problem.ts';
export { type Format, renderProfiles, renderReport } from './report/index.ts';
export type { Report } from './report/report.ts';
export { version } from './version.ts';

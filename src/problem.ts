/**
 * Every error, warning and notice Flopgate can utter. The thrower supplies the facts, this table the words: what is
 * wrong, why, and what to do. Codes are grouped by who can act on them.
 */
export type Severity = 'fatal' | 'warning' | 'notice';

export interface Place {
  readonly file?: string;
  /** Byte offset in the file. */
  readonly offset?: number;
  /** 1-based, in a text file. */
  readonly line?: number;
  readonly column?: number;
  /** Dotted key in a configuration file. */
  readonly key?: string;
  /** Name of the node, or `#index` when it has none. */
  readonly node?: string;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly at?: Place;
  readonly url?: string;
}

type Facts = Readonly<Record<string, string | number | bigint>>;
interface Wording {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** `{name}` in a sentence is replaced by the fact of that name. Keep rows sorted by group, and each row's facts plain. */
const table = {
  // usage/*: the person at the command line or in the workflow file
  'usage/bad-option': {
    severity: 'fatal',
    message: '{option}: {reason}.',
    help: 'Run `flopgate {command} --help` for the options and their forms.',
  },
  'usage/format-unavailable': {
    severity: 'fatal',
    message: 'The report format `{format}` is not available in this version.',
    help: 'Use one of: {formats}.',
  },

  // read/*: a file, a revision, a permission
  'read/missing': {
    severity: 'fatal',
    message: '{what} does not exist.',
    help: 'Check the path; relative paths start at the current folder.',
  },

  // format/*: whoever made the file
  'format/unrecognized': {
    severity: 'fatal',
    message: 'This is not a model file Flopgate can read: {reason}.',
    help: 'Flopgate reads ONNX (.onnx). If the file is a Git LFS pointer, fetch its content first.',
  },
  'format/damaged': {
    severity: 'fatal',
    message: 'The file is damaged at byte {offset}: {reason}.',
    help: 'Export or download the model again; the copy is truncated or corrupt.',
  },

  // model/*: whoever made the network
  'model/cycle': {
    severity: 'fatal',
    message: 'The graph is not acyclic: {path}.',
    help: 'ONNX graphs have no cycles; export the model again.',
  },

  // operator/* and shape/*: what the analysis could not know
  'operator/unknown': {
    severity: 'warning',
    message: '{operator} is not an operator Flopgate knows ({count} in this model); its outputs and costs are unknown.',
    help: 'The totals say what is missing. Set a budget on `coverage` to fail on it, or report the operator to Flopgate.',
  },
  'shape/mismatch': {
    severity: 'warning',
    message: '`{tensor}` is declared {declared} in the file, but inference gives {inferred}.',
    help: 'The inferred shape is used. Re-export the model, or bind its inputs with --input.',
  },
  'shape/invalid': {
    severity: 'warning',
    message: '{operator}: {reason}.',
    help: 'The outputs of this node are unknown. Check the shape given for the inputs.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type ProblemCode = keyof typeof table;

type Named<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
/** The facts a code's sentences name. */
export type FactsOf<C extends ProblemCode> = Readonly<
  Record<Named<(typeof table)[C]['message']> | Named<(typeof table)[C]['help']>, string | number | bigint>
>;

export function problem<C extends ProblemCode>(code: C, facts: FactsOf<C>, at?: Place): Problem {
  const row: Wording = table[code];
  return {
    code,
    severity: row.severity,
    message: fill(row.message, facts),
    help: fill(row.help, facts),
    ...(at !== undefined && { at }),
  };
}

/** Thrown to abandon a file or a whole request; caught only in `gate.ts` (a file) and in the two faces (a request). */
export class FlopgateError extends Error {
  override readonly name = 'FlopgateError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** Abandons the current file or request with one problem. */
export function fail<C extends ProblemCode>(code: C, facts: FactsOf<C>, at?: Place, options?: ErrorOptions): never {
  throw new FlopgateError(problem(code, facts, at), options);
}

/** Ends a switch over a closed union. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}

function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** argv → what was asked for, or one problem that says what is wrong with it. */
import { parseArgs } from 'node:util';
import type { Scenario } from '../budget/budget.ts';
import { suggestion } from '../budget/suggest.ts';
import { type ConventionName, conventionNames, isConventionName } from '../conventions/names.ts';
import { readShare, type Share } from '../host/share.ts';
import { type Dim, isUnknown, type Shape } from '../model/dim.ts';
import { parseDim } from '../model/dim-text.ts';
import { fail } from '../problem.ts';
import { type CommandName, commandNames, commands, isCommandName, isOptionName, options } from './commands.ts';

const formats = ['table', 'markdown', 'json', 'csv', 'html'] as const;
/** Pairs of two models, for another program; only a diff has them. */
const pairFormat = 'model-explorer-map';
export type Format = (typeof formats)[number] | typeof pairFormat;

/** Options that take a value, as typed; the repeatable ones and switches stand apart. */
export interface Arguments {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly inputs: ReadonlyMap<string, Shape>;
  readonly bind: ReadonlyMap<string, bigint>;
  readonly scenarios: readonly Scenario[];
  readonly format: Format;
  readonly convention: ConventionName;
  readonly output?: string;
  readonly config?: string;
  readonly base?: string;
  readonly head?: string;
  readonly staged: boolean;
  readonly repo?: string;
  /** Folder of results. */
  readonly cache?: string;
  readonly part?: Share;
  readonly parts: number;
  readonly pairs: boolean;
  readonly force: boolean;
  readonly noColor: boolean;
}

/** Help is asked for: of a command, or of all. */
export interface HelpWanted {
  readonly help: CommandName | 'general';
}

export interface VersionWanted {
  readonly version: true;
}

/** Throws `usage/*`. */
export function parseArguments(argv: readonly string[]): Arguments | HelpWanted | VersionWanted {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return { help: 'general' };
  if (first === '--version' || first === '-V') return { version: true };
  if (first === 'help') return { help: rest[0] === undefined ? 'general' : commandNamed(rest[0]) };
  const command = commandNamed(first);
  if (rest.includes('--help') || rest.includes('-h')) return { help: command };
  if (rest.includes('--version')) return { version: true };
  const given = tokenize(command, rest);
  checkOperands(command, given.operands);
  const { inputs, bind } = given;
  const text = (
    name: 'output' | 'config' | 'base' | 'head' | 'repo' | 'cache',
  ): Partial<Record<typeof name, string>> => {
    const value = given.values.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    command,
    operands: given.operands,
    inputs: readPairs(command, 'input', inputs, shapeOf),
    bind: readPairs(command, 'bind', bind, extentOf),
    scenarios: readScenarios(command, given.scenarios),
    format: formatNamed(command, given.values.get('format') ?? 'table'),
    convention: conventionNamed(given.values.get('as') ?? 'flopgate'),
    ...text('output'),
    ...text('config'),
    ...text('base'),
    ...text('head'),
    ...text('repo'),
    ...text('cache'),
    ...partOf(command, given.values),
    parts: partsOf(command, given.values.get('parts') ?? '8'),
    staged: stagedOf(command, given),
    pairs: given.switches.has('pairs'),
    force: given.switches.has('force'),
    noColor: given.switches.has('no-color'),
  };
}

interface Given {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly inputs: readonly string[];
  readonly bind: readonly string[];
  readonly scenarios: readonly string[];
}

function commandNamed(name: string): CommandName {
  if (isCommandName(name)) return name;
  const known = commandNames.join(', ');
  return fail('usage/unknown-command', { command: name, suggestion: suggestion(name, commandNames), known });
}

/** Lenient parsing by node, so that the words of every refusal are ours. */
function tokenize(command: CommandName, args: readonly string[]): Given {
  const allowed = commands[command].options;
  const config = Object.fromEntries(
    allowed.map((name) => [
      name,
      { type: options[name].value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const repeated = { input: [] as string[], bind: [] as string[], scenario: [] as string[] };
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOptionName(name) || !allowed.includes(name)) unknownOption(command, rawName);
    if (options[name].value === undefined) {
      if (value !== undefined)
        fail('usage/bad-option', { command, option: rawName, reason: 'it is a switch and takes no value' });
      switches.add(name);
    } else {
      if (value === undefined || value === '' || (token.inlineValue === false && value.startsWith('--')))
        fail('usage/bad-option', { command, option: rawName, reason: `it needs a value, ${options[name].value}` });
      if (name === 'input' || name === 'bind' || name === 'scenario') repeated[name].push(value);
      else if (values.has(name)) fail('usage/bad-option', { command, option: rawName, reason: 'it is given twice' });
      else values.set(name, value);
    }
  }
  return { operands, values, switches, inputs: repeated.input, bind: repeated.bind, scenarios: repeated.scenario };
}

function unknownOption(command: CommandName, option: string): never {
  const known = commands[command].options.map((name) => `--${name}`);
  fail('usage/unknown-option', { command, option, suggestion: suggestion(option, known), known: known.join(', ') });
}

function checkOperands(command: CommandName, { length }: readonly string[]): void {
  const { least, most, operands, usage } = commands[command];
  if (length >= least && length <= most) return;
  const found = length === 0 ? 'none was' : length === 1 ? 'one was' : `${length} were`;
  fail('usage/operands', { command, expected: operands, found, usage });
}

function conventionNamed(name: string): ConventionName {
  if (isConventionName(name)) return name;
  const similar = suggestion(name, conventionNames);
  return fail('usage/unknown-convention', {
    convention: name,
    suggestion: similar,
    available: conventionNames.join(', '),
  });
}

function formatNamed(command: CommandName, name: string): Format {
  const known = formats.find((format) => format === name);
  if (known !== undefined) return known;
  if (name === pairFormat && command === 'diff') return name;
  const reason = `\`${name}\` is not a format${suggestion(name, formats)}; the formats are ${formats.join(', ')}`;
  return fail('usage/bad-option', { command, option: '--format', reason });
}

/** `2/5`; a part goes to a file, for it is not for reading. */
function partOf(command: CommandName, values: ReadonlyMap<string, string>): { readonly part?: Share } {
  const text = values.get('part');
  if (text === undefined) return {};
  const refuse = (reason: string): never => fail('usage/bad-option', { command, option: '--part', reason });
  const part = readShare(text);
  if (part === undefined) return refuse(`\`${text}\` is not of the form 2/5`);
  return values.has('output') ? { part } : refuse('it needs --output, the file the part is written to');
}

function stagedOf(command: CommandName, { switches, values }: Given): boolean {
  const staged = switches.has('staged');
  if (staged && values.has('head')) {
    fail('usage/bad-option', { command, option: '--staged', reason: 'it is the head, so --head says nothing more' });
  }
  return staged;
}

function partsOf(command: CommandName, text: string): number {
  const parts = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (parts >= 1 && parts <= 256) return parts;
  const reason = `\`${text}\` is not a number from 1 to 256`;
  return fail('usage/bad-option', { command, option: '--parts', reason });
}

/** `NAME=VALUE`, cut at the last `=`: tensor names may hold one, extents cannot. */
function readPairs<T>(
  command: CommandName,
  option: 'input' | 'bind' | 'scenario',
  pairs: readonly string[],
  read: (text: string) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const pair of pairs) {
    const cut = pair.lastIndexOf('=');
    const name = pair.slice(0, Math.max(cut, 0));
    const value = cut > 0 ? read(pair.slice(cut + 1)) : undefined;
    const wanted = option === 'input' ? 'NAME=1,3,224,224' : 'SYMBOL=8';
    if (value === undefined)
      return fail('usage/bad-option', {
        command,
        option: `--${option}`,
        reason: `\`${pair}\` is not of the form ${wanted}`,
      });
    if (found.has(name))
      return fail('usage/bad-option', { command, option: `--${option}`, reason: `\`${name}\` is given twice` });
    found.set(name, value);
  }
  return found;
}

/** `decode:batch=1,seq=1` */
function readScenarios(command: CommandName, texts: readonly string[]): readonly Scenario[] {
  const names = new Set<string>();
  return texts.map((text): Scenario => {
    const refuse = (reason: string): never => fail('usage/bad-option', { command, option: '--scenario', reason });
    const [, name, pairs] = /^([A-Za-z0-9][A-Za-z0-9 _.-]{0,39}):(.*)$/s.exec(text) ?? [];
    if (name === undefined || pairs === undefined) return refuse(`\`${text}\` is not of the form NAME:SYMBOL=8,…`);
    if (names.has(name)) return refuse(`\`${name}\` is given twice`);
    names.add(name);
    const bindings = pairs.split(',').filter((pair) => pair !== '');
    return { name, inputs: new Map(), bind: readPairs(command, 'scenario', bindings, extentOf) };
  });
}

/** Nothing after the `=` is the shape of a scalar. */
function shapeOf(text: string): Shape | undefined {
  if (text.trim() === '') return [];
  const extents: Dim[] = [];
  for (const part of text.split(',')) {
    const extent = parseDim(part.trim());
    if (extent === undefined || isUnknown(extent) || (typeof extent === 'bigint' && !isExtent(extent)))
      return undefined;
    extents.push(extent);
  }
  return extents;
}

function extentOf(text: string): bigint | undefined {
  const extent = /^\d{1,19}$/.test(text.trim()) ? BigInt(text.trim()) : undefined;
  return extent !== undefined && isExtent(extent) ? extent : undefined;
}

/** What an int64 extent of a model file can hold. */
function isExtent(extent: bigint): boolean {
  return extent >= 0n && extent < 1n << 63n;
}

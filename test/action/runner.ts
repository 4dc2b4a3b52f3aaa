/**
 * Starts the action as the runner starts it, and reads what it left as the runner reads it. Written from actions/runner
 * 2.336.0: ScriptHandler/NodeScriptActionHandler.cs (process), ActionCommand.cs (both command grammars),
 * FileCommandManager.cs (output files and limits).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export interface Job {
  /** Everything is below it: workspace, temp folder, event file. */
  readonly folder: string;
  readonly workspace: string;
  readonly event: string;
  readonly payload: unknown;
  readonly sha: string;
  readonly ref: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Run the source, not the build; its coverage is then measured with that of the tests. */
  readonly source?: boolean;
}

export interface Outcome {
  readonly code: number;
  /** stdout and stderr, as they came. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly commands: readonly Command[];
  readonly temp: string;
}

export interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/** What `${{ github.token }}` stands for in a test. */
export const jobToken = 'token-of-this-job';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What `action.yml` declares, with its defaults: the runner sets a variable for every declared input. */
const declared: ReadonlyMap<string, string> = readDefaults();

function readDefaults(): ReadonlyMap<string, string> {
  const manifest: { inputs: Record<string, { default?: string }> } = parse(
    readFileSync(join(root, 'action.yml'), 'utf8'),
  );
  const inputs = Object.entries(manifest.inputs);
  return new Map(inputs.map(([name, input]) => [name, (input.default ?? '').replace(/^\$.*github.token.*/, jobToken)]));
}

/**
 * The built action where there is one, else its source, which Node runs as it stands. FLOPGATE_ACTION names another
 * build, and FLOPGATE_NODE another Node to run it: the tests themselves need 24, the action starts on 20 too.
 */
function actionFile(source: boolean): string {
  const entry = join(root, 'src', 'action', 'entry.ts');
  if (source) return entry;
  const given = process.env.FLOPGATE_ACTION ?? '';
  if (given !== '') return given;
  const built = join(root, 'dist', 'action.js');
  return existsSync(built) ? built : entry;
}

export async function runAction(job: Job): Promise<Outcome> {
  const temp = join(job.folder, 'temp');
  const commandFiles = join(temp, '_runner_file_commands');
  mkdirSync(commandFiles, { recursive: true });
  const eventPath = join(job.folder, 'event.json');
  writeFileSync(eventPath, JSON.stringify(job.payload));
  const files = { output: join(commandFiles, 'set_output_1'), summary: join(commandFiles, 'step_summary_1') };
  for (const path of Object.values(files)) writeFileSync(path, '');
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: job.folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__flopgate',
    GITHUB_API_URL: job.apiUrl,
    GITHUB_SERVER_URL: job.serverUrl,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_EVENT_NAME: job.event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_SHA: job.sha,
    GITHUB_REF: job.ref,
    GITHUB_WORKSPACE: job.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_RUN_ID: '99',
    RUNNER_TEMP: temp,
    ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
    ...job.env,
  };
  for (const [name, value] of new Map([...declared, ...Object.entries(job.inputs ?? {})])) {
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  const { code, log } = await start(job, env);
  const commands = log.split(/\r\n|\n|\r/).flatMap(parseCommand);
  return {
    code,
    log,
    outputs: parseFile(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
    commands,
    temp,
  };
}

function start(
  { workspace, source = false }: Job,
  given: Record<string, string>,
): Promise<{ code: number; log: string }> {
  const node = source ? process.execPath : process.env.FLOPGATE_NODE || process.execPath;
  const coverage = process.env.NODE_V8_COVERAGE;
  const env = { ...given, ...(source && coverage !== undefined && { NODE_V8_COVERAGE: coverage }) };
  return new Promise((resolve, reject) => {
    const child = spawn(node, [actionFile(source)], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, log }));
  });
}

/** The names ActionCommandManager registers. */
const registered = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** A command of either grammar in one line, or none. */
export function parseCommand(line: string): readonly Command[] {
  const trimmed = line.trim();
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2);
    const command = end < 0 ? undefined : commandOf(trimmed.slice(2, end), trimmed.slice(end + 2), ',');
    if (command !== undefined) return [command];
  }
  const old = line.indexOf('##[');
  const close = line.indexOf(']', old);
  if (old < 0 || close < 0) return [];
  const command = commandOf(line.slice(old + 3, close), line.slice(close + 1), ';');
  return command === undefined ? [] : [command];
}

function commandOf(head: string, data: string, separator: string): Command | undefined {
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!registered.has(name)) return undefined;
  const pairs = (space < 0 ? '' : head.slice(space + 1)).split(separator).filter((part) => part.includes('='));
  const properties = new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescapeText(pair.slice(pair.indexOf('=') + 1))]),
  );
  return { name, properties, data: unescapeText(data) };
}

function unescapeText(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** `name=value`, or `name<<DELIMITER` … `DELIMITER`, as the runner reads GITHUB_OUTPUT; throws where it would. */
export function parseFile(content: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lines = content.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      found.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
    found.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'));
    at = end;
  }
  return found;
}

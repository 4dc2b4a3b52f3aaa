/**
 * One way to start git: an argument list, never a shell; an environment we wrote, never the one we were given. Hooks,
 * filters, prompts, credential helpers, replace refs, lazy downloads and the user's own configuration are all off.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fail } from '../problem.ts';

export interface GitCall {
  /** Always given: discovery by folder could meet a hostile `.git` inside the tree (git(1), "SECURITY"). */
  readonly gitDir: string;
  /** Extra configuration, through the environment: nothing secret reaches the argument list or the disk. */
  readonly config?: readonly (readonly [key: string, value: string])[];
  readonly input?: string;
  /** A file descriptor that takes stdout instead of memory. */
  readonly into?: number;
  /** The one protocol this call may use; none when absent, so that nothing is downloaded unseen. */
  readonly protocol?: string;
  /** The index to work on; git may write it. */
  readonly index?: string;
  /** Where objects are read and written instead of in `gitDir`, what it borrows from included. */
  readonly objects?: string;
  /** Instead of the usual limit of time. */
  readonly seconds?: number;
}

export interface GitResult {
  readonly ok: boolean;
  readonly stdout: Buffer;
  /** Last lines of stderr on one line, for messages. */
  readonly reason: string;
}

/** A list of a million paths is about 100 MB; a tree that lists more than this was made to (a tree of trees of trees). */
const maxOutput = 1 << 28;

/** For one call: reading what is here, and travelling over a network. A job waits at somebody's expense. */
const localSeconds = 300;
const remoteSeconds = 900;

/**
 * Where git is started. Not where we were: that is the working tree, and Windows looks for programs there first. All
 * paths we give are absolute.
 */
const cwd = dirname(process.execPath);

/** Variables git or its transport needs from outside: where programs are, proxies, certificates, a temp folder. */
const inherited = [
  'PATH',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
];

/** Holds for every call, whatever the repository says. */
const alwaysConfig: readonly (readonly [string, string])[] = [
  ['safe.directory', '*'],
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['protocol.version', '2'],
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '60'],
  // Never tell a server what the borrowed clone has: from a shallow one it would infer ancestors that are not there,
  // and leave out the very base we ask for.
  ['fetch.negotiationAlgorithm', 'noop'],
  ['core.alternateRefsPrefixes', 'refs/none/'],
  // Unpacked one by one, objects the borrowed clone has too would get a new time there.
  ['fetch.unpackLimit', '1'],
  ['init.defaultBranch', 'main'],
];

const nowhere = process.platform === 'win32' ? 'NUL' : '/dev/null';

const fixed: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: nowhere,
  GIT_ATTR_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: nowhere,
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

/** Runs git on what is here and waits. */
export function git(args: readonly string[], call: GitCall): GitResult {
  const seconds = call.seconds ?? localSeconds;
  const done = spawnSync('git', [`--git-dir=${call.gitDir}`, ...args], {
    env: environment(call),
    cwd,
    maxBuffer: maxOutput,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    windowsHide: true,
    ...(call.input !== undefined && { input: call.input }),
    stdio: [call.input === undefined ? 'ignore' : 'pipe', call.into ?? 'pipe', 'pipe'],
  });
  if (done.error !== undefined) return gone(done.error, args, seconds);
  return { ok: done.status === 0, stdout: done.stdout ?? Buffer.alloc(0), reason: lastWords(done.stderr) };
}

/** The same without blocking: for what travels over a network. */
export function gitRemote(args: readonly string[], call: GitCall): Promise<GitResult> {
  const seconds = call.seconds ?? remoteSeconds;
  return new Promise((resolve, reject) => {
    // A group of its own, so that the helpers git starts end with it.
    const child = spawn('git', [`--git-dir=${call.gitDir}`, ...args], {
      env: environment(call),
      cwd,
      windowsHide: true,
      detached: process.platform !== 'win32',
    });
    const out: Buffer[] = [];
    let size = 0;
    let errors = '';
    let ended = '';
    const end = (why: string) => {
      ended ||= why;
      endGroup(child);
    };
    const clock = setTimeout(() => end(`it did not end within ${seconds} seconds`), seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutput) end(`it said more than ${maxOutput / 2 ** 20} MiB`);
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-4096);
    });
    child.on('error', (error) => {
      clearTimeout(clock);
      try {
        gone(error, args, seconds);
      } catch (problem) {
        reject(problem);
      }
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      const reason = ended === '' ? lastWords(Buffer.from(errors)) : ended;
      resolve({ ok: code === 0 && ended === '', stdout: Buffer.concat(out), reason });
    });
    // A child that ends early closes its stdin; what it said on stderr is the message, not the broken pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(call.input ?? '');
  });
}

function endGroup(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** Configuration through the environment exists since 2.31; an older git would silently drop all of the above. */
export function requireGit(): void {
  const seconds = 60;
  const limits = { cwd, timeout: seconds * 1000, windowsHide: true };
  const done = spawnSync('git', ['version'], { env: environment({ gitDir: '' }), ...limits });
  if (done.error !== undefined) gone(done.error, ['version'], seconds);
  const text = done.stdout.toString('utf8').trim();
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const number = Number(major) * 1000 + Number(minor);
  if (number < 2031) fail('read/git-missing', { reason: `\`${text}\` is older than 2.31` });
}

function environment(call: GitCall): Record<string, string> {
  // Counts above all configuration, that of the borrowed clone included (git(1)). Windows knows no empty variable.
  const env: Record<string, string> = { ...fixed, GIT_ALLOW_PROTOCOL: call.protocol ?? 'none' };
  if (call.index !== undefined) env.GIT_INDEX_FILE = call.index;
  if (call.objects !== undefined) env.GIT_OBJECT_DIRECTORY = call.objects;
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const config = [...alwaysConfig, ...(call.config ?? [])];
  env.GIT_CONFIG_COUNT = String(config.length);
  for (const [i, [key, value]] of config.entries()) {
    env[`GIT_CONFIG_KEY_${i}`] = key;
    env[`GIT_CONFIG_VALUE_${i}`] = value;
  }
  return env;
}

function gone(error: Error, [command = '']: readonly string[], seconds: number): never {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') fail('read/git-missing', { reason: 'there is no `git` on the PATH' });
  const task = `run \`git ${command}\``;
  if (code === 'ETIMEDOUT') fail('read/git-failed', { task, reason: `it did not end within ${seconds} seconds` });
  if (code === 'ENOBUFS') fail('read/git-failed', { task, reason: `it said more than ${maxOutput / 2 ** 20} MiB` });
  return fail('read/git-missing', { reason: error.message });
}

function lastWords(stderr: Buffer): string {
  const lines = stderr.toString('utf8').split(/[\r\n]+/);
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  return said.slice(-3).join('; ').slice(0, 500) || 'no reason given';
}

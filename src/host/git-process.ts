/**
 * One way to start git: an argument list, never a shell; an environment we wrote, never the one we were given. Hooks,
 * filters, prompts, credential helpers, replace refs, lazy downloads and the user's own configuration are all off.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fail } from '../problem.ts';

export interface GitCall {
  /** Always given: discovery by folder could meet a hostile `.git` inside the tree (git(1), "SECURITY"). */
  readonly gitDir: string;
  /** Extra configuration, through the environment: nothing secret reaches the argument list or the disk. */
  readonly config?: readonly (readonly [key: string, value: string])[];
  readonly input?: string;
  /** A file descriptor that takes stdout instead of memory. */
  readonly into?: number;
}

export interface GitResult {
  readonly ok: boolean;
  readonly stdout: Buffer;
  /** Last lines of stderr on one line, for messages. */
  readonly reason: string;
}

/** A list of a million paths is about 100 MB; more than this is not a repository we can hold. */
const maxOutput = 1 << 30;

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
  ['protocol.allow', 'never'],
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '60'],
  // Never tell a server what the borrowed clone has: from a shallow one it would infer ancestors that are not there,
  // and leave out the very base we ask for.
  ['fetch.negotiationAlgorithm', 'noop'],
  ['core.alternateRefsPrefixes', 'refs/none/'],
  ['init.defaultBranch', 'main'],
];

const fixed: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

/** Runs git on what is here and waits. */
export function git(args: readonly string[], call: GitCall): GitResult {
  const done = spawnSync('git', [`--git-dir=${call.gitDir}`, ...args], {
    env: environment(call),
    maxBuffer: maxOutput,
    windowsHide: true,
    ...(call.input !== undefined && { input: call.input }),
    stdio: [call.input === undefined ? 'ignore' : 'pipe', call.into ?? 'pipe', 'pipe'],
  });
  if (done.error !== undefined) return gone(done.error);
  return { ok: done.status === 0, stdout: done.stdout ?? Buffer.alloc(0), reason: lastWords(done.stderr) };
}

/** The same without blocking: for what travels over a network. */
export function gitRemote(args: readonly string[], call: GitCall): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [`--git-dir=${call.gitDir}`, ...args], { env: environment(call), windowsHide: true });
    const out: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-4096);
    });
    child.on('error', (error) => {
      try {
        gone(error);
      } catch (problem) {
        reject(problem);
      }
    });
    child.on('close', (code) =>
      resolve({ ok: code === 0, stdout: Buffer.concat(out), reason: lastWords(Buffer.from(errors)) }),
    );
    // A child that ends early closes its stdin; what it said on stderr is the message, not the broken pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(call.input ?? '');
  });
}

/** Configuration through the environment exists since 2.31; an older git would silently drop all of the above. */
export function requireGit(): void {
  const done = spawnSync('git', ['version'], { env: environment({ gitDir: '' }), windowsHide: true });
  if (done.error !== undefined) gone(done.error);
  const text = done.stdout.toString('utf8').trim();
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const number = Number(major) * 1000 + Number(minor);
  if (number < 2031) fail('read/git-missing', { reason: `\`${text}\` is older than 2.31` });
}

function environment(call: GitCall): Record<string, string> {
  const env: Record<string, string> = { ...fixed };
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

function gone(error: Error): never {
  const missing = 'code' in error && error.code === 'ENOENT';
  return fail('read/git-missing', { reason: missing ? 'there is no `git` on the PATH' : error.message });
}

function lastWords(stderr: Buffer): string {
  const lines = stderr.toString('utf8').split(/[\r\n]+/);
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  return said.slice(-3).join('; ').slice(0, 500) || 'no reason given';
}

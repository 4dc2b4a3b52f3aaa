/**
 * Requests to a Git LFS server and to the storage it points at. Redirects are followed by hand, a credential stays with
 * the origin it was given for, and every answer has a deadline, every wait a bound.
 */
import { BlockList, isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, LfsFailure, quote } from './lfs-failure.ts';

export interface HttpLimits {
  /** Until the answer begins. */
  readonly requestSeconds: number;
  /** Between two pieces of an answer. */
  readonly idleSeconds: number;
  /** Bytes a second that an answer must bring on the average once `idleSeconds` have passed. */
  readonly slowest: number;
  /** Of one request, redirects apart. */
  readonly tries: number;
  /** Before the second try; doubled for each one after it. */
  readonly retrySeconds: number;
  /** A server that asks for a longer pause is given up: a job waits at somebody's expense. */
  readonly longestPauseSeconds: number;
}

export interface HttpRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where the server itself is: the one host that may be private, and whose scheme says whether http will do. */
  readonly server: URL;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body piece by piece; throws LfsFailure where it breaks off. Whoever leaves the loop gives up the rest. */
  pieces(): AsyncGenerator<Uint8Array, void>;
  /** All of it as text; what is beyond `limit` bytes is left unread. */
  text(limit: number): Promise<string>;
  /** Gives the body up. */
  drop(): void;
}

export interface Http {
  /** Asks again after faults of server and network. Every other status is the caller's to judge. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /** Requests sent, redirects and repetitions included. */
  readonly requests: number;
  close(): void;
}

export type Fetch = typeof globalThis.fetch;

const mostRedirects = 5;
/** Requests in a row that a host failed, each after all its tries; then it is not asked again in this run. */
const mostFailures = 3;
/** Of an error's body: enough for its message. */
const errorBytes = 16 * 1024;

export function openHttp(fetcher: Fetch, userAgent: string, limits: HttpLimits): Http {
  const closing = new AbortController();
  const failed = new Map<string, number>();
  let requests = 0;

  /** One request and its redirects. Throws what fetch throws, and LfsFailure for a redirect we do not follow. */
  async function follow({ url, method, headers, body, server }: HttpRequest): Promise<HttpAnswer> {
    let to = url;
    let sent = headers;
    for (let hops = 0; ; hops++) {
      refuseUnsafe(to, server);
      const answer = await once(to, { method, headers: { ...sent, 'user-agent': userAgent }, ...(body && { body }) });
      const location = answer.headers.get('location');
      if (!redirects.has(answer.status) || location === null) return answer;
      answer.drop();
      if (hops === mostRedirects) throw new LfsFailure('unsafe', `more than ${mostRedirects} redirects`);
      const next = URL.canParse(location, to.href) ? new URL(location, to) : undefined;
      if (next === undefined) throw new LfsFailure('unsafe', `a redirect to \`${quote(location)}\``);
      if (to.protocol === 'https:' && next.protocol !== 'https:')
        throw new LfsFailure('unsafe', `a redirect from https to \`${next.protocol}//${next.host}\``);
      if (next.origin !== to.origin) sent = withoutCredentials(sent);
      to = next;
    }
  }

  async function once(url: URL, init: RequestInit): Promise<HttpAnswer> {
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, closing.signal]);
    const late = (seconds: number, what: string) =>
      setTimeout(() => abort.abort(new LfsFailure('unavailable', `${what} for ${seconds} s`)), seconds * 1000);
    const deadline = late(limits.requestSeconds, `${url.host} did not answer`);
    requests++;
    try {
      const response = await fetcher(url.href, { ...init, redirect: 'manual', signal });
      return answerOf(response, url, abort, limits, () => late(limits.idleSeconds, `${url.host} sent nothing`));
    } catch (error) {
      throw asFailure(error, url);
    } finally {
      clearTimeout(deadline);
    }
  }

  async function attemptOnce(request: HttpRequest): Promise<HttpAnswer | Fault> {
    try {
      const answer = await follow(request);
      if (!worthAnotherTry(answer.status)) return answer;
      const pause = retryAfter(answer.headers);
      const failure = failureOf(answer.status, messageOf(await answer.text(errorBytes)));
      return { failure, ...(pause !== undefined && { pause }) };
    } catch (error) {
      const failure = asFailure(error, request.url);
      if (failure.reason !== 'unavailable') throw failure;
      return { failure };
    }
  }

  return {
    get requests() {
      return requests;
    },
    close: () => closing.abort(new LfsFailure('unavailable', 'the run is over')),
    ask: async (request) => {
      const { host } = request.url;
      const before = failed.get(host) ?? 0;
      if (before >= mostFailures) throw new LfsFailure('unavailable', `${host} failed ${before} times in a row`);
      for (let attempt = 1; ; attempt++) {
        const answer = await attemptOnce(request);
        if (!('failure' in answer)) {
          failed.delete(host);
          return answer;
        }
        if (attempt === limits.tries) failed.set(host, before + 1);
        const { failure, pause = limits.retrySeconds * 2 ** (attempt - 1) } = answer;
        if (attempt >= limits.tries || closing.signal.aborted || failure.reason === 'quota') throw failure;
        if (pause > limits.longestPauseSeconds)
          throw new LfsFailure('limited', `${failure.message}, and asks for a pause of ${Math.ceil(pause)} s`);
        await sleep(pause * 1000, undefined, { signal: closing.signal }).catch(() => {
          throw failure;
        });
      }
    },
  };
}

interface Fault {
  readonly failure: LfsFailure;
  /** Seconds the server asks for. */
  readonly pause?: number;
}

const redirects = new Set([301, 302, 307, 308]);

function worthAnotherTry(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501);
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

function answerOf(
  response: Response,
  url: URL,
  abort: AbortController,
  { idleSeconds, slowest }: HttpLimits,
  startIdle: () => NodeJS.Timeout,
): HttpAnswer {
  const { status, headers, body } = response;
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    if (body === null) return;
    const reader = body.getReader();
    const begun = performance.now();
    let length = 0;
    try {
      for (;;) {
        const idle = startIdle();
        const { done, value } = await reader.read().finally(() => clearTimeout(idle));
        if (done) return;
        length += value.length;
        const seconds = (performance.now() - begun) / 1000;
        if (seconds > idleSeconds && length < seconds * slowest)
          throw new LfsFailure('unavailable', `${url.host} sent less than ${slowest} bytes a second`);
        yield value;
      }
    } catch (error) {
      throw new LfsFailure('broken off', asFailure(error, url).message);
    } finally {
      // What is left of a body nobody reads would otherwise keep its connection.
      await reader.cancel().catch(() => {});
    }
  }
  return {
    status,
    headers,
    pieces,
    text: async (limit) => {
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const piece of pieces()) {
        parts.push(piece);
        length += piece.length;
        if (length >= limit) break;
      }
      return Buffer.concat(parts).subarray(0, limit).toString('utf8');
    },
    drop: () => abort.abort(),
  };
}

/** The words of an LFS error, or of whatever page came instead; none where there are none. */
export function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const found = typeof parsed === 'object' && parsed !== null && 'message' in parsed ? parsed.message : '';
    return typeof found === 'string' ? found : '';
  } catch {
    // S3's errors are XML with one <Message>; any other page says nothing that is worth a line.
    return /<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? '';
  }
}

/** What fetch throws says why only in its cause. */
function asFailure(error: unknown, url: URL): LfsFailure {
  if (error instanceof LfsFailure) return error;
  if (!(error instanceof Error)) throw error;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return new LfsFailure('unavailable', `${url.host} cannot be reached (${quote(code)})`);
}

const credentials = /^(?:authorization|proxy-authorization|cookie)$/i;

function withoutCredentials(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.test(name)));
}

/** An address inside somebody's network, such as a cloud's metadata service, is for none but the server itself. */
export function refuseUnsafe(url: URL, server: URL): void {
  const where = `\`${quote(`${url.protocol}//${url.host}`)}\``;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && server.protocol === 'http:'))
    throw new LfsFailure('unsafe', `a link to ${where}, which is not https`);
  if (url.username !== '' || url.password !== '') throw new LfsFailure('unsafe', `a link to ${where} with a password`);
  if (url.hostname !== server.hostname && isPrivate(url.hostname, server.hostname))
    throw new LfsFailure('unsafe', `a link to ${where}, a private address`);
}

/**
 * By name or literal address only: a name that resolves to one is how in-house storage is reached, too. For the same
 * reason a forge called `git.corp.internal` may have its storage at `s3.corp.internal`.
 */
function isPrivate(hostname: string, server: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(host);
  const [, zone = ''] = /(?:^|\.)(localhost|local|internal)$/i.exec(host) ?? [];
  if (family === 0) return zone !== '' && (zone === 'localhost' || !server.endsWith(`.${zone}`));
  return family === 6 ? privateAddresses.check(host, 'ipv6') : privateAddresses.check(host, 'ipv4');
}

/** IANA's special-purpose registries (RFC 6890): all that is not the public internet. BlockList knows `::ffff:a.b.c.d`. */
const privateAddresses = new BlockList();
for (const subnet of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
]) {
  const [net = '', prefix = ''] = subnet.split('/');
  privateAddresses.addSubnet(net, Number(prefix), 'ipv4');
}
for (const subnet of ['::/127', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8']) {
  const [net = '', prefix = ''] = subnet.split('/');
  privateAddresses.addSubnet(net, Number(prefix), 'ipv6');
}

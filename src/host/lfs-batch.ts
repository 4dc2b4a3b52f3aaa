/** The batch API: objects by SHA-256, at most a hundred at a time, to links from which to download them. */
import type { LfsPointer } from './lfs.ts';
import { failureOf, LfsFailure, quote } from './lfs-failure.ts';
import { type Http, messageOf } from './lfs-http.ts';

/** `<server>/<owner>/<repository>.git/info/lfs`; never an address that a file of the repository names. */
export interface LfsEndpoint {
  readonly url: string;
  /** Value of the header, `Basic …`; sent to the endpoint's own origin and nowhere else. */
  readonly authorization?: string;
}

export interface Download {
  readonly href: URL;
  /** Those the server wants sent with it. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, by our clock; absent when the link stays good. */
  readonly expires?: number;
}

/** As git-lfs does; GitHub's documentation asks for no more. */
export const batchSize = 100;
/** A link with its signature takes 1 to 3 kB. */
const answerBytes = 4 * 1024 * 1024;
const mediaType = 'application/vnd.git-lfs+json';

/**
 * One request. Each object is a link or the reason there is none. Throws LfsFailure when the server refuses them all.
 * `now` is when the question was asked, from which `expires_in` counts.
 */
export async function askBatch(
  http: Http,
  endpoint: LfsEndpoint,
  objects: readonly LfsPointer[],
): Promise<ReadonlyMap<string, Download | LfsFailure>> {
  const url = new URL(`${endpoint.url.replace(/\/+$/, '')}/objects/batch`);
  const now = Date.now();
  const answer = await http.ask({
    url,
    server: url,
    method: 'POST',
    headers: {
      accept: mediaType,
      'content-type': mediaType,
      ...(endpoint.authorization !== undefined && { authorization: endpoint.authorization }),
    },
    body: JSON.stringify({
      operation: 'download',
      transfers: ['basic'],
      hash_algo: 'sha256',
      objects: objects.map(({ oid, size }) => ({ oid, size: Number(size) })),
    }),
  });
  const text = await answer.text(answerBytes);
  if (answer.status !== 200) throw refusal(answer.status, messageOf(text));
  const reply = parseReply(text);
  const found = new Map<string, Download | LfsFailure>();
  for (const pointer of objects) found.set(pointer.oid, downloadOf(reply.get(pointer.oid), pointer, endpoint, now));
  return found;
}

/** A forge answers 404 for a repository it will not show, too. */
function refusal(status: number, said: string): LfsFailure {
  const failure = failureOf(status, said);
  return failure.reason === 'missing' ? new LfsFailure('denied', failure.message) : failure;
}

type Fields = ReadonlyMap<string, unknown>;

function parseReply(text: string): ReadonlyMap<string, Fields> {
  const reply = fieldsOf(parseJson(text));
  const transfer = reply.get('transfer') ?? 'basic';
  if (transfer !== 'basic') throw unsupported(`it chose the transfer \`${quote(String(transfer))}\``);
  const algorithm = reply.get('hash_algo') ?? 'sha256';
  if (algorithm !== 'sha256') throw unsupported(`it names objects by \`${quote(String(algorithm))}\``);
  const objects = reply.get('objects');
  if (!Array.isArray(objects)) throw unsupported('it lists no objects');
  const byOid = new Map<string, Fields>();
  for (const one of objects) {
    const fields = fieldsOf(one);
    const oid = fields.get('oid');
    if (typeof oid === 'string') byOid.set(oid, fields);
  }
  return byOid;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unsupported('it is not JSON');
  }
}

function unsupported(what: string): LfsFailure {
  return new LfsFailure('unsupported', `the server’s answer cannot be used: ${what}`);
}

/** A record of JSON, whose keys may be `__proto__`; empty for what is none. */
function fieldsOf(value: unknown): Fields {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function downloadOf(
  fields: Fields | undefined,
  pointer: LfsPointer,
  endpoint: LfsEndpoint,
  now: number,
): Download | LfsFailure {
  if (fields === undefined) return new LfsFailure('missing', 'the server does not speak of it');
  const error = fieldsOf(fields.get('error'));
  const [code, said] = [error.get('code'), error.get('message')];
  if (typeof code === 'number') return failureOf(code, typeof said === 'string' ? said : '');
  const size = fields.get('size');
  if (typeof size === 'number' && BigInt(Math.trunc(size)) !== pointer.size)
    return new LfsFailure('corrupt', `the server holds ${size} bytes of that name`);
  const action = fieldsOf(fieldsOf(fields.get('actions')).get('download'));
  const href = action.get('href');
  if (href === undefined) return new LfsFailure('missing', 'the server gives no link to it');
  if (typeof href !== 'string' || !URL.canParse(href)) return unsupported('a link is no address');
  const url = new URL(href);
  const expires = expiryOf(action, now);
  return { href: url, headers: headersOf(action, url, endpoint), ...(expires !== undefined && { expires }) };
}

/** `expires_in` wins (docs/api/batch.md); our clock need not be the server's. */
function expiryOf(action: Fields, now: number): number | undefined {
  const seconds = action.get('expires_in');
  if (typeof seconds === 'number' && seconds !== 0) return now + seconds * 1000;
  const date = action.get('expires_at');
  const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  // Servers in Go write the zero time, year 1, where they mean none.
  return Number.isNaN(at) || at < 0 ? undefined : at;
}

/** These are the transport's business. */
const reserved =
  /^(?:host|range|connection|content-length|transfer-encoding|accept-encoding|user-agent|expect|te|upgrade)$/i;
const mostHeaders = 20;

/**
 * What the server wants sent along. Gitea repeats our own credential here, which is right for its own address and a
 * leak for any other.
 */
function headersOf(action: Fields, href: URL, { url, authorization }: LfsEndpoint): Readonly<Record<string, string>> {
  const isHome = href.origin === new URL(url).origin;
  const wanted = [...fieldsOf(action.get('header'))].filter((entry): entry is [string, string] => {
    const [name, value] = entry;
    if (typeof value !== 'string' || value.length > 8192 || /[^\t\x20-\x7e\x80-\xff]/.test(value)) return false;
    if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name) || reserved.test(name)) return false;
    return isHome || authorization === undefined || !holds(value, authorization);
  });
  return Object.fromEntries(wanted.slice(0, mostHeaders).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Whether a header carries our credential, under whatever scheme. */
function holds(value: string, authorization: string): boolean {
  const secret = authorization.slice(authorization.indexOf(' ') + 1);
  const plain = Buffer.from(secret, 'base64').toString('latin1').split(':').at(-1) ?? '';
  return value.includes(secret) || (plain.length >= 8 && value.includes(plain));
}

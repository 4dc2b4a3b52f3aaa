/**
 * A Git LFS server on loopback: batch API and basic transfers, up and down, with ranges. Storage may be another origin,
 * as GitHub's is. `git lfs push` and `git lfs pull` work against it (lfs-server.test.ts); its faults are switched on one
 * by one.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Content that need not lie in memory. */
export interface Content {
  readonly size: number;
  slice(from: number, to: number): Uint8Array;
}

export interface Faults {
  /** Answers a Range request with all of it. */
  noRanges?: boolean;
  /** `Content-Range: bytes a-b/b+1`, as Gitea before 1.24.4. */
  wrongTotal?: boolean;
  /** `Content-Range` of the bytes next to those asked for. */
  wrongStart?: boolean;
  /** Bytes of a download after which the connection breaks; once each for as many downloads as given. */
  breakAfter?: number;
  breaks?: number;
  /** Sends so many bytes of each range and says so. */
  shortRanges?: number;
  /** Ends every download early, with nothing that tells. */
  truncated?: boolean;
  /** Another byte in the middle. */
  wrongContent?: boolean;
  /** Links are refused so many times; Infinity for ever. */
  expiredLinks?: number;
  /** `expires_in` of every link, in seconds. */
  expiresIn?: number;
  /** What the batch request as a whole is answered with, first to last; then properly. */
  batchAnswers?: Plain[];
  /** The same for downloads. */
  downloadAnswers?: Plain[];
  /** Changes the batch reply before it is sent. */
  reply?: (reply: { objects: Record<string, unknown>[]; [key: string]: unknown }) => unknown;
  /** Milliseconds before each piece of a download. */
  slow?: number;
  /** Downloads redirect here: `location` for the object's own path. */
  redirect?: (path: string) => string;
  /** Downloads are asked of the endpoint's own address, which wants the credential that no link repeats. */
  atHome?: boolean;
  /** Links repeat the credential, as Gitea's do. */
  repeatsCredential?: boolean;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly authorization: string | undefined;
  readonly range: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface LfsServer {
  /** `http://127.0.0.1:port`; endpoints are `<url>/<owner>/<name>.git/info/lfs`. */
  readonly url: string;
  /** Where links lead. */
  readonly storage: string;
  /** By oid. */
  readonly objects: Map<string, Content>;
  readonly faults: Faults;
  readonly seen: Seen[];
  /** Bytes of content that were sent. */
  sent: number;
  put(content: Uint8Array): { readonly oid: string; readonly size: bigint };
  /** The same for what comes to `<path>.git/info/lfs` of another server: a forge has git and LFS under one address. */
  intercept(request: IncomingMessage, response: ServerResponse): boolean;
  close(): Promise<void>;
}

interface Plain {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Part extends Plain {
  readonly held: Content;
  readonly from: number;
  readonly to: number;
}

export interface LfsServerOptions {
  /** Whatever is asked of the endpoint's own address must send exactly this. */
  readonly authorization?: string;
}

export async function startLfsServer({ authorization }: LfsServerOptions = {}): Promise<LfsServer> {
  const objects = new Map<string, Content>();
  const faults: Faults = {};
  const seen: Seen[] = [];
  const handle = async (isStorage: boolean, request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = '', url: path = '', headers } = request;
    const { host = '', range } = headers;
    seen.push({ method, path, host, authorization: headers.authorization, range, headers, body: body.toString() });
    const reply = answer(isStorage, request, body);
    if ('from' in reply) await send(response, reply);
    else {
      const type = { 'content-type': 'application/vnd.git-lfs+json' };
      response.writeHead(reply.status, { ...type, ...reply.headers }).end(reply.body);
    }
  };

  function answer(isStorage: boolean, { method, url = '', headers }: IncomingMessage, body: Buffer): Plain | Part {
    const isDenied = authorization !== undefined && headers.authorization !== authorization;
    // git-lfs asks for a password only where it is told of a realm.
    const realm = { 'www-authenticate': 'Basic realm="lfs"' };
    if (isDenied && !isStorage) return { status: 401, body: '{"message":"Credentials needed"}', headers: realm };
    if (method === 'POST' && url.endsWith('/objects/batch')) return batch(headers.authorization ?? '', body);
    const oid = /\/([0-9a-f]{64})(?:\?|$)/.exec(url)?.[1] ?? '';
    return method === 'PUT' ? upload(oid, body) : download(oid, url, headers.range ?? '');
  }

  /** docs/api/batch.md of git-lfs. */
  function batch(credential: string, body: Buffer): Plain {
    const fault = faults.batchAnswers?.shift();
    if (fault !== undefined) return fault;
    const { operation, objects: asked } = JSON.parse(body.toString());
    const reply = {
      transfer: 'basic',
      hash_algo: 'sha256',
      objects: asked.map(({ oid, size }: { oid: string; size: number }) => {
        const held = objects.get(oid);
        const action = {
          href: `${faults.atHome === true ? server.url : server.storage}/objects/${oid}?signature=${seen.length}`,
          ...(faults.repeatsCredential === true && { header: { Authorization: credential } }),
          ...(faults.expiresIn !== undefined && { expires_in: faults.expiresIn }),
        };
        if (operation === 'upload') return { oid, size, ...(held === undefined && { actions: { upload: action } }) };
        if (held === undefined) return { oid, size, error: { code: 404, message: 'Object does not exist' } };
        if (held.size !== size) return { oid, size, error: { code: 422, message: 'Wrong size' } };
        return { oid, size, actions: { download: action } };
      }),
    };
    return { status: 200, body: JSON.stringify(faults.reply?.(reply) ?? reply) };
  }

  function upload(oid: string, body: Buffer): Plain {
    if (createHash('sha256').update(body).digest('hex') !== oid) return { status: 422 };
    server.put(body);
    return { status: 200 };
  }

  /** docs/api/basic-transfers.md of git-lfs; ranges by RFC 9110 §14. */
  function download(oid: string, path: string, range: string): Plain | Part {
    const held = objects.get(oid);
    const fault = faults.downloadAnswers?.shift();
    if (fault !== undefined) return fault;
    if (faults.redirect !== undefined) return { status: 302, headers: { location: faults.redirect(path) } };
    if (faults.expiredLinks !== undefined && faults.expiredLinks > 0) {
      faults.expiredLinks--;
      return { status: 403, body: '<?xml version="1.0"?><Error><Message>Request has expired</Message></Error>' };
    }
    if (held === undefined) return { status: 404, body: '{"message":"Not Found"}' };
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    if (first === undefined || faults.noRanges === true) return { status: 200, held, from: 0, to: held.size };
    const from = Number(first);
    if (from >= held.size) return { status: 416 };
    const to = Math.min(Number(last) + 1, held.size, from + (faults.shortRanges ?? Number.POSITIVE_INFINITY));
    const said = faults.wrongStart === true ? from + 1 : from;
    const total = faults.wrongTotal === true ? to : held.size;
    return { status: 206, held, from, to, headers: { 'content-range': `bytes ${said}-${to - 1}/${total}` } };
  }

  async function send(response: ServerResponse, { status, held, from, to, headers = {} }: Part): Promise<void> {
    const end = faults.truncated === true ? Math.max(from, to - 1) : to;
    response.writeHead(status, { ...headers, ...(faults.truncated !== true && { 'content-length': to - from }) });
    response.flushHeaders();
    const middle = Math.floor(held.size / 2);
    for (let at = from; at < end && !response.destroyed; at += piece) {
      const bytes = Uint8Array.from(held.slice(at, Math.min(end, at + piece)));
      if (faults.wrongContent === true && middle >= at && middle < at + bytes.length)
        bytes[middle - at] = (bytes[middle - at] ?? 0) ^ 1;
      if (faults.slow !== undefined) await new Promise((resolve) => setTimeout(resolve, faults.slow));
      const { breakAfter = 0, breaks = 0 } = faults;
      if (breaks > 0 && at - from + bytes.length > breakAfter) {
        faults.breaks = breaks - 1;
        server.sent += breakAfter;
        response.write(bytes.subarray(0, breakAfter), () => response.destroy());
        return;
      }
      server.sent += bytes.length;
      if (!response.write(bytes))
        await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    }
    response.end();
  }

  const listeners = [
    await listen((request, response) => void handle(false, request, response)),
    await listen((request, response) => void handle(true, request, response)),
  ] as const;
  const server: LfsServer = {
    url: listeners[0].url,
    storage: listeners[1].url,
    objects,
    faults,
    seen,
    sent: 0,
    put: (content) => {
      const oid = createHash('sha256').update(content).digest('hex');
      objects.set(oid, { size: content.length, slice: (from, to) => content.subarray(from, to) });
      return { oid, size: BigInt(content.length) };
    },
    intercept: (request, response) => {
      if (!/\.git\/info\/lfs\//.test(request.url ?? '')) return false;
      void handle(false, request, response);
      return true;
    },
    close: async () => {
      await Promise.all(listeners.map(({ close }) => close()));
    },
  };
  return server;
}

/** Bytes at a time. */
const piece = 64 * 1024;

async function listen(serve: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}

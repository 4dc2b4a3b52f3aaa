/** `git http-backend` behind a loopback HTTP server: real smart HTTP, with what was asked written down. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface GitServer {
  readonly url: string;
  readonly requests: { readonly method: string; readonly path: string; readonly authorization: string | undefined }[];
  /** Bytes of all answers. */
  sent: number;
  close(): Promise<void>;
}

export interface GitServerOptions {
  /** Folder whose sub-folders are served: `<root>/owner/name` as `<url>/owner/name`. */
  readonly root: string;
  /** Refuse whoever does not send exactly this header. */
  readonly authorization?: string;
  /** Speak the oldest protocol whatever the client offers: it serves only what refs stand on. */
  readonly oldProtocol?: boolean;
  /** Answers before git does; true when it has. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const requests: GitServer['requests'] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ method: request.method ?? '', path: request.url ?? '', authorization });
    if (options.intercept?.(request, response) === true) return;
    if (options.authorization !== undefined && authorization !== options.authorization) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end();
      return;
    }
    serve(options, request, response, (bytes) => {
      handle.sent += bytes;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const handle: GitServer = {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    sent: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return handle;
}

function serve(
  { root, oldProtocol = false }: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  count: (bytes: number) => void,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH ?? '',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: oldProtocol ? '' : String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (head === undefined) {
      count(chunk.length);
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = head.toString('latin1', 0, end).split('\r\n');
    const rest = head.subarray(end + 4);
    head = undefined;
    for (const line of headers) {
      const colon = line.indexOf(':');
      const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    count(rest.length);
    response.write(rest);
  });
  child.stdout.on('end', () => response.end());
}

/** The forge's REST interface as `host/rest.ts` asks it: one repository, two ways of reading an answer. */
import type { RawBody, RestPort } from '../host/rest.ts';
import type { Environment } from './environment.ts';
import { openOctokit } from './forge.ts';
import { patiently } from './patience.ts';

/** A blob is at most 100 MB; whatever has not come by then does not come. */
const longest = { json: 60_000, raw: 600_000 };

export function openRestPort(environment: Environment, token: string): RestPort {
  const { owner, repository: repo, apiUrl } = environment;
  const octokit = openOctokit(environment, token);
  const get = async (path: string, headers: { readonly accept: string }, milliseconds: number, parse: boolean) => {
    const answer = await patiently(() =>
      octokit.request('GET /repos/{owner}/{repo}/{+path}', {
        owner,
        repo,
        path,
        headers,
        request: {
          parseSuccessResponseBody: parse,
          redirect: 'manual',
          signal: AbortSignal.timeout(milliseconds),
        },
      }),
    );
    const status: number = answer.status;
    const data: unknown = answer.data;
    if (status !== 200) throw new Error(`${status} instead of an answer to ${path}`);
    return { data, headers: answer.headers };
  };
  return {
    origin: new URL(apiUrl).origin,
    json: async (path) => (await get(path, { accept: 'application/vnd.github+json' }, longest.json, true)).data,
    raw: async (path): Promise<RawBody> => {
      const { data, headers } = await get(path, { accept: 'application/vnd.github.raw+json' }, longest.raw, false);
      if (!(data instanceof ReadableStream)) throw new Error(`no content in the answer to ${path}`);
      return { type: headers['content-type'] ?? '', chunks: data };
    },
  };
}

/** Where a job's Git LFS content comes from: the forge the runner names, and no address that a file names. */
import { join } from 'node:path';
import { defaults } from '@actions/github/lib/utils';
import { type LfsClient, openLfs } from '../host/lfs-client.ts';
import { version } from '../version.ts';
import type { Environment } from './environment.ts';
import type { Judgeable } from './event.ts';

export interface LfsJob {
  readonly environment: Environment;
  readonly situation: Judgeable;
  readonly token: string;
  /** Ours, under the runner's temp folder. */
  readonly folder: string;
  /** Where whole files outlive the job. */
  readonly cache: string | undefined;
}

/**
 * The repository, and after it the one a pull request comes from, because Gitea keeps a fork's objects with the fork
 * (go-gitea/gitea#17715). A job's token may be refused there where anybody is let in, so it is asked without one too.
 */
export function openJobLfs({ environment, situation, token, folder, cache }: LfsJob): LfsClient {
  const { serverUrl, owner, repository } = environment;
  const here = `${owner}/${repository}`;
  const head = situation.kind === 'pullRequest' && situation.fromFork ? situation.headRepository?.fullName : undefined;
  const url = (name: string) => `${serverUrl}/${name}.git/info/lfs`;
  const authorization = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const own = token === '' ? [] : [{ authorization }];
  return openLfs({
    endpoints: [
      { url: url(here), ...own[0] },
      ...(head === undefined || head === here
        ? []
        : [...own, {}].map((credential) => ({ url: url(head), ...credential }))),
    ],
    folder: join(folder, 'lfs'),
    ...(cache !== undefined && { cache: join(cache, 'lfs') }),
    userAgent: `flopgate/${version}`,
    ...proxied(),
  });
}

/** The toolkit's fetch goes through the runner's proxy, if it has one, as octokit's requests do; node's own does not. */
function proxied(): { readonly fetch?: typeof globalThis.fetch } {
  const found: unknown = defaults.request?.fetch;
  return typeof found === 'function' ? { fetch: (input, init) => found(input, init) } : {};
}

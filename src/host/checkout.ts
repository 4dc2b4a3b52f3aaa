/** `flopgate check`: the plan for a clone on this machine. Reads only; nothing is fetched. */
import type { InferOptions } from '../analysis/infer.ts';
import type { ConventionName } from '../conventions/names.ts';
import { fail } from '../problem.ts';
import { findCheckout } from './clone.ts';
import { defaultConfigPath } from './config-place.ts';
import { type Plan, planRepository } from './plan.ts';
import { closeRepository, openRepository, type Repository } from './repository.ts';
import type { Results } from './results.ts';
import { findRevisions } from './revisions.ts';
import type { Share } from './share.ts';
import { findStaged, type Staged } from './staged.ts';

export interface CheckoutOptions {
  /** Any folder of the clone. */
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
  /** The index is the head. */
  readonly staged?: Staged;
  /** A configuration given by hand, already read. Without it the base commit's copy counts, as in the action. */
  readonly config?: { readonly file: string; readonly text: string };
  readonly pairs?: boolean;
  /** Shapes and bindings for every model, before those of the configuration. */
  readonly given?: InferOptions;
  readonly convention?: ConventionName;
  readonly results?: Results;
  readonly share?: Share;
}

export interface CheckoutPlan extends Plan {
  readonly repository: Repository;
  close(): void;
}

/** Call `close` when all is measured. Throws `read/*` and `budget/*`. */
export async function planCheckout(options: CheckoutOptions): Promise<CheckoutPlan> {
  const checkout = findCheckout(options.repo);
  if (checkout === undefined) return fail('read/not-a-repository', { directory: options.repo });
  const repository = openRepository({ checkout });
  try {
    const { base, head, problems } =
      options.staged === undefined
        ? findRevisions(repository, options)
        : findStaged(repository, options.staged, options);
    const { config } = options;
    const plan = await planRepository(repository, {
      base,
      head,
      problems,
      config:
        config === undefined
          ? { kind: 'commit', path: defaultConfigPath, revision: base ?? head }
          : { kind: 'text', ...config },
      ...(options.pairs !== undefined && { pairs: options.pairs }),
      ...(options.given !== undefined && { given: options.given }),
      ...(options.convention !== undefined && { convention: options.convention }),
      ...(options.results !== undefined && { results: options.results }),
      ...(options.share !== undefined && { share: options.share }),
    });
    return { ...plan, repository, close: () => closeRepository(repository) };
  } catch (error) {
    closeRepository(repository);
    throw error;
  }
}

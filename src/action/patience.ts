/** Refusals of a forge, and the patience with which it is asked again where it says so. */

/** What octokit throws, as far as we look at it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const response = 'response' in error ? error.response : undefined;
  const has = typeof response === 'object' && response !== null && 'headers' in response;
  const headers = has && typeof response.headers === 'object' ? { ...response.headers } : {};
  return { status: error.status, message: error.message, headers };
}

/** First line of what went wrong, for a message. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Three more tries, and five minutes of waiting in a whole run: a job waits at somebody's expense. */
const tries = 4;
const mostWaiting = 300;

/** Where the waiting of a run is counted. */
export interface Patience {
  /** Seconds. */
  left: number;
  readonly sleep: (seconds: number) => Promise<void>;
}

const patience: Patience = {
  left: mostWaiting,
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};

/**
 * Asks again after a server's fault or a limit, when GitHub says it may be done. `once` is for what must not happen
 * twice: it is repeated only where the forge refused it before doing anything.
 */
export async function patiently<T>(
  ask: () => Promise<T>,
  repeat: 'once' | 'often' = 'often',
  budget: Patience = patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const seconds = waitFor(refusalOf(error), attempt, repeat, Date.now() / 1000);
      if (seconds === undefined || attempt === tries || seconds > budget.left) throw error;
      budget.left -= seconds;
      await budget.sleep(seconds);
    }
  }
}

/**
 * Seconds before another try; `undefined` when none would help. As GitHub asks ("Rate limits for the REST API"): what
 * `retry-after` says, else until `x-ratelimit-reset` where nothing remains, else a minute, then two, then four.
 */
export function waitFor(
  refusal: Refusal | undefined,
  attempt: number,
  repeat: 'once' | 'often',
  /** Seconds since 1970. */
  now: number,
): number | undefined {
  if (refusal === undefined) return undefined;
  const { status, headers, message } = refusal;
  const asked = secondsIn(headers['retry-after']);
  const isSpent = secondsIn(headers['x-ratelimit-remaining']) === 0;
  const reset = isSpent ? secondsIn(headers['x-ratelimit-reset']) : undefined;
  const isLimited =
    status === 429 || (status === 403 && (asked !== undefined || isSpent || /rate limit/i.test(message)));
  if (!isLimited && (status < 500 || repeat === 'once')) return undefined;
  const doubling = 2 ** (attempt - 1);
  if (!isLimited) return asked ?? doubling;
  return asked ?? (reset === undefined ? 60 * doubling : Math.max(1, Math.ceil(reset - now) + 1));
}

function secondsIn(header: unknown): number | undefined {
  return /^\d{1,12}$/.test(String(header ?? '')) ? Number(header) : undefined;
}

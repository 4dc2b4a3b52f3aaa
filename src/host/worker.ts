/** The thread that measures: a case comes in, its model goes out; in between it may ask for ranges of remote content. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { JudgedModel } from '../budget/budget.ts';
import { portable } from '../budget/portable.ts';
import { MissingRange } from '../bytes/sparse.ts';
import type { Convention } from '../conventions/convention.ts';
import type { ConventionName } from '../conventions/names.ts';
import { type Case, measureCase } from '../gate.ts';
import { FlopgateError, type Problem } from '../problem.ts';
import { type Content, type Contents, type FetchRange, openContents } from './content.ts';
import type { Repository } from './repository.ts';

export interface Setup {
  readonly repository: Repository;
  readonly convention?: ConventionName;
}

export type ToWorker =
  | { readonly kind: 'measure'; readonly one: Case<Content> }
  /** `ticket` is the question's. */
  | { readonly kind: 'range'; readonly ticket: number; readonly bytes: Uint8Array }
  | { readonly kind: 'lost'; readonly ticket: number; readonly problem: Problem };

export type FromWorker =
  | { readonly kind: 'measured'; readonly model: JudgedModel }
  | {
      readonly kind: 'range';
      readonly ticket: number;
      readonly id: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'bug'; readonly error: unknown };

if (parentPort !== null) serve(parentPort, workerData);

function serve(port: MessagePort, { repository, convention }: Setup): void {
  const asked = new Map<number, (message: ToWorker) => void>();
  const send = (message: FromWorker) => port.postMessage(message);
  let tickets = 0;
  const fetchRange: FetchRange = (id, from, to) =>
    new Promise((resolve, reject) => {
      const ticket = tickets++;
      asked.set(ticket, (message) => {
        if (message.kind === 'range') resolve(message.bytes);
        if (message.kind === 'lost') reject(new FlopgateError(message.problem));
      });
      send({ kind: 'range', ticket, id, from, to });
    });
  port.on('message', (message: ToWorker) => {
    if (message.kind !== 'measure') {
      const answer = asked.get(message.ticket);
      asked.delete(message.ticket);
      return answer?.(message);
    }
    const contents = openContents(repository, fetchRange);
    measure(message.one, contents, convention)
      .then(
        (model) => send({ kind: 'measured', model: portable(model) }),
        (error: unknown) => send({ kind: 'bug', error }),
      )
      .finally(contents.close);
  });
}

/** The reader is pure, so where a range lacks it is brought and the reading begun again. */
async function measure(
  one: Case<Content>,
  contents: Contents,
  convention: ConventionName | undefined,
): Promise<JudgedModel> {
  const base = one.base && contents.source(one.base);
  const head = one.head && contents.source(one.head);
  await contents.prepare([one.base, one.head]);
  const reading = {
    savedProfiles: one.base?.saved === true || one.head?.saved === true,
    convention: await tableOf(convention),
  };
  for (;;) {
    try {
      return measureCase({ ...one, base, head }, reading);
    } catch (error) {
      if (!(error instanceof MissingRange)) throw error;
      await contents.bring(error.key, error.from, error.to);
    }
  }
}

/** The tables are loaded only where one is asked for. */
async function tableOf(name: ConventionName | undefined): Promise<Convention | undefined> {
  if (name === undefined) return undefined;
  const { conventionNamed } = await import('../conventions/index.ts');
  return conventionNamed(name);
}

/**
 * The thread that measures: a case comes in, its model goes out; in between it may ask for ranges of remote content. Or it
 * looks at one model only, for what tells that another is a version of it.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { JudgedModel } from '../budget/budget.ts';
import { portable } from '../budget/portable.ts';
import { MissingRange } from '../bytes/sparse.ts';
import type { Convention } from '../conventions/convention.ts';
import type { ConventionName } from '../conventions/names.ts';
import { measure as measureOne, open } from '../count.ts';
import { type Fingerprint, fingerprintOf } from '../diff/kin.ts';
import { type Case, measureCase } from '../gate.ts';
import { FlopgateError, type Problem } from '../problem.ts';
import { type Content, type Contents, type FetchRange, openContents } from './content.ts';
import type { Repository } from './repository.ts';

export interface Setup {
  readonly repository: Repository;
  readonly convention?: ConventionName;
}

/** A model to be looked at. */
export interface Look {
  readonly content: Content;
  /** Whether what its weights hold may tell, too. */
  readonly withWeights: boolean;
}

export type Asked = { readonly kind: 'measure'; readonly one: Case<Content> } | ({ readonly kind: 'look' } & Look);

export type ToWorker =
  | Asked
  /** `ticket` is the question's. */
  | { readonly kind: 'range'; readonly ticket: number; readonly bytes: Uint8Array }
  | { readonly kind: 'lost'; readonly ticket: number; readonly problem: Problem };

export type FromWorker =
  | { readonly kind: 'measured'; readonly model: JudgedModel }
  /** `null` where the model cannot be read. */
  | { readonly kind: 'looked'; readonly print: Fingerprint | null }
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
    if (message.kind === 'range' || message.kind === 'lost') {
      const answer = asked.get(message.ticket);
      asked.delete(message.ticket);
      return answer?.(message);
    }
    const contents = openContents(repository, fetchRange);
    const answered =
      message.kind === 'look'
        ? look(message, contents).then((print): FromWorker => ({ kind: 'looked', print }))
        : measure(message.one, contents, convention).then(
            (model): FromWorker => ({ kind: 'measured', model: portable(model) }),
          );
    answered.then(send, (error: unknown) => send({ kind: 'bug', error })).finally(contents.close);
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
  return bringing(contents, () => measureCase({ ...one, base, head }, reading));
}

async function look({ content, withWeights }: Look, contents: Contents): Promise<Fingerprint | null> {
  const source = contents.source(content);
  await contents.prepare([content]);
  const reading = { savedProfiles: content.saved === true, convention: undefined };
  try {
    return await bringing(contents, () => {
      const { profile, model } = measureOne(open(source, content.path, reading), content.path, asItIs);
      return fingerprintOf({ profile, ...(withWeights && model !== undefined && { model }) });
    });
  } catch (error) {
    if (error instanceof FlopgateError) return null;
    throw error;
  }
}

const asItIs = { inputs: new Map(), bind: new Map() };

/** Reads anew for each range that it turns out to lack. */
async function bringing<T>(contents: Contents, read: () => T): Promise<T> {
  for (;;) {
    try {
      return read();
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

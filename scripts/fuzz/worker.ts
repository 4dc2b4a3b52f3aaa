/** One target in a thread that can be killed: says which input it is at, so that whoever kills it knows what did it. */
import { parentPort, workerData } from 'node:worker_threads';
import { longestInput, runCampaign, startTally, type Tally } from './campaign.ts';
import { targets } from './targets.ts';

/** What a worker is started with. */
export interface Order {
  readonly target: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly corpus: readonly Uint8Array[];
  readonly guided: boolean;
  readonly slowMs: number;
  /** Two 32-bit numbers, the index and the length of the input being run, then its bytes. */
  readonly desk: SharedArrayBuffer;
}

export type Word =
  | { readonly kind: 'finding'; readonly index: number; readonly input: Uint8Array; readonly error: string }
  | { readonly kind: 'kept'; readonly input: Uint8Array }
  | { readonly kind: 'tally'; readonly tally: Tally };

export const deskBytes = 8 + longestInput;

if (parentPort !== null) work(workerData, (word) => parentPort?.postMessage(word));

function work({ target: id, desk, corpus, ...order }: Order, say: (word: Word) => void): void {
  const target = targets.find((one) => one.id === id);
  if (target === undefined) throw new Error(`no target ${id}`);
  const head = new Int32Array(desk, 0, 2);
  const place = new Uint8Array(desk, 8);
  const tally = startTally();
  let said = performance.now();
  runCampaign(
    target,
    {
      ...order,
      corpus: [...corpus],
      onInput(index, input) {
        place.set(input);
        head[1] = input.length;
        Atomics.store(head, 0, index);
        if (performance.now() - said < 1000) return;
        said = performance.now();
        say({ kind: 'tally', tally });
      },
      onFinding: (finding) => say({ kind: 'finding', ...finding }),
      onKept: (input) => say({ kind: 'kept', input }),
    },
    tally,
  );
  say({ kind: 'tally', tally });
}

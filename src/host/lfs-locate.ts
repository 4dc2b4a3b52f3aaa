/** Which endpoint has an object, and the link it gave for it: asked for all at once, and anew when a link went stale. */
import type { LfsPointer } from './lfs.ts';
import { askBatch, batchSize, type Download, type LfsEndpoint } from './lfs-batch.ts';
import { LfsFailure } from './lfs-failure.ts';
import type { Http } from './lfs-http.ts';

/** An object that some endpoint has. */
export interface Located {
  readonly pointer: LfsPointer;
  readonly endpoint: LfsEndpoint;
  readonly download: Download;
}

export interface Locator {
  /** Each object's place, or why it has none. Never throws for what a server says. */
  locate(objects: readonly LfsPointer[]): Promise<ReadonlyMap<string, Located | LfsFailure>>;
  /** What is known of an object. Throws LfsFailure where it was not found. */
  get(oid: string): Located;
  /** A new link for one that went stale. Throws LfsFailure. */
  renew(one: Located): Promise<Located>;
  /** From an endpoint after the one that had promised it. Throws LfsFailure, `why` where none has it. */
  elsewhere(one: Located, why: LfsFailure): Promise<Located>;
}

export function openLocator(http: Http, endpoints: readonly LfsEndpoint[]): Locator {
  const known = new Map<string, Located | LfsFailure>();

  /** Asks one endpoint after the other for what the ones before do not have. */
  async function find(objects: readonly LfsPointer[], among: readonly LfsEndpoint[]): Promise<void> {
    let wanted = objects;
    for (const endpoint of among) {
      const answers = await askAll(http, endpoint, wanted);
      for (const pointer of wanted) {
        const download = answers.get(pointer.oid) ?? nobody();
        if (!(download instanceof LfsFailure)) known.set(pointer.oid, { pointer, endpoint, download });
        // Of several refusals the first counts: it is the repository's own.
        else if (!known.has(pointer.oid)) known.set(pointer.oid, download);
      }
      wanted = wanted.filter(({ oid }) => mayBeElsewhere(known.get(oid)));
      if (wanted.length === 0) return;
    }
  }

  function get(oid: string): Located {
    const one = known.get(oid) ?? nobody();
    if (one instanceof LfsFailure) throw one;
    return one;
  }

  return {
    get,
    locate: async (objects) => {
      const { good, bad } = sorted(objects);
      for (const [oid, failure] of bad) known.set(oid, failure);
      await find(
        good.filter(({ oid }) => !known.has(oid)),
        endpoints,
      );
      return new Map(objects.map(({ oid }) => [oid, known.get(oid) ?? nobody()]));
    },
    renew: async ({ pointer, endpoint }) => {
      known.delete(pointer.oid);
      await find([pointer], endpoints.slice(endpoints.indexOf(endpoint)));
      return get(pointer.oid);
    },
    elsewhere: async ({ pointer, endpoint }, why) => {
      known.set(pointer.oid, why);
      await find([pointer], endpoints.slice(endpoints.indexOf(endpoint) + 1));
      return get(pointer.oid);
    },
  };
}

function nobody(): LfsFailure {
  return new LfsFailure('unavailable', 'no server was asked for it');
}

/** A fork's objects may lie with the fork alone, and the answer of a repository that lacks them is 404, or a refusal. */
function mayBeElsewhere(found: Located | LfsFailure | undefined): boolean {
  return found instanceof LfsFailure && (found.reason === 'missing' || found.reason === 'denied');
}

/** As many requests as it takes. Where the server refuses one as a whole, it is not asked for the others. */
async function askAll(
  http: Http,
  endpoint: LfsEndpoint,
  objects: readonly LfsPointer[],
): Promise<ReadonlyMap<string, Download | LfsFailure>> {
  const answers = new Map<string, Download | LfsFailure>();
  for (let at = 0; at < objects.length; at += batchSize) {
    try {
      const some = await askBatch(http, endpoint, objects.slice(at, at + batchSize));
      for (const [oid, answer] of some) answers.set(oid, answer);
    } catch (error) {
      if (!(error instanceof LfsFailure)) throw error;
      for (const { oid } of objects.slice(at)) answers.set(oid, error);
      break;
    }
  }
  return answers;
}

/** Each object once. A size beyond what a file can have, or two sizes for one content, is a pointer that lies. */
function sorted(objects: readonly LfsPointer[]) {
  const good = new Map<string, LfsPointer>();
  const bad = new Map<string, LfsFailure>();
  for (const pointer of objects) {
    const { oid, size } = pointer;
    const before = good.get(oid);
    if (before !== undefined && before.size !== size)
      bad.set(oid, new LfsFailure('invalid', `another pointer to the same content says ${before.size} bytes`));
    if (size > BigInt(Number.MAX_SAFE_INTEGER)) bad.set(oid, new LfsFailure('too big', 'no file has that many bytes'));
    good.set(oid, pointer);
  }
  return { good: [...good.values()].filter(({ oid }) => !bad.has(oid)), bad };
}

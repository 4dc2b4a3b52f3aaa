/** Where the bytes of one side of a model lie, as plain data: it can be handed to another thread, and names a result. */
import { looksLikeProfile } from '../analysis/profile-read.ts';
import type { Source } from '../bytes/source.ts';
import { MissingRange, sparseSource } from '../bytes/sparse.ts';
import { skim } from '../formats/index.ts';
import { FlopgateError, fail } from '../problem.ts';
import { openBlobs } from './blobs.ts';
import type { Repository } from './repository.ts';

export interface Content {
  /** A blob of our repository; a file outside it, already verified; or what is read by ranges over a network. */
  readonly kind: 'blob' | 'file' | 'remote';
  /** What the bytes are, whatever they are called: `git:` or `lfs:`, and the object's id. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** What messages call it: `path@revision`. */
  readonly name: string;
  /** Of the model, in the repository. */
  readonly path: string;
  /** Of a `file`: where it lies on this machine. */
  readonly file?: string;
  /** The caller named it by hand, so a saved profile may stand in for a model. */
  readonly saved?: true;
}

/** Bytes `from` (inclusive) to `to` (exclusive) of a remote content. Throws FlopgateError when they cannot be had. */
export type FetchRange = (id: string, from: number, to: number) => Promise<Uint8Array>;

export interface Contents {
  source(content: Content): Source;
  /** Brings most of what reading these will ask for, all of them at a time; of what is not remote there is nothing to bring. */
  prepare(contents: readonly (Content | null)[]): Promise<void>;
  /** Brings a range that a source lacked. When it cannot be had, reading that source fails with the reason. */
  bring(id: string, from: number, to: number): Promise<void>;
  close(): void;
}

export function openContents(repository: Repository, fetchRange: FetchRange): Contents {
  const blobs = openBlobs(repository);
  const remote = new Map<string, Remote>();
  const open = (content: Content): Source => {
    const { kind, id, size, name, file = '' } = content;
    if (kind === 'blob') return blobs.source(id.slice(id.indexOf(':') + 1), size, name);
    if (kind === 'file') return blobs.file(file, size, name);
    const found = remote.get(id) ?? { ...sparseSource(id, name, size), lost: undefined };
    remote.set(id, found);
    return failing(found);
  };
  const bring = async (id: string, from: number, to: number) => {
    const into = remote.get(id);
    if (into === undefined) throw new TypeError(`no content ${id} was opened`);
    try {
      into.add(from, await fetchRange(id, from, to));
    } catch (error) {
      if (!(error instanceof FlopgateError)) throw error;
      into.lost = error;
    }
  };
  /** A reading begun anew for each range would cost as many times what the graph costs; skimming costs next to nothing. */
  const prepare = async (source: Source) => {
    for (;;) {
      try {
        return skim(source);
      } catch (error) {
        // What is wrong with the file, reading it will say.
        if (error instanceof FlopgateError) return;
        if (!(error instanceof MissingRange)) throw error;
        await bring(error.key, error.from, error.to);
      }
    }
  };
  return {
    source: (content) => (content.saved === true ? open(content) : modelOnly(open(content), content.path)),
    prepare: async (contents) => {
      const sides = new Map(contents.flatMap((one) => (one?.kind === 'remote' ? [[one.id, open(one)] as const] : [])));
      await Promise.all([...sides.values()].map(prepare));
    },
    bring,
    close: blobs.close,
  };
}

interface Remote extends ReturnType<typeof sparseSource> {
  lost: FlopgateError | undefined;
}

function failing(remote: Remote): Source {
  const slice = (from: number, to: number) => {
    if (remote.lost !== undefined) throw remote.lost;
    return remote.source.slice(from, to);
  };
  return { ...remote.source, slice };
}

/**
 * A saved profile may stand in for a model at a keyboard, where somebody chose it. In a repository it would be numbers
 * that a change brings about itself, so here it is a file like any other that is no model.
 */
function modelOnly(source: Source, path: string): Source {
  const slice = (from: number, to: number) => {
    const bytes = source.slice(from, to);
    if (from === 0 && looksLikeProfile(bytes.subarray(0, 512))) {
      fail('format/unrecognized', { reason: 'it holds a saved profile, which counts nothing' }, { file: path });
    }
    return bytes;
  };
  return { ...source, slice };
}

import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  portable
} from "./chunks/chunk-SVRW3PMT.js";
import {
  fingerprintOf,
  readBlob,
  spoolBlob
} from "./chunks/chunk-OT4ONOMH.js";
import {
  measureCase
} from "./chunks/chunk-GGDLLHHV.js";
import "./chunks/chunk-HMNQWSDJ.js";
import {
  measure,
  open,
  skim
} from "./chunks/chunk-QT7MOWV5.js";
import "./chunks/chunk-NBNMH6FY.js";
import "./chunks/chunk-V5LKN2LJ.js";
import "./chunks/chunk-2JN5FKMZ.js";
import "./chunks/chunk-3TWQLETA.js";
import {
  looksLikeProfile
} from "./chunks/chunk-PTBSFD6O.js";
import "./chunks/chunk-BMWBNYSS.js";
import "./chunks/chunk-ULP5QT45.js";
import {
  FlopgateError,
  fail
} from "./chunks/chunk-3BSD2VQC.js";
import "./chunks/chunk-XNNL2VAW.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/host/worker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/bytes/sparse.ts
var MissingRange = class extends Error {
  name = "MissingRange";
  key;
  from;
  to;
  constructor(key, from, to) {
    super(`bytes ${from} to ${to} of ${key} are not here`);
    this.key = key;
    this.from = from;
    this.to = to;
  }
};
var firstRange = 64 * 1024;
var afterJump = 16 * 1024;
var longestAfterGap = 64 * 1024;
var longestRange = 1024 * 1024;
function sparseSource(key, name, size) {
  const pieces = sortedPieces();
  let asked = { to: 0, window: firstRange / 2 };
  function missing(from, to) {
    const skipped = from - asked.to;
    const most = skipped === 0 ? longestRange : skipped > 0 && skipped <= asked.window ? longestAfterGap : afterJump;
    const window = Math.min(asked.window * 2, most);
    const widened = Math.min(size, Math.max(to, from + window), Math.max(to, pieces.startAfter(from)));
    asked = { to: widened, window };
    return new MissingRange(key, from, widened);
  }
  return {
    source: {
      name,
      size,
      sparse: true,
      slice(from, to) {
        const held = pieces.read(from, to);
        if (held instanceof Uint8Array) return held;
        throw missing(held, to);
      }
    },
    get byteLength() {
      return pieces.byteLength();
    },
    add(from, bytes) {
      if (from < 0 || from + bytes.length > size) {
        throw new RangeError(`bytes ${from} to ${from + bytes.length} are not in a file of ${size}`);
      }
      pieces.add(from, bytes);
    }
  };
}
function sortedPieces() {
  const pieces = [];
  let total = 0;
  function firstPast(at) {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = low + high >>> 1;
      if ((pieces[middle]?.to ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  return {
    byteLength: () => total,
    /** Where the next piece begins that lies wholly behind `at`. */
    startAfter: (at) => pieces[firstPast(at)]?.from ?? Number.POSITIVE_INFINITY,
    add(from, bytes) {
      const end = from + bytes.length;
      let index = firstPast(from);
      for (let at = from; at < end; index++) {
        const next = pieces[index];
        const stop = Math.min(end, next?.from ?? end);
        if (at < stop) {
          pieces.splice(index++, 0, { from: at, to: stop, bytes: bytes.subarray(at - from, stop - from) });
          total += stop - at;
        }
        at = Math.max(stop, next?.to ?? end);
      }
    },
    /** The bytes, or the first position of them that is not here. */
    read(from, to) {
      const index = firstPast(from);
      const first = pieces[index];
      if (to <= from) return new Uint8Array(0);
      if (first === void 0 || first.from > from) return from;
      if (to <= first.to) return first.bytes.subarray(from - first.from, to - first.from);
      const last = firstPast(to - 1);
      for (let i = index; i < last; i++) {
        const end = pieces[i]?.to ?? to;
        if (pieces[i + 1]?.from !== end) return end;
      }
      const joined = new Uint8Array(to - from);
      for (const piece of pieces.slice(index, last + 1)) {
        const part = piece.bytes.subarray(Math.max(0, from - piece.from), to - piece.from);
        joined.set(part, Math.max(0, piece.from - from));
      }
      return joined;
    }
  };
}

// src/host/blobs.ts
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
var inMemory = 1 << 20;
var heldAtOnce = 4;
function openBlobs(repository) {
  const held = /* @__PURE__ */ new Map();
  function hold(key, open2) {
    const found = held.get(key) ?? open2();
    held.delete(key);
    held.set(key, found);
    for (const [oldest, entry] of held) {
      if (held.size <= heldAtOnce) break;
      entry.close();
      held.delete(oldest);
    }
    return found;
  }
  return {
    source: (oid, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(oid, () => openBlob(repository, oid, size, name)).slice(from, to)
    }),
    file: (path, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(path, () => openFile(path, name, () => {
      })).slice(from, to)
    }),
    close: () => {
      for (const entry of held.values()) entry.close();
      held.clear();
    }
  };
}
function openBlob(repository, oid, size, name) {
  if (size < inMemory) {
    const bytes = readBlob(repository, oid);
    if (bytes === void 0 || bytes.length !== size) return unreadable(name);
    return { slice: (from, to) => bytes.subarray(from, to), close: () => {
    } };
  }
  const path = join(repository.scratch, `${oid}-${process.pid}-${threadId}.blob`);
  const into = openSync(path, "w", 384);
  const written = spoolBlob(repository, oid, into);
  closeSync(into);
  if (!written) return unreadable(name);
  return openFile(path, name, () => rmSync(path, { force: true }));
}
function openFile(path, name, then) {
  const file = openSync(path, "r");
  return {
    slice: (from, to) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, from + at);
        if (read === 0) return unreadable(name);
        at += read;
      }
      return bytes;
    },
    close: () => {
      closeSync(file);
      then();
    }
  };
}
function unreadable(name) {
  return fail("read/git-failed", { task: `read ${name}`, reason: "its content ends early" });
}

// src/host/content.ts
function openContents(repository, fetchRange) {
  const blobs = openBlobs(repository);
  const remote = /* @__PURE__ */ new Map();
  const open2 = (content) => {
    const { kind, id, size, name, file = "" } = content;
    if (kind === "blob") return blobs.source(id.slice(id.indexOf(":") + 1), size, name);
    if (kind === "file") return blobs.file(file, size, name);
    const found = remote.get(id) ?? { ...sparseSource(id, name, size), lost: void 0 };
    remote.set(id, found);
    return failing(found);
  };
  const bring = async (id, from, to) => {
    const into = remote.get(id);
    if (into === void 0) throw new TypeError(`no content ${id} was opened`);
    try {
      into.add(from, await fetchRange(id, from, to));
    } catch (error) {
      if (!(error instanceof FlopgateError)) throw error;
      into.lost = error;
    }
  };
  const prepare = async (source) => {
    for (; ; ) {
      try {
        return skim(source);
      } catch (error) {
        if (error instanceof FlopgateError) return;
        if (!(error instanceof MissingRange)) throw error;
        await bring(error.key, error.from, error.to);
      }
    }
  };
  return {
    source: (content) => content.saved === true ? open2(content) : modelOnly(open2(content), content.path),
    prepare: async (contents) => {
      const sides = new Map(contents.flatMap((one) => one?.kind === "remote" ? [[one.id, open2(one)]] : []));
      await Promise.all([...sides.values()].map(prepare));
    },
    bring,
    close: blobs.close
  };
}
function failing(remote) {
  const slice = (from, to) => {
    if (remote.lost !== void 0) throw remote.lost;
    return remote.source.slice(from, to);
  };
  return { ...remote.source, slice };
}
function modelOnly(source, path) {
  const slice = (from, to) => {
    const bytes = source.slice(from, to);
    if (from === 0 && looksLikeProfile(bytes.subarray(0, 512))) {
      fail("format/unrecognized", { reason: "it holds a saved profile, which counts nothing" }, { file: path });
    }
    return bytes;
  };
  return { ...source, slice };
}

// src/host/worker.ts
if (parentPort !== null) serve(parentPort, workerData);
function serve(port, { repository, convention }) {
  const asked = /* @__PURE__ */ new Map();
  const send = (message) => port.postMessage(message);
  let tickets = 0;
  const fetchRange = (id, from, to) => new Promise((resolve, reject) => {
    const ticket = tickets++;
    asked.set(ticket, (message) => {
      if (message.kind === "range") resolve(message.bytes);
      if (message.kind === "lost") reject(new FlopgateError(message.problem));
    });
    send({ kind: "range", ticket, id, from, to });
  });
  port.on("message", (message) => {
    if (message.kind === "range" || message.kind === "lost") {
      const answer = asked.get(message.ticket);
      asked.delete(message.ticket);
      return answer?.(message);
    }
    const contents = openContents(repository, fetchRange);
    const answered = message.kind === "look" ? look(message, contents).then((print) => ({ kind: "looked", print })) : measure2(message.one, contents, convention).then(
      (model) => ({ kind: "measured", model: portable(model) })
    );
    answered.then(send, (error) => send({ kind: "bug", error })).finally(contents.close);
  });
}
async function measure2(one, contents, convention) {
  const base = one.base && contents.source(one.base);
  const head = one.head && contents.source(one.head);
  await contents.prepare([one.base, one.head]);
  const reading = {
    savedProfiles: one.base?.saved === true || one.head?.saved === true,
    convention: await tableOf(convention)
  };
  return bringing(contents, () => measureCase({ ...one, base, head }, reading));
}
async function look({ content, withWeights }, contents) {
  const source = contents.source(content);
  await contents.prepare([content]);
  const reading = { savedProfiles: content.saved === true, convention: void 0 };
  try {
    return await bringing(contents, () => {
      const { profile, model } = measure(open(source, content.path, reading), content.path, asItIs);
      return fingerprintOf({ profile, ...withWeights && model !== void 0 && { model } });
    });
  } catch (error) {
    if (error instanceof FlopgateError) return null;
    throw error;
  }
}
var asItIs = { inputs: /* @__PURE__ */ new Map(), bind: /* @__PURE__ */ new Map() };
async function bringing(contents, read) {
  for (; ; ) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MissingRange)) throw error;
      await contents.bring(error.key, error.from, error.to);
    }
  }
}
async function tableOf(name) {
  if (name === void 0) return void 0;
  const { conventionNamed } = await import("./chunks/conventions-BEV2NANS.js");
  return conventionNamed(name);
}

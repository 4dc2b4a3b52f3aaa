import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  defaultConfigPath,
  findRevisions,
  folderResults,
  namedRevision,
  planRepository,
  writePart
} from "./chunk-D4PRDLHB.js";
import {
  measureCases
} from "./chunk-SFEMBHW3.js";
import {
  publish
} from "./chunk-GWJKGGIX.js";
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  progressOn,
  readText,
  writeWhole
} from "./chunk-DGCMSM2X.js";
import {
  borrowFrom,
  closeRepository,
  findCheckout,
  git,
  localCommit,
  objectId,
  openRepository
} from "./chunk-OT4ONOMH.js";
import {
  decide
} from "./chunk-GGDLLHHV.js";
import {
  fail,
  problem
} from "./chunk-3BSD2VQC.js";

// src/cli/check.ts
import { resolve } from "node:path";

// src/host/staged.ts
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
function findStaged(repository, staged, named) {
  const head = stagedTree(repository, staged);
  if (named.base === void 0 && localCommit(repository, "HEAD") === void 0) {
    return { base: null, head, problems: [problem("read/no-base", { reason: "nothing is committed yet" })] };
  }
  return { base: namedRevision(repository, "base", named.base ?? "HEAD"), head, problems: [] };
}
function stagedTree(repository, staged) {
  const { gitDir, checkout, scratch } = repository;
  if (gitDir === void 0 || checkout === void 0) return refuse("git cannot be used here");
  const index = staged.index ?? join(checkout.gitDir, "index");
  if (!existsSync(index)) return refuse("there is no index, so nothing was ever staged");
  const copy = join(gitDir, "index");
  copyFileSync(index, copy);
  for (const name of readdirSync(checkout.gitDir)) {
    if (name.startsWith("sharedindex.")) copyFileSync(join(checkout.gitDir, name), join(gitDir, name));
  }
  const objects = join(scratch, "staged");
  mkdirSync(join(objects, "pack"), { recursive: true });
  packFolders(gitDir, checkout, join(objects, "pack", "pack"));
  const written = git(["write-tree", "--missing-ok"], { gitDir, index: copy, objects });
  const sha = written.stdout.toString("latin1").trim();
  if (!written.ok || !objectId.test(sha)) return refuse(written.reason);
  borrowFrom(gitDir, objects);
  return { label: "what is staged", sha, how: "the index" };
}
function packFolders(gitDir, checkout, pack) {
  const patterns = join(checkout.gitDir, "info", "sparse-checkout");
  if (!existsSync(patterns)) return;
  mkdirSync(join(gitDir, "info"), { recursive: true });
  copyFileSync(patterns, join(gitDir, "info", "sparse-checkout"));
  const names = ["core.sparseCheckout", "core.sparseCheckoutCone", "index.sparse"];
  const config = names.map((name) => [name, "true"]);
  const listed = git(["ls-files", "--sparse", "--stage", "-z"], { gitDir, index: join(gitDir, "index"), config });
  const folders = listed.stdout.toString("latin1").matchAll(/(?:^|\0)040000 ([0-9a-f]+) /g);
  const ids = [...folders].map(([, oid = ""]) => oid);
  if (ids.length === 0) return;
  const within = ["rev-list", "--objects", "--no-object-names", "--filter=blob:none", "--stdin"];
  const trees = git(within, { gitDir, input: `${ids.join("\n")}
` });
  if (!trees.ok) refuse(trees.reason);
  const packed = git(["pack-objects", "-q", pack], { gitDir, input: trees.stdout.toString("latin1") });
  if (!packed.ok) refuse(packed.reason);
}
function refuse(reason) {
  return fail("read/staged", { reason });
}

// src/host/checkout.ts
async function planCheckout(options) {
  const checkout = findCheckout(options.repo);
  if (checkout === void 0) return fail("read/not-a-repository", { directory: options.repo });
  const repository = openRepository({ checkout });
  try {
    const { base, head, problems } = options.staged === void 0 ? findRevisions(repository, options) : findStaged(repository, options.staged, options);
    const { config } = options;
    const plan = await planRepository(repository, {
      base,
      head,
      problems,
      config: config === void 0 ? { kind: "commit", path: defaultConfigPath, revision: base ?? head } : { kind: "text", ...config },
      ...options.pairs !== void 0 && { pairs: options.pairs },
      ...options.given !== void 0 && { given: options.given },
      ...options.convention !== void 0 && { convention: options.convention },
      ...options.results !== void 0 && { results: options.results },
      ...options.share !== void 0 && { share: options.share }
    });
    return { ...plan, repository, close: () => closeRepository(repository) };
  } catch (error) {
    closeRepository(repository);
    throw error;
  }
}

// src/cli/check.ts
async function runCheck(world, args) {
  const { cache, part, output } = args;
  const results = cache === void 0 ? void 0 : folderResults(cache);
  const plan = await planFor(world, args, { ...results && { results }, ...part && { share: part } });
  const progress = progressOn(world);
  try {
    const models = await measureCases(plan.cases, {
      repository: plan.repository,
      convention: args.convention,
      ...results && { results },
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`)
    });
    progress.done();
    if (part !== void 0 && output !== void 0) {
      writeWhole(output, writePart([{ cases: plan.cases, models }]));
      return 0;
    }
    return await publish(world, args, decide({ ...plan.question, ...await conventionOf(args) }, models));
  } finally {
    progress.done();
    plan.close();
  }
}
async function planFor(world, args, more) {
  const { base, head, staged, config, pairs, inputs, bind, convention } = args;
  return planCheckout({
    repo: args.repo ?? world.cwd,
    ...base !== void 0 && { base },
    ...head !== void 0 && { head },
    ...staged && { staged: indexOf(world) },
    ...config !== void 0 && { config: { file: config, text: readText(config) } },
    pairs,
    given: { inputs, bind },
    convention,
    ...more
  });
}
function indexOf({ cwd, env }) {
  const { GIT_INDEX_FILE: index = "" } = env;
  return index === "" ? {} : { index: resolve(cwd, index) };
}

export {
  runCheck,
  planFor
};

import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  publish
} from "./chunk-N4OTCLTF.js";
import {
  closeRepository,
  defaultConfigPath,
  findCheckout,
  findRevisions,
  openRepository,
  planRepository
} from "./chunk-RTRXSCWI.js";
import {
  gate
} from "./chunk-W2L3MFHQ.js";
import "./chunk-YSL3TVL2.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-5ZNHUBII.js";
import "./chunk-LAOIP7I6.js";
import {
  conventionOf
} from "./chunk-5LA67VIZ.js";
import {
  progressOn,
  readText
} from "./chunk-6MC643ES.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-YM6ZTHWV.js";
import "./chunk-VBUK24IF.js";
import "./chunk-JBU5SONO.js";
import "./chunk-VPPQIC23.js";
import "./chunk-MVENPSY3.js";
import "./chunk-3NMFZZOD.js";
import "./chunk-BMWBNYSS.js";
import {
  fail
} from "./chunk-GU25UPSH.js";
import "./chunk-OFMZQ43D.js";
import "./chunk-FA6EQWUK.js";

// src/host/checkout.ts
async function planCheckout(options) {
  const checkout = findCheckout(options.repo);
  if (checkout === void 0) return fail("read/not-a-repository", { directory: options.repo });
  const repository = openRepository({ checkout });
  try {
    const { base, head, problems } = findRevisions(repository, options);
    const { config } = options;
    const plan = await planRepository(repository, {
      base,
      head,
      problems,
      config: config === void 0 ? { kind: "commit", path: defaultConfigPath, revision: base ?? head } : { kind: "text", ...config },
      ...options.pairs !== void 0 && { pairs: options.pairs },
      ...options.given !== void 0 && { given: options.given }
    });
    return {
      request: plan.request,
      close: () => {
        plan.close();
        closeRepository(repository);
      }
    };
  } catch (error) {
    closeRepository(repository);
    throw error;
  }
}

// src/cli/check.ts
async function runCheck(world, args) {
  const { base, head, config, pairs, inputs, bind } = args;
  const plan = await planCheckout({
    repo: args.repo ?? world.cwd,
    ...base !== void 0 && { base },
    ...head !== void 0 && { head },
    ...config !== void 0 && { config: { file: config, text: readText(config) } },
    pairs,
    given: { inputs, bind }
  });
  const progress = progressOn(world);
  try {
    const report = gate({
      ...plan.request,
      ...await conventionOf(args),
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`)
    });
    progress.done();
    return await publish(world, args, report);
  } finally {
    progress.done();
    plan.close();
  }
}
export {
  runCheck
};

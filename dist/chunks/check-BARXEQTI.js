import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  closeRepository,
  defaultConfigPath,
  findCheckout,
  findRevisions,
  openRepository,
  planRepository
} from "./chunk-D4RBKBNO.js";
import "./chunk-OQ2T4YAK.js";
import "./chunk-4JABVXCO.js";
import "./chunk-DDJIOGBJ.js";
import {
  publish
} from "./chunk-NYF7ED3O.js";
import "./chunk-ASQK3TNC.js";
import {
  progressOn,
  readText
} from "./chunk-FR2BTLO7.js";
import "./chunk-YLR6PMPM.js";
import {
  gate
} from "./chunk-X2VXP7KA.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-QFI2Q7QW.js";
import "./chunk-MVENPSY3.js";
import "./chunk-75US4DK7.js";
import {
  fail
} from "./chunk-CWVZ73DZ.js";
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
      ...options.pairs !== void 0 && { pairs: options.pairs }
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
  const { base, head, config, pairs } = args;
  const plan = await planCheckout({
    repo: args.repo ?? world.cwd,
    ...base !== void 0 && { base },
    ...head !== void 0 && { head },
    ...config !== void 0 && { config: { file: config, text: readText(config) } },
    pairs
  });
  const progress = progressOn(world);
  try {
    const report = gate({
      ...plan.request,
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

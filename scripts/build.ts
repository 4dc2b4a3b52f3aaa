/**
 * Builds `dist/`: the command line, the action and the library as ESM bundles that need no install, with the library's
 * types. Byte for byte the same from the same sources: no dates, no absolute paths, names by content.
 *
 *   node scripts/build.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { licensesOf } from './licenses.ts';

export const root = resolve(import.meta.dirname, '..');

/** What the build writes beside the bundles, which check-dist compares too. */
export const licensesFile = 'THIRD_PARTY_LICENSES.md';

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The texts are in THIRD_PARTY_LICENSES.md, once.
  legalComments: 'none',
  logLevel: 'warning',
} as const;

/** Bundles, types and the licence texts of what is bundled. Returns the text of the licences. */
export async function buildTo(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const metafile = await bundle(folder);
  declareTypes(join(folder, 'types'));
  return licensesOf(metafile, root);
}

/** Everything but the command line's first few lines, with what several entries need in chunks. */
async function bundle(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: {
      'cli-main': 'src/cli/main.ts',
      action: 'src/action/entry.ts',
      worker: 'src/host/worker.ts',
      index: 'src/index.ts',
    },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [withoutExamples],
    // Some dependencies are CommonJS and ask for node's own modules by `require`.
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
    metafile: true,
  });
  await build({
    ...shared,
    entryPoints: { cli: 'src/cli/entry.ts' },
    outdir,
    plugins: [
      {
        name: 'leave the rest to cli-main.js',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './cli-main.js', external: true })),
      },
    ],
  });
  return metafile;
}

/** Worked examples are tests and documentation: nobody asks a bundle for them, and node would read them at each start. Relies on the formatter's layout. */
const withoutExamples: Plugin = {
  name: 'leave out worked examples',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src[\\/]operators[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^( *)examples: \[(?:\n[\s\S]*?^\1\]|.*\]),$/gm, 'examples: [],'),
      loader: 'ts',
    })),
};

function declareTypes(outDir: string): void {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', outDir];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc could not write the types');
}

if (import.meta.main) {
  const [folder = 'dist'] = process.argv.slice(2);
  const licenses = await buildTo(resolve(folder));
  if (resolve(folder) === join(root, 'dist')) writeFileSync(join(root, licensesFile), licenses);
}

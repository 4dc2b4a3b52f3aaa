/** `flopgate render REPORT.json` */
import { renderReport } from '../report/index.ts';
import { readReport } from '../report/read.ts';
import type { Arguments } from './arguments.ts';
import { emit, readText, wantsColor } from './files.ts';
import type { ExitStatus } from './main.ts';
import type { World } from './world.ts';

/** Shows a report; its verdict was given when it was made, so the status only says whether it could be shown. */
export async function runRender(world: World, args: Arguments): Promise<ExitStatus> {
  const [path = ''] = args.operands;
  const report = readReport(readText(path), path);
  emit(world, args, renderReport(report, args.format, { color: wantsColor(world, args) }));
  return 0;
}

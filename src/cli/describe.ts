/** A problem as a person at a terminal reads it: what, where, what to do. */
import type { Place, Problem } from '../problem.ts';
import { terminalText } from '../report/escape.ts';

interface Said extends Pick<Problem, 'severity' | 'message' | 'help'> {
  readonly at?: Place | undefined;
}

export function describe(problem: Said): string {
  const label = problem.severity === 'fatal' ? 'flopgate' : `flopgate: ${problem.severity}`;
  const place = problem.at === undefined ? '' : placeText(problem.at);
  return `${label}: ${printable(problem.message)}\n${place === '' ? '' : `  in ${printable(place)}\n`}  ${printable(problem.help)}\n`;
}

/** `models/net.onnx, byte 1234` or `.github/flopgate.yml:12:5, models.0.budgets.macs`. */
function placeText({ file, offset, line, column, key, node }: Place): string {
  const position = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
  const parts = [
    `${file ?? ''}${file === undefined && line !== undefined ? `line ${line}` : position}`,
    key ?? '',
    node === undefined ? '' : `node ${node}`,
    offset === undefined ? '' : `byte ${offset}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Names in it come from files; a message is longer than a cell of a table. */
function printable(text: string): string {
  return terminalText(text, 2000);
}

/** The formats Flopgate reads. A new one is a folder here and a line in `formats`. */
import type { Source } from '../bytes/source.ts';
import type { Model } from '../model/model.ts';
import { fail } from '../problem.ts';
import { refuse } from './foreign.ts';
import { type Format, headBytes } from './format.ts';
import { onnx } from './onnx/index.ts';

export const formats: readonly Format[] = [onnx];

/** Id of the format by content, whatever the file is called; `undefined` when it is none of ours. */
export function recognize(source: Source): string | undefined {
  return formatOf(source, headOf(source))?.id;
}

/** Throws FlopgateError for a file that is damaged, hostile, or of another kind; the problem says which. */
export function readModel(source: Source): Model {
  if (source.size === 0) fail('format/empty', {}, { file: source.name });
  const head = headOf(source);
  const format = formatOf(source, head);
  return format === undefined ? refuse(source, head) : format.read(source);
}

/**
 * Touches what reading the file will read, and makes nothing of it: for a sparse source, to have most of its ranges
 * brought before the file is read. Throws what the source throws, and FlopgateError for a damaged file.
 */
export function skim(source: Source): void {
  if (source.size > 0) formatOf(source, headOf(source))?.skim(source);
}

function formatOf(source: Source, head: Uint8Array): Format | undefined {
  return formats.find((format) => format.recognize(head, source));
}

function headOf(source: Source): Uint8Array {
  return source.slice(0, Math.min(source.size, headBytes));
}

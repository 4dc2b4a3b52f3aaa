import { Cursor } from '../../bytes/cursor.ts';
import { readMessage, startWalk } from '../../bytes/protobuf.ts';
import type { Source } from '../../bytes/source.ts';
import type { Model } from '../../model/model.ts';
import type { Format } from '../format.ts';
import { startFindings } from './findings.ts';
import { ceilings } from './limits.ts';
import { lowerModel } from './lower.ts';
import { recognizeOnnx } from './recognize.ts';
import { modelMessage } from './schema.ts';
import { startSizes } from './sizes.ts';
import { skimOnnx } from './skim.ts';

/** Binary ONNX of any IR version. See docs/formats.md for what is read of it. */
export const onnx: Format = {
  id: 'onnx',
  title: 'ONNX',
  extensions: ['.onnx'],
  recognize: recognizeOnnx,
  read: readOnnx,
  skim: skimOnnx,
};

function readOnnx(source: Source): Model {
  const lowering = { source, findings: startFindings(source.name), sizes: startSizes(source) };
  const walk = startWalk(new Cursor(source), ceilings);
  return lowerModel(lowering, readMessage(walk, modelMessage(lowering), source.size));
}

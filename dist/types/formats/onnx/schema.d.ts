import { type Message } from '../../bytes/protobuf.ts';
import type { Lowering } from './findings.ts';
import type { ModelProto } from './messages.ts';
/** The messages that hold graphs, for one file: what they hold is lowered as it is read. */
export declare function modelMessage(lowering: Lowering): Message<ModelProto>;

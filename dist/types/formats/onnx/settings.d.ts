/**
 * Attributes that many nodes have in common. A convolution's kernel and strides repeat through a network; equal bytes
 * give one record (`recurringList`), equal lists of records one map, which is lowered once and held once.
 */
import type { Attribute } from '../../model/model.ts';
import type { AttributeProto } from './messages.ts';
/** Numbers and text: it says nothing of a place in the file, and opens no graph. */
export declare function isSetting(p: AttributeProto): boolean;
type Lowered = ReadonlyMap<string, Attribute>;
export interface Settings {
    /** What `lower` made of the same records before, or makes now. */
    lowered(protos: readonly AttributeProto[], lower: () => Lowered): Lowered;
}
export declare function startSettings(): Settings;
export {};

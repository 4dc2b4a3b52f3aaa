/** What the file says of a value: dtype and extents, for Flopgate's own inference to be checked against. */
import type { ValueInfo, ValueType } from '../../model/model.ts';
import type { TypeProto, ValueInfoProto } from './messages.ts';
export declare function lowerValue(proto: ValueInfoProto): ValueInfo;
/** A value without a type is a tensor of which nothing is known, as the commonest of what it may be. */
export declare function lowerType(proto: TypeProto | null): ValueType;

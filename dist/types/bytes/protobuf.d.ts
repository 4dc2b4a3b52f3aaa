import type { Cursor } from './cursor.ts';
/** Bounds on what a file can make us keep, whatever it says. Each caller names its own, with the reason. */
export interface Ceilings {
    /** Messages inside messages. */
    readonly depth: number;
    readonly messages: number;
    /** Numbers and strings in repeated fields. */
    readonly elements: number;
    /** Bytes of one string. */
    readonly textBytes: number;
}
/** One reading of one file: where it stands and what it has kept so far. */
export interface Walk {
    readonly cursor: Cursor;
    readonly ceilings: Ceilings;
    depth: number;
    messages: number;
    elements: number;
}
export declare function startWalk(cursor: Cursor, ceilings: Ceilings): Walk;
/** Where a field's content lies; the content itself is not read. */
export interface Payload {
    readonly field: number;
    /** Of the content's first byte in the file: of its only piece, or the first of several. */
    readonly offset: number;
    /** Bytes of content in all pieces together. */
    readonly byteLength: number;
    /** How often the field occurs: 1 for bytes and for a packed list. */
    readonly pieces: number;
    /** From the first piece's tag to the last one's end, whatever stands between them included. */
    readonly from: number;
    readonly to: number;
    /** Each piece is one number, not a packed list. */
    readonly unpacked: boolean;
}
export interface Field<T> {
    readonly number: number;
    /** Wire types it may have. */
    readonly wires: readonly number[];
    /** Reads one occurrence up to `end`; `previous` is what the occurrences before it made. */
    read(walk: Walk, wire: number, end: number, previous: T, tagAt: number): T;
}
/** A field of every name in the record, and no other. */
export type FieldTable<M> = {
    readonly [K in keyof M]: Field<M[K]>;
};
interface Slot<M> {
    readonly name: string;
    readonly wires: readonly number[];
    read(record: M, walk: Walk, wire: number, end: number, tagAt: number): void;
}
export interface Message<M> {
    readonly name: string;
    /** A record of which nothing is said yet. A literal, so that all records of a message are alike. */
    readonly empty: () => M;
    readonly slots: readonly (Slot<M> | undefined)[];
}
/** What a list is before its first element. Never pushed to: the first element makes a list of its own. */
export declare const none: never[];
/** `oneOf` are fields of which the last one that occurs stands alone. */
export declare function message<M extends object>(name: string, empty: () => M, table: FieldTable<M>, oneOf?: readonly (keyof M)[]): Message<M>;
/** Reads the message that lies between the cursor and `end`. Fields of `into` are kept and merged with, as protobuf does. */
export declare function readMessage<M extends object>(walk: Walk, message: Message<M>, end: number, into?: M): M;
/** Steps over a field, whatever it is. Groups, which no current format has, are refused: to skip them is to nest. */
export declare function skipField(cursor: Cursor, inside: string, tag: number, end: number, tagAt: number): void;
/** The length at the cursor, checked against what remains of the message around it. */
export declare function lengthWithin(cursor: Cursor, end: number, inside: string): number;
export declare function text(number: number): Field<string>;
/** Of any length: beyond the ceiling only its beginning is kept, and its length said. */
export declare function longText(number: number): Field<string>;
/** As `longText`, but `null` where it does not occur. */
export declare function optionalText(number: number): Field<string | null>;
/** Names: one beyond the ceiling is refused, for two of which only the beginning was kept could look the same. */
export declare function texts(number: number): Field<string[]>;
export declare function longTexts(number: number): Field<string[]>;
export declare function int64(number: number): Field<bigint | null>;
/** Also for enums. */
export declare function int32(number: number): Field<number>;
export declare function float(number: number): Field<number | null>;
/** Packed or not. */
export declare function int64s(number: number): Field<bigint[]>;
/** Packed or not. */
export declare function floats(number: number): Field<number[]>;
/** A message inside; where it occurs again, its fields are merged. `of` is a function for messages that nest. */
export declare function nested<M extends object>(number: number, of: () => Message<M>): Field<M | null>;
export declare function nestedList<M extends object>(number: number, of: () => Message<M>): Field<M[]>;
/** As `nestedList`, each record put into its final form at once: of a long list, one record exists at a time. */
export declare function loweredList<M extends object, T>(number: number, of: () => Message<M>, lower: (record: M, index: number) => T): Field<T[]>;
/**
 * A message whose bytes often repeat, such as a type: equal bytes are read once and share what `lower` makes of them. A
 * second one would be merged with the first by protobuf's own parsers; no writer makes it, so it is refused.
 */
export declare function shared<M extends object, T>(number: number, of: () => Message<M>, lower: (record: M) => T): Field<T | null>;
/**
 * As `nestedList`, of messages whose bytes often repeat: equal bytes are read once and give the same record, where
 * `mayShare` says that a record does not tell where in the file it lies.
 */
export declare function recurringList<M extends object>(number: number, of: () => Message<M>, mayShare: (record: M) => boolean): Field<M[]>;
/** Bytes left in the file; of several occurrences the last counts, as in protobuf. */
export declare function payload(number: number): Field<Payload | null>;
/** Repeated numbers or strings left in the file. Numbers may be packed, in one piece or several, or not. */
export declare function payloads(number: number, of: 'varint' | 'fixed32' | 'fixed64' | 'bytes'): Field<Payload | null>;
export {};

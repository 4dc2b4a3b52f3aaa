import type { Ceilings } from '../../bytes/protobuf.ts';

/** What one ONNX file may make us keep. The file's size bounds nothing by itself: an empty message takes two bytes of it. */
export const ceilings: Ceilings = {
  /** Protobuf's own parsers in C++ and Python stop here, so nothing deeper could be loaded. A subgraph takes 3 levels. */
  depth: 100,
  /** A node with its attributes and declared output takes about 15; the largest graphs exported have some 100,000. */
  messages: 6_000_000,
  /** Names, extents, and lists in attributes; a forest of 200,000 decision nodes needs 2 million. About 32 bytes each. */
  elements: 16_000_000,
  /** Names are a few hundred bytes at most; what is longer is a file put into a string, such as a compiled engine. */
  textBytes: 65_536,
};

/** In all graphs of a file: ten times the largest ones exported. Each costs later stages about a kilobyte. */
export const mostNodes = 1_000_000;

/** The last IR version whose text was read for `schema.ts`; 14 was a draft then. */
export const knownIrVersion = 13n;

/** What a type alone tells of a value. */
import type { ValueType } from '../model/model.ts';
import type { Fact } from './operator.ts';

/** Recursion is over nesting, which the reader bounds. `name` is for the reason where the type is not ONNX's own. */
export function factOfType(type: ValueType, name: string): Fact {
  switch (type.kind) {
    case 'tensor':
      return { kind: 'tensor', dtype: type.dtype, shape: type.shape };
    case 'sequence':
    case 'optional':
      return { kind: type.kind, element: factOfType(type.element, name) };
    case 'map':
      return { kind: 'map', key: type.key, value: factOfType(type.value, name) };
    case 'opaque':
      return { kind: 'opaque', why: `the file gives \`${name}\` a type that is not ONNX's own` };
  }
}

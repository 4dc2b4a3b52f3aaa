/** Chance that can be had again: the same seed gives the same inputs on any machine. */
export interface Random {
  /** 0 … `below` − 1; 0 where `below` is 0. */
  int(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
}

/** sfc32 (PractRand), from 128 bits that `text` gives. */
export function randomOf(text: string): Random {
  let [a, b, c, d] = [hash32(`a${text}`), hash32(`b${text}`), hash32(`c${text}`), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (below: number): number => (below <= 0 ? 0 : next() % below);
  return {
    int,
    once: (times) => int(times) === 0,
    pick: (list) => {
      const [first] = list;
      const found = list[int(list.length)] ?? first;
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

/** FNV-1a with a final mix, 32 bits. */
export function hash32(data: string | Uint8Array): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < data.length; i++) {
    h = Math.imul(h ^ (typeof data === 'string' ? data.charCodeAt(i) : (data[i] ?? 0)), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

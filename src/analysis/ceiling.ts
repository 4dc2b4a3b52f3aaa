/** The maximum of many counts that may hold symbols, kept as the few that nothing dominates. */
import { compare, type Dim, isKnown, isUnknown, keyOf, max, symbolsOf, unknown } from '../model/dim.ts';

/** More operands than a reader could use, and than a hostile graph may make us compare. */
const mostCandidates = 32;

export class Ceiling {
  private known = 0n;
  private symbolic: Dim[] = [];
  private readonly seen = new Set<string>();
  private gap: Dim | undefined;

  offer(d: Dim): void {
    if (isKnown(d)) {
      if (d > this.known) this.known = d;
    } else if (isUnknown(d)) this.gap ??= d;
    else if (this.gap === undefined) this.offerSymbolic(d);
  }

  /** The maximum; unknown when an operand was, or when too many operands cannot be told apart. */
  value(): Dim {
    if (this.gap !== undefined) return this.gap;
    return this.symbolic.reduce(max, this.known);
  }

  private offerSymbolic(d: Dim): void {
    const key = keyOf(d);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (this.symbolic.some((other) => (compare(other, d) ?? -1) >= 0)) return;
    this.symbolic = [...this.symbolic.filter((other) => (compare(d, other) ?? -1) < 0), d];
    if (this.symbolic.length <= mostCandidates) return;
    const names = [...new Set(this.symbolic.flatMap(symbolsOf))].sort().join(', ');
    this.gap = unknown(`which point of the run needs most depends on the symbols: bind ${names}`);
  }
}

/**
 * Where an added or removed stretch begins is open when what follows it looks like it: `AB[AB]` or `A[BA]B`. Slides every
 * stretch to the place where the map costs least, as a text diff slides its hunks to the nearest blank line.
 */
import { type Pairing, pair, type Task, totalCost, unpair } from './cost.ts';
import { phase } from './seeds.ts';

/** Steps tried in either direction: a block of a transformer has some forty layers. */
const maxSteps = 120;

export function slide(task: Task, pairing: Pairing): void {
  for (const side of ['head', 'base'] as const)
    for (const stretch of stretches(task, pairing, side)) slideOne(task, pairing, side, stretch);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function stretches(task: Task, pairing: Pairing, side: 'base' | 'head'): readonly Stretch[] {
  const at = side === 'base' ? task.baseAt : task.headAt;
  const partner = side === 'base' ? pairing.toHead : pairing.toBase;
  const result: Stretch[] = [];
  for (let start = 0; start < at.length; start++) {
    if (partner[at[start] ?? 0] !== -1) continue;
    let end = start;
    while (end < at.length && partner[at[end] ?? 0] === -1) end++;
    if (end - start > 1) result.push({ start, end });
    start = end;
  }
  return result;
}

function slideOne(task: Task, pairing: Pairing, side: 'base' | 'head', { start, end }: Stretch): void {
  let best = totalCost(task, pairing);
  for (const direction of [-1, 1] as const) {
    // Towards the front, the node before the stretch hands its partner to the stretch's last; towards the back, mirrored.
    const edges = (step: number): readonly [number, number] =>
      direction < 0 ? [start - step, end - step] : [end + step - 1, start + step - 1];
    let [done, taken] = [0, 0];
    while (done < maxSteps) {
      const [from, to] = edges(done + 1);
      if (!hand(task, pairing, side, from, to)) break;
      done++;
      const cost = totalCost(task, pairing);
      if (cost < best) [best, taken] = [cost, done];
    }
    for (; done > taken; done--) {
      const [from, to] = edges(done);
      hand(task, pairing, side, to, from);
    }
    if (taken > 0) return;
  }
}

/** Gives the partner of the node at one position to an equal node at another; false where that cannot be. */
function hand(task: Task, pairing: Pairing, side: 'base' | 'head', from: number, to: number): boolean {
  const at = side === 'base' ? task.baseAt : task.headAt;
  const partner = side === 'base' ? pairing.toHead : pairing.toBase;
  const labels = task.labels[side].exact;
  const [giver, taker] = [at[from], at[to]];
  if (giver === undefined || taker === undefined || labels[giver] !== labels[taker]) return false;
  const other = partner[giver] ?? -1;
  if (other < 0 || partner[taker] !== -1) return false;
  // What names or weights paired stays.
  if ((pairing.phase[side === 'base' ? giver : other] ?? 0) <= phase.sketch) return false;
  if (side === 'base') {
    unpair(pairing, giver);
    pair(pairing, taker, other, phase.alignment);
  } else {
    unpair(pairing, other);
    pair(pairing, other, taker, phase.alignment);
  }
  return true;
}

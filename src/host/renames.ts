/**
 * A model that is renamed and edited in one change: git sees one file go and another come. Those are looked at, and one that
 * is a version of the other by what it is made of is paired with it.
 */
import { type Fingerprint, pairKin } from '../diff/kin.ts';
import { type Problem, problem } from '../problem.ts';
import { isRegular, type Pairing } from './pairing.ts';

export interface Renames {
  readonly pairings: readonly Pairing[];
  readonly problems: readonly Problem[];
}

/** Each is read once; a change of more models than that moves a whole collection. */
const mostLookedAt = 64;

/**
 * `groupOf`: only models of one group are paired, lest one leaves the budgets it is under. `look` gives what tells versions
 * of each, or `undefined` where one cannot be read.
 */
export async function pairRenames(
  pairings: readonly Pairing[],
  groupOf: (pairing: Pairing) => unknown,
  look: (pairings: readonly Pairing[]) => Promise<readonly (Fingerprint | undefined)[]>,
): Promise<Renames> {
  const groups = groupsOf(pairings, groupOf);
  const wanted = groups.flatMap(({ gone, came }) => [...gone, ...came]);
  if (wanted.length === 0) return { pairings, problems: [] };
  if (wanted.length > mostLookedAt) {
    return { pairings, problems: [problem('read/renames-not-sought', { count: wanted.length, most: mostLookedAt })] };
  }
  const looked = await look(wanted);
  const prints = new Map(wanted.map((one, at) => [one, looked[at]]));
  const found = groups.map((group) => pairGroup(group, prints));
  const partners = new Map(found.flatMap(({ pairs }) => pairs.map(({ came, gone }) => [came, gone] as const)));
  const taken = new Set(partners.values());
  return {
    pairings: pairings.flatMap((one) => {
      const gone = partners.get(one);
      if (gone === undefined) return taken.has(one) ? [] : [one];
      return [
        { ...one, basePath: gone.path, status: 'renamed' as const, base: gone.base, pairedBy: 'structure' as const },
      ];
    }),
    problems: found.flatMap(({ problems }) => problems),
  };
}

interface Group {
  readonly gone: readonly Pairing[];
  readonly came: readonly Pairing[];
}

/** Groups that have both. */
function groupsOf(pairings: readonly Pairing[], groupOf: (pairing: Pairing) => unknown): readonly Group[] {
  const groups = new Map<unknown, { readonly gone: Pairing[]; readonly came: Pairing[] }>();
  for (const pairing of pairings) {
    const { status, base, head } = pairing;
    const entry = status === 'removed' ? base : status === 'added' ? head : null;
    if (entry === null || !isRegular(entry)) continue;
    const key = groupOf(pairing);
    const group = groups.get(key) ?? { gone: [], came: [] };
    groups.set(key, group);
    (status === 'removed' ? group.gone : group.came).push(pairing);
  }
  return [...groups.values()].filter(({ gone, came }) => gone.length > 0 && came.length > 0);
}

function pairGroup({ gone, came }: Group, prints: ReadonlyMap<Pairing, Fingerprint | undefined>) {
  const seen = (all: readonly Pairing[]) =>
    all.flatMap((one) => {
      const print = prints.get(one);
      return print === undefined ? [] : [{ one, print }];
    });
  const [before, after] = [seen(gone), seen(came)];
  const { pairs, unclear } = pairKin(
    before.map(({ print }) => print),
    after.map(({ print }) => print),
  );
  return {
    pairs: pairs.flatMap(([i, j]) => {
      const [from, to] = [before[i], after[j]];
      return from === undefined || to === undefined ? [] : [{ gone: from.one, came: to.one }];
    }),
    problems: unclear.flatMap(({ came: j, gone: all }) => {
      const to = after[j]?.one.path ?? '';
      const from = all.map((i) => `\`${before[i]?.one.path ?? ''}\``).join(', ');
      return [problem('read/rename-unclear', { to, from }, { file: to })];
    }),
  };
}

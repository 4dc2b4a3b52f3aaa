/**
 * Whether the override label accepts what this run found exceeded: on the pull request now, set by somebody who may
 * write, and set when the head was the very commit that was judged. Whatever cannot be read or shown accepts nothing.
 *
 * The forge does not say which head a label was set on. What it does say, with times of its own: a head it saw at some
 * moment (the event's payload, a workflow run), and every move of the head that was no fast-forward. From a commit a
 * fast-forward leads away for good. So a head seen before the label and judged now, with no other move since it was
 * seen, was the head all the while, and so when the label was set.
 */
import type { Waiver } from '../budget/budget.ts';
import type { Question } from '../gate.ts';
import { type Problem, problem, unreachable } from '../problem.ts';
import type { Report } from '../report/report.ts';
import type { Happening, PullState, RunState } from './answers.ts';
import type { Forge } from './forge.ts';
import { type Json, numberAt, textAt } from './json.ts';
import { refusalOf } from './patience.ts';

export interface Judged {
  readonly label: string;
  readonly pullRequest: number;
  /** Head of the pull request as it was judged, alone or merged into the base. */
  readonly headSha: string;
  /** Of the event that started this run. */
  readonly payload: Json;
}

export type Override =
  | { readonly kind: 'absent' }
  | { readonly kind: 'accepted'; readonly waiver: Waiver }
  | { readonly kind: 'refused'; readonly problem: Problem };

type Asked = Pick<Forge, 'pullRequest' | 'happenings' | 'permission' | 'runsFor'>;

export async function readOverride(forge: Asked, judged: Judged): Promise<Override> {
  const found = await examine(forge, judged);
  if (found === 'absent') return { kind: 'absent' };
  if (!isDoubt(found)) return { kind: 'accepted', waiver: found };
  return { kind: 'refused', problem: problem('config/override-refused', { label: judged.label, ...found }) };
}

/** What this changes of the question, which is asked anew then. Nothing is read unless something is exceeded. */
export async function acceptance(
  forge: Asked,
  { checks }: Report,
  /** A problem where there is a label on something else than what was judged. */
  judgedOf: () => Promise<Judged | Problem | undefined>,
): Promise<Pick<Question, 'waivedBy' | 'notWaived'> | undefined> {
  if (!checks.some(({ result }) => result === 'exceeded')) return undefined;
  const judged = await judgedOf();
  if (judged === undefined) return undefined;
  if ('code' in judged) return { notWaived: judged };
  const override = await readOverride(forge, judged);
  switch (override.kind) {
    case 'absent':
      return undefined;
    case 'accepted':
      return { waivedBy: override.waiver };
    case 'refused':
      return { notWaived: override.problem };
    default:
      return unreachable(override);
  }
}

/** Why a label accepts nothing, and what to do. */
interface Doubt {
  readonly reason: string;
  readonly advice: string;
}

function isDoubt(value: object): value is Doubt {
  return 'reason' in value;
}

const setAgain = 'Remove the label and set it again';
const byWriter = 'Somebody with write access removes the label and sets it again';
const afresh = `${setAgain}; with \`labeled\` among the workflow's \`types\` that starts a run that sees it set`;

async function examine(forge: Asked, judged: Judged): Promise<Waiver | 'absent' | Doubt> {
  const { label, pullRequest, headSha } = judged;
  const live = await attempt('the pull request', 'pull-requests: read', () => forge.pullRequest(pullRequest));
  if (isDoubt(live)) return live;
  const { value: state } = live;
  if (state === undefined) return { reason: 'the forge does not say what its head is', advice: afresh };
  if (!state.labels.includes(label)) return 'absent';
  if (state.headSha !== headSha) {
    const reason = `this run judged ${short(headSha)}, and the head is ${short(state.headSha)}`;
    return { reason, advice: 'The run on that head decides' };
  }
  const events = await attempt('its events', 'pull-requests: read', () => forge.happenings(pullRequest));
  if (isDoubt(events)) return events;
  const setting = lastSetting(events.value, label);
  if (isDoubt(setting)) return setting;
  const right = await mayWrite(forge, setting);
  if (right !== true) return right;
  const doubt = (await doubtOfCommit(forge, judged, state, events.value, setting)) ?? false;
  return doubt === false ? { label, actor: setting.login, at: setting.time, commit: headSha } : doubt;
}

/** Who set the label last, when it was not removed after. */
interface Setting {
  readonly login: string;
  readonly id: number | undefined;
  /** As the forge writes it, and in milliseconds. */
  readonly time: string;
  readonly at: number;
}

function lastSetting(events: readonly Happening[], label: string): Setting | Doubt {
  const own = events.filter((one) => one.label === label && (one.what === 'labeled' || one.what === 'unlabeled'));
  const last = own.reduce<Happening | undefined>((a, b) => (a === undefined || isLater(b, a) ? b : a), undefined);
  if (last === undefined || last.what !== 'labeled') {
    return { reason: 'its events do not say who set it', advice: afresh };
  }
  const at = Date.parse(last.at);
  if (last.actor === undefined || Number.isNaN(at)) {
    return { reason: 'who set it, or when, is not known any more', advice: byWriter };
  }
  return { login: last.actor.login, id: last.actor.id, time: last.at, at };
}

function isLater(a: Happening, b: Happening): boolean {
  const [x, y] = [Date.parse(a.at), Date.parse(b.at)];
  // A time that is none counts as the latest: it leads to a doubt.
  return Number.isNaN(x) || x > y || (x === y && a.id > b.id);
}

/** `maintain` is given as write, `triage` as read (GitHub's docs, "Get repository permissions for a user"). */
const writers: readonly string[] = ['admin', 'write'];

async function mayWrite(forge: Asked, { login, id }: Setting): Promise<true | Doubt> {
  const asked = await attempt(`the rights of ${login}`, 'contents: read', () => forge.permission(login));
  if (isDoubt(asked)) return asked;
  const { permission, userId } = asked.value;
  // A name that changed hands since is somebody else's.
  if (id === undefined || userId !== id) return { reason: `${login} is not who set it then`, advice: byWriter };
  if (writers.includes(permission)) return true;
  return { reason: `${login} set it, and has no write access`, advice: byWriter };
}

/** A moment at which the head was the judged commit, as the forge told it. */
interface Sighting {
  readonly at: number;
  /** By how much the moment may be told late, in milliseconds. */
  readonly late: number;
}

const seconds = 1000;
const minutes = 60 * seconds;

/** Undefined when the label was set on the judged commit. */
async function doubtOfCommit(
  forge: Asked,
  judged: Judged,
  live: PullState,
  events: readonly Happening[],
  setting: Setting,
): Promise<Doubt | undefined> {
  if (events.some((one) => retargeting.has(one.what) && !isBefore(one, setting.at))) {
    return { reason: 'the base branch was changed for another since it was set', advice: setAgain };
  }
  const moves = events.filter(({ what }) => rewriting.has(what));
  const proves = (seen: Sighting) => moves.every((move) => isBefore(move, seen.at - seen.late));
  const payload = sightingOf(judged, setting);
  if (payload !== undefined && proves(payload)) return undefined;
  const runs = await attempt('the runs on this commit', 'actions: read', () => forge.runsFor(judged.headSha));
  if (!isDoubt(runs) && runs.value.flatMap((run) => seenBy(run, live, setting)).some(proves)) return undefined;
  if (moves.some((move) => !isBefore(move, setting.at - runDelay))) {
    return { reason: `the head was force-pushed, or the like, shortly before it was set or since`, advice: afresh };
  }
  const unseen = `nothing shows that it was set on ${short(judged.headSha)}`;
  return isDoubt(runs)
    ? { reason: `${unseen}, and ${runs.reason}`, advice: `${runs.advice}; or: ${lowered(afresh)}` }
    : { reason: unseen, advice: afresh };
}

/** Moves of the head that may lead back to a commit it had left (GitHub's docs, "Issue event types"). */
const rewriting: ReadonlySet<string> = new Set([
  'head_ref_force_pushed',
  'head_ref_deleted',
  'head_ref_restored',
  // While it was closed, moves of its head were not its events.
  'reopened',
]);
const retargeting: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);

/** False for a time that is none. */
function isBefore({ at }: Happening, moment: number): boolean {
  return Date.parse(at) < moment;
}

/** A payload is made within seconds of what it tells, and may be dated a little after it. */
const payloadDelay = minutes;
const sameMoment = 10 * seconds;

/** What the payload of this run says of the head, if that was before the label was set or is the setting itself. */
function sightingOf({ label, pullRequest, headSha, payload }: Judged, setting: Setting): Sighting | undefined {
  if (numberAt(payload, 'pull_request', 'number') !== pullRequest) return undefined;
  if (textAt(payload, 'pull_request', 'head', 'sha') !== headSha) return undefined;
  const at = Date.parse(textAt(payload, 'pull_request', 'updated_at') ?? '');
  const isSetting =
    textAt(payload, 'action') === 'labeled' &&
    textAt(payload, 'label', 'name') === label &&
    textAt(payload, 'sender', 'login') === setting.login;
  const latest = setting.at + (isSetting ? sameMoment : -1);
  return at <= latest ? { at, late: payloadDelay } : undefined;
}

/** Runs are queued; one dated later than this after the push it is for would be an outage. */
const runDelay = 10 * minutes;

/** A run counts if it was made for this head while this pull request was open, and before the label was set. */
function seenBy(run: RunState, live: PullState, setting: Setting): readonly Sighting[] {
  const at = Date.parse(run.createdAt);
  const opened = Date.parse(live.createdAt ?? '');
  // On `pull_request_target` a run's commit is the base's.
  const isOurs = run.event === 'pull_request' && run.headSha === live.headSha && run.headBranch === live.headRef;
  const home = live.headRepository?.fullName.toLowerCase();
  if (!isOurs || home === undefined || run.headRepository?.toLowerCase() !== home) return [];
  // The branch may have had another pull request before, whose events are not among ours.
  return at < setting.at && at - runDelay >= opened ? [{ at, late: runDelay }] : [];
}

async function attempt<T>(
  what: string,
  permission: string,
  ask: () => Promise<T>,
): Promise<{ readonly value: T } | Doubt> {
  try {
    return { value: await ask() };
  } catch (error) {
    const refusal = refusalOf(error);
    const why = refusal === undefined ? messageOf(error) : `the forge answered ${refusal.status}`;
    const isDenied = refusal !== undefined && [401, 403, 404].includes(refusal.status);
    const advice = isDenied ? `The job may lack the permission \`${permission}\`` : 'Run the job again';
    return { reason: `${what} could not be read (${why})`, advice };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function short(sha: string): string {
  return sha.slice(0, 12);
}

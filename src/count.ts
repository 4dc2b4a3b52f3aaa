/** The first half of the corridor, bytes → Model → Profile: all that `flopgate count` needs, and each side of the gate. */
import type { InferOptions } from './analysis/infer.ts';
import { assumptionsOf } from './analysis/inputs.ts';
import { profileModel } from './analysis/measure.ts';
import type { Profile } from './analysis/profile.ts';
import { looksLikeProfile, profileFromJson } from './analysis/profile-json.ts';
import { optionsForSide } from './analysis/sides.ts';
import type { Source } from './bytes/source.ts';
import type { Convention } from './conventions/convention.ts';
import { flopgate } from './conventions/own.ts';
import { readModel } from './formats/index.ts';
import type { Model } from './model/model.ts';
import { fail, problem } from './problem.ts';

/** A model with what it costs; without the model where a saved profile stands in for it. */
export interface Measured {
  readonly profile: Profile;
  readonly model?: Model;
}

/** A file as it was read, once for all the ways it is measured. */
export type Opened =
  | { readonly profile: Profile }
  | { readonly model: Model; readonly convention: Convention | undefined };

export interface Reading {
  /** Whether a saved profile may stand in for a model. */
  readonly savedProfiles: boolean;
  readonly convention: Convention | undefined;
}

/** Measures one model, or takes a saved profile as it stands. Throws FlopgateError when the file cannot be read. */
export function count(source: Source, path: string, options: InferOptions, convention?: Convention): Measured {
  return measure(open(source, path, { savedProfiles: true, convention }), path, options);
}

export function open(source: Source, path: string, { savedProfiles, convention }: Reading): Opened {
  const saved = savedProfiles && looksLikeProfile(source.slice(0, Math.min(source.size, 512)));
  if (!saved) return { model: readModel(source), convention };
  const profile = profileFromJson(new TextDecoder().decode(source.slice(0, source.size)), path);
  const [found, wanted] = [profile.convention.id, (convention ?? flopgate).id];
  return found === wanted ? { profile } : fail('usage/convention-mismatch', { found, wanted }, { file: path });
}

/** `other` is the other side of a comparison, whose inputs may bear the names the options were given for. */
export function measure(side: Opened, path: string, options: InferOptions, other?: Opened | null): Measured {
  if ('profile' in side) return { profile: asSaved(side.profile, path, options) };
  const { model, convention } = side;
  const counterpart = other && 'model' in other ? other.model.graph : undefined;
  return { model, profile: profileModel(model, path, optionsForSide(options, model.graph, counterpart), convention) };
}

/** A saved profile stays as it was measured; what it was not measured with is said. */
function asSaved(profile: Profile, path: string, options: InferOptions): Profile {
  const ignored = assumptionsOf(options).filter((one) => !profile.assumptions.includes(one));
  if (ignored.length === 0) return profile;
  const note = problem('usage/saved-profile', { ignored: ignored.join(', ') }, { file: path });
  return { ...profile, problems: [...profile.problems, note] };
}

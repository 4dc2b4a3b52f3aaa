/** What one model costs: totals, what they are made of, every layer, and what is assumed or unknown. */
import { type Profile } from '../../analysis/profile.ts';
import { type Html } from './markup.ts';
export declare function profileSection(profile: Profile, i: number, isAlone: boolean): Html;

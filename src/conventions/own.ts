/** Flopgate's own convention, which needs no table: the operators' entries are it. */
import { version } from '../version.ts';
import type { ConventionLabel } from './convention.ts';

export const flopgate: ConventionLabel = {
  id: 'flopgate',
  title: 'Flopgate',
  version,
  accuracy: 'exact',
  why: 'Its own definition: docs/counting.md.',
  unit: 'both',
};

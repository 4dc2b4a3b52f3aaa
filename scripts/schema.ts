/** Writes docs/config.schema.json from the validator; `test/budget/schema.test.ts` holds the file to it. */
import { writeFileSync } from 'node:fs';
import { publishedSchema } from '../src/budget/schema.ts';

writeFileSync(
  new URL('../docs/config.schema.json', import.meta.url),
  `${JSON.stringify(publishedSchema(), null, 2)}\n`,
);

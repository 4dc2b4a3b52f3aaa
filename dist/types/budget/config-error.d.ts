/** What the schema found wrong, in words for whoever wrote the configuration. */
import type * as z from 'zod';
import { type YamlFile } from './yaml.ts';
type Issue = z.core.$ZodIssue;
/** Throws a FlopgateError for the first issue in the order of the file. */
export declare function failWith(issues: readonly Issue[], yaml: YamlFile): never;
export {};

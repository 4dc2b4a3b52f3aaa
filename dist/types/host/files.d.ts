import type { Source } from '../bytes/source.ts';
export interface FileSource extends Source {
    close(): void;
}
/**
 * A regular file, read by position. What is no regular file is never read: a pipe or a device may never end.
 * Throws FlopgateError `read/*`.
 */
export declare function fileSource(path: string): FileSource;
/** What does not exist is no folder. */
export declare function isFolder(path: string): boolean;

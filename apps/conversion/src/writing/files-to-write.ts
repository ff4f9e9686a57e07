import { canEmbed } from '@octavo/converters';
import type { Database } from '@octavo/database';
import { FORMATS } from '@octavo/domain';

/** Whoever edits a book edits it again; a book that is new is asked about first. In seconds. */
const QUIET_SEC = 30;

const WRITABLE = FORMATS.filter(canEmbed);

/** Ids of files that do not say what their books are now, where their libraries are to have that. */
export function filesToWrite({ rewrites }: Database, limit: number): Promise<string[]> {
  return rewrites.due(WRITABLE, limit, QUIET_SEC);
}

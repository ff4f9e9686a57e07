import type { SourceFolder } from '@octavo/database';
import type { DavEntry } from '@octavo/sources';

/** Whether a folder that is listed where it was before need not be looked into: nothing changed in it or below it. */
export type LeavesOut = (entry: DavEntry, before: SourceFolder) => boolean;

/** A folder with the tag it had; on servers that are proven to give it another with every change below it. */
export const byTags: LeavesOut = ({ etag }, before) => !before.awake && etag !== undefined && etag === before.etag;

/** A folder of which the server names nothing; on servers that are proven to name every change. */
export const byReport =
  (touched: ReadonlySet<string>): LeavesOut =>
  ({ key }, before) =>
    !before.awake && !touched.has(key);

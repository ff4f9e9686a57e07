import type { FoundFolder, ListedItem, SeenFolder } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import type { DavEntry, Folder, FolderOutcome } from '@octavo/sources';

/** A file of a listing, as it is written down. */
export function itemRow(entry: DavEntry, attempt: number): ListedItem {
  const { key, path, size, modified, etag, fileId, processing } = entry;
  return {
    ...{ path: key, attempt, requestPath: path, sidecar: formatOfName(key) === undefined },
    ...{ size: size ?? null, modified: modified ?? null, etag: etag ?? null, remoteId: fileId ?? null },
    processing: processing === true,
  };
}

/** A folder that is to be listed. */
export function foundRow({ key, path, ids }: Folder): FoundFolder {
  return { path: key, target: { key, path, ...(ids && { ids: [...ids] }) } };
}

/** What became of a folder. */
export function seenRow(outcome: Exclude<FolderOutcome, { kind: 'waiting' }>): SeenFolder {
  const nothing = { attempt: 0, etag: null, modified: null, count: 0, date: null, detail: null };
  const base = { ...foundRow(outcome.folder), outcome: outcome.kind, ...nothing };
  switch (outcome.kind) {
    case 'complete':
    case 'partial': {
      const { attempt, count, self, date } = outcome;
      const detail =
        outcome.kind === 'partial' ? outcome.reasons.map((reason) => PARTIAL_WORDS[reason]).join(' ') : null;
      const told = { attempt, count, date: date ?? null, detail };
      return { ...base, ...told, etag: self?.etag ?? null, modified: self?.modified ?? null };
    }
    case 'failed':
    case 'gone':
      return { ...base, detail: outcome.error.detail };
    case 'skipped':
      return { ...base, detail: SKIPPED_WORDS[outcome.reason] };
  }
}

/** Of a folder nobody is to look into, or nobody has to. */
export function leftOutRow(folder: Folder, outcome: 'ignored' | 'pruned'): SeenFolder {
  const nothing = { attempt: 0, etag: null, modified: null, count: 0, date: null, detail: null };
  return { ...foundRow(folder), outcome, ...nothing };
}

type PartialReason = Extract<FolderOutcome, { kind: 'partial' }>['reasons'][number];

const PARTIAL_WORDS: Record<PartialReason, string> = {
  insufficient_storage: 'The server says that it does not list all of the folder.',
  more_pages: 'The server lists the folder in pages, and gives only the first.',
  page_cap: 'The provider lists no more than so many things of a folder: split the folder.',
  suspicious_count: 'The server lists as many things as before, to the dot, though the folder changed.',
  items_refused: 'The server does not say what some things in the folder are.',
  no_self: 'The server leaves something out of the listing.',
};

const SKIPPED_WORDS: Record<Extract<FolderOutcome, { kind: 'skipped' }>['reason'], string> = {
  recursion: 'The folder lies in itself.',
  too_deep: 'The folder lies too deep.',
};

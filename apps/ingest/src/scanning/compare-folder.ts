import { Injectable } from '@nestjs/common';
import { Database, type FolderLibrary, type StagedFile } from '@octavo/database';
import { DomainError, formatOfName, isSidecarName } from '@octavo/domain';
import { type FolderEntry, LibraryFiles, type LibraryRoot, type Unseen } from '@octavo/storage';
import { AssertMounted } from './assert-mounted.js';

/** What a library's folder holds, compared with what is known. What is new or changed is on the list of arrivals now. */
export interface Comparison {
  /** The folder that was listed. */
  root: LibraryRoot;
  found: number;
  added: number;
  changed: number;
  unchanged: number;
  unseen: Unseen;
  /** Paths that are known and were not found where they could be seen. */
  gone: string[];
}

const STAGED_AT_ONCE = 2_000;
const wanted = (name: string) => formatOfName(name) !== undefined || isSidecarName(name);

/** Lists a library's folder and compares it with what is known. Throws 'library.unavailable' when the folder is away. */
@Injectable()
export class CompareFolder {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly mount: AssertMounted,
  ) {}

  async compare(library: FolderLibrary, scanId: string, signal: AbortSignal): Promise<Comparison> {
    const { listings, scans } = this.database;
    const root = await this.mount.rootOf(library);
    await listings.clearOthers(library.id, scanId);
    await listings.clear(scanId);
    try {
      const unseen = await this.stage(library, scanId, signal);
      const hidden = [...unseen.unreadable.map(({ path }) => path), ...unseen.passedOver];
      await listings.staged();
      const counts = await listings.noteDifferences(scanId, library.id);
      await listings.takeSidecars(scanId, library.id, hidden);
      const gone = (await listings.gone(scanId, library.id, hidden)).map(({ path }) => path);
      const empty = (await listings.emptyFiles(scanId, library.id)).map((path) => emptyFault(path));
      await scans.complain(scanId, [...unseen.unreadable.map(unreadableFault), ...empty]);
      return { root, ...counts, unseen, gone };
    } finally {
      await listings.clear(scanId);
    }
  }

  private async stage(library: FolderLibrary, scanId: string, signal: AbortSignal): Promise<Unseen> {
    let waiting: StagedFile[] = [];
    const flush = async () => {
      const files = waiting;
      waiting = [];
      if (files.length > 0) await this.database.listings.stage(scanId, files);
    };
    const found = (files: FolderEntry[]) => {
      waiting.push(...files.map((file) => ({ ...file, sidecar: formatOfName(file.path) === undefined })));
      return waiting.length >= STAGED_AT_ONCE ? flush() : undefined;
    };
    const unseen = await this.files.walk(library.path, { wanted, found, signal });
    await flush();
    return unseen;
  }
}

const unreadableFault = ({ path, reason }: { path: string; reason: string }) => ({
  path: path || '.',
  code: 'file.forbidden',
  detail: `It cannot be read: ${reason}`,
});

function emptyFault(path: string) {
  const { code, detail } = new DomainError('file.empty');
  return { path, code, detail };
}

import { Inject, Injectable } from '@nestjs/common';
import { ContentLocks, Database } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { copyPath, DataFiles, type DataPath, type FileAccess } from '@octavo/storage';
import { fetchWhole } from './fetch-whole.js';
import { makeRoom, touch } from './make-room.js';
import { type Reachable, RemoteFiles } from './remote-files.js';

/**
 * Whole copies of files on users' servers, kept while there is room for them: for conversions and for whoever reads them
 * more than once. Each may be deleted at any time and is fetched again when it is needed.
 */
@Injectable()
export class Copies {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly locks: ContentLocks,
    private readonly files: RemoteFiles,
    private readonly data: DataFiles,
  ) {}

  /** Where the copy of a file lies, if there is one of the file as it was last listed. It may have to make room any time. */
  async pathAtHand(reachable: Pick<Reachable, 'item' | 'size'>): Promise<string | undefined> {
    const path = pathOf(reachable);
    if ((await this.data.size(path)) !== reachable.size) return undefined;
    await touch(this.data.locate(path));
    return this.data.locate(path);
  }

  /** The copy of a file, fetched where there is none. Close it. Throws DavError, also 'file.settling'. */
  async open(libraryId: string, path: string, signal: AbortSignal = NEVER): Promise<FileAccess> {
    const reachable = await this.files.reach(libraryId, path);
    return this.locks.hold(`copy-${reachable.item.revision}`, signal, async () => {
      if ((await this.pathAtHand(reachable)) === undefined) await this.fetch(reachable, signal);
      return this.data.open(pathOf(reachable));
    });
  }

  private async fetch({ item, size, client }: Reachable, signal: AbortSignal): Promise<void> {
    await makeRoom(this.data, this.config.CACHE_SIZE - size);
    const write = (draft: string) => fetchWhole(client, { path: item.requestPath, size, draft, signal });
    const hash = await this.data.write(pathOf({ item }), write);
    await this.database.sourceItems.fetched(item.libraryId, item, hash);
  }
}

const NEVER = new AbortController().signal;

function pathOf({ item }: Pick<Reachable, 'item'>): DataPath {
  return copyPath(item.revision, formatOfName(item.path) ?? 'file');
}

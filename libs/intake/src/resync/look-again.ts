import { Injectable } from '@nestjs/common';
import { type FolderLibrary, isFolder, type Library } from '@octavo/database';
import { folderOf } from '@octavo/domain';
import { Relist, statOf } from '@octavo/remote';
import { type FileStat, fingerprintOf, LibraryFiles } from '@octavo/storage';
import type { FileLook, Reading } from '../looks.js';
import { ReadFile } from '../read-file.js';
import { ReadSidecars } from '../read-sidecars.js';

type Looked = FileLook & { reading: Reading };

/** Reads a file anew, whether or not anything says that it changed. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly files: LibraryFiles,
    private readonly relist: Relist,
    private readonly readFile: ReadFile,
    private readonly sidecars: ReadSidecars,
  ) {}

  /**
   * Undefined where the folder or the server says that there is no such file. Throws 'file.forbidden', 'file.settling',
   * 'source.unreachable' and the like; what is wrong with the file itself is among the findings.
   */
  async look(library: Library, path: string): Promise<Looked | undefined> {
    return isFolder(library) ? this.here(library, path) : this.elsewhere(library, path);
  }

  private async here(library: FolderLibrary, path: string): Promise<Looked | undefined> {
    if (await this.files.isGone(library.path, path)) return undefined;
    const file = await this.files.open(library.path, path);
    try {
      const fingerprint = await fingerprintOf(file);
      await file.assertUnchanged();
      return await this.read(library, path, { stat: file.stat, fingerprint });
    } finally {
      await file.close();
    }
  }

  private async elsewhere(library: Library, path: string): Promise<Looked | undefined> {
    const found = await this.relist.one(library.id, path);
    if (found.kind === 'gone') return undefined;
    const { item } = found;
    return this.read(library, path, { stat: statOf(item), fingerprint: item.revision });
  }

  private async read(
    library: Library,
    path: string,
    { stat, fingerprint }: { stat: FileStat; fingerprint: string },
  ): Promise<Looked> {
    const sidecars = (await this.sidecars.foldersWithSome(library, [path])).has(folderOf(path));
    const reading = await this.readFile.read({ library, path, stat, sidecars, closed: undefined });
    const content = { ownerId: library.ownerId, fingerprint, size: stat.size };
    return { listed: { path, ...stat }, content, reading, provisional: false };
  }
}

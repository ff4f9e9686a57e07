import { Injectable } from '@nestjs/common';
import type { Library } from '@octavo/database';
import { folderOf } from '@octavo/domain';
import { fingerprintOf, LibraryFiles } from '@octavo/storage';
import type { FileLook, Reading } from '../looks.js';
import { ReadFile } from '../read-file.js';
import { ReadSidecars } from '../read-sidecars.js';

/** Reads a file anew, whether or not anything says that it changed. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly files: LibraryFiles,
    private readonly readFile: ReadFile,
    private readonly sidecars: ReadSidecars,
  ) {}

  /** Throws 'file.forbidden', 'file.settling' and the like; what is wrong with the file itself is among the findings. */
  async look(library: Library, path: string): Promise<FileLook & { reading: Reading }> {
    const file = await this.files.open(library.path, path);
    try {
      const fingerprint = await fingerprintOf(file);
      await file.assertUnchanged();
      const { stat } = file;
      const sidecars = (await this.sidecars.foldersWithSome(library, [path])).has(folderOf(path));
      const reading = await this.readFile.read({ library, path, stat, sidecars, closed: undefined });
      const content = { ownerId: library.ownerId, fingerprint, size: stat.size };
      return { listed: { path, ...stat }, content, reading, provisional: false };
    } finally {
      await file.close();
    }
  }
}

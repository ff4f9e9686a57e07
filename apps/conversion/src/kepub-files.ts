import { Injectable } from '@nestjs/common';
import type { File, WholeBook } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, type FileAccess, fingerprintOf } from '@octavo/storage';
import { kepubsOf, type KnownKepub } from './kepubs-of-book.js';
import { LibraryCopies } from './library-copies.js';

/** Opens the KEPUBs of books. Close what you get. */
@Injectable()
export class KepubFiles {
  constructor(
    private readonly data: DataFiles,
    private readonly copies: LibraryCopies,
  ) {}

  /** The KEPUB of a book that has this checksum, an older conversion if need be; undefined when it is gone. */
  async withContent(book: WholeBook, content: string): Promise<FileAccess | undefined> {
    const known = kepubsOf(book);
    const current = known.find((kepub) => kepub.content === content);
    if (current) return this.open(current);
    for (const { file, made } of known) {
      const older = made && (await this.olderConversion(file, made.version, content));
      if (older) return older;
    }
    return undefined;
  }

  /** Undefined when it is gone: what we made may be deleted and made again, what users have may be away. */
  private async open({ file, made }: KnownKepub): Promise<FileAccess | undefined> {
    try {
      if (!made) return await this.copies.open(file);
      const path = convertedPath(file, 'kepub', made.version);
      return (await this.data.size(path)) === made.size ? await this.data.open(path) : undefined;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'file.vanished') return undefined;
      throw error;
    }
  }

  /** What an earlier converter made stays on disk; only its bytes tell which it is. */
  private async olderConversion(file: File, version: number, content: string): Promise<FileAccess | undefined> {
    for (let earlier = version - 1; earlier > 0; earlier -= 1) {
      const path = convertedPath(file, 'kepub', earlier);
      if ((await this.data.size(path)) === undefined) continue;
      const access = await this.data.open(path);
      if ((await fingerprintOf(access)) === content) return access;
      await access.close();
    }
    return undefined;
  }
}

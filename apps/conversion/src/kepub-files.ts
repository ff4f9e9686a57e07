import { Injectable } from '@nestjs/common';
import type { File, WholeBook } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, type FileAccess, fingerprintOf } from '@octavo/storage';
import { type EarlierKepub, kepubsOf, type KnownKepub } from './kepubs-of-book.js';
import { LibraryCopies } from './converting/library-copies.js';

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
    const older = known.find(({ made }) => made?.earlier?.content === content);
    return older && this.earlierConversion(older.file, older.made!.earlier!);
  }

  /** Undefined when it is gone: what we made may be deleted and made again, what users have may be away. */
  private async open({ file, made }: KnownKepub): Promise<FileAccess | undefined> {
    try {
      if (!made) return await this.copies.open(file);
      const path = convertedPath(file, 'kepub', made.recipe);
      return (await this.data.size(path)) === made.size ? await this.data.open(path) : undefined;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'file.vanished') return undefined;
      throw error;
    }
  }

  /** What was made before stays on disk until there is something still newer. */
  private async earlierConversion(file: File, { recipe, content }: EarlierKepub): Promise<FileAccess | undefined> {
    const path = convertedPath(file, 'kepub', recipe);
    if ((await this.data.size(path)) === undefined) return undefined;
    const access = await this.data.open(path);
    if ((await fingerprintOf(access)) === content) return access;
    await access.close();
    return undefined;
  }
}

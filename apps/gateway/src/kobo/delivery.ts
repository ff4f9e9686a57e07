import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Database, type File, type WholeBook } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { BookFiles, fileNameFrom } from '../books/book-files.js';
import type { Sending } from '../http/send-file.js';
import { deliveredFile } from '../books/delivered-file.js';

/** A device waits about 30 s for the first byte. */
const WAIT_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** Finds what a device gets of a book. */
@Injectable()
export class Delivery {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly bookFiles: BookFiles,
  ) {}

  /**
   * The KEPUB where one was promised. Made ahead, it is there; when it was deleted it is made again while the device
   * waits; failing that the EPUB goes out whole, under an EPUB's name.
   */
  async of(book: WholeBook): Promise<Sending> {
    const delivered = deliveredFile(book);
    if (!delivered) throw new DomainError('file.not-found');
    const { form, file } = delivered;
    if (form === 'epub') return named(await this.bookFiles.original(file), book, '.epub');
    if (file.format === 'kepub') return named(await this.bookFiles.original(file), book, '.kepub.epub');
    const made = (await this.bookFiles.kepub(file, book.title)) ?? (await this.makeAgain(book, file));
    return made ?? { ...named(await this.bookFiles.original(file), book, '.epub'), ranges: false };
  }

  private async makeAgain(book: WholeBook, file: File): Promise<Sending | undefined> {
    await this.jobs.add(conversion.jobs.prepareBook, { bookId: book.id }, { urgent: true });
    for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const current = await this.database.files.find(file.id);
      const made = current && (await this.bookFiles.kepub(current, book.title));
      if (made) return made;
    }
    return undefined;
  }
}

const named = (sending: Sending, { title }: WholeBook, suffix: string): Sending => ({
  ...sending,
  fileName: fileNameFrom(title) + suffix,
});

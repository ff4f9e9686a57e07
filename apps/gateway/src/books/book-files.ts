import { Injectable } from '@nestjs/common';
import { Database, type File, kepubOf } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, LibraryFiles } from '@octavo/storage';
import type { Sending } from '../http/send-file.js';

const EPUB_TYPE = 'application/epub+zip';

/** Files of books, found and ready to be sent. */
@Injectable()
export class BookFiles {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly data: DataFiles,
  ) {}

  /** A copy of the file that is there. Throws 'file.not-found' when none is. */
  async original(file: File): Promise<Sending> {
    for (const place of await this.database.places.presentOf(file.id)) {
      const stat = await this.files.inspect(place.library.path, place.path);
      if (!stat || stat.size !== place.size || stat.mtimeNs !== place.mtimeNs) continue;
      return {
        path: this.files.locate(place.library.path, place.path),
        checksum: file.fingerprint,
        mediaType: EPUB_TYPE,
        fileName: place.path.split('/').at(-1)!,
        size: Number(file.size),
      };
    }
    throw new DomainError('file.not-found', 'No copy of this file is there any more');
  }

  /** The KEPUB made of a file, or undefined while there is none that fits it. */
  async kepub(file: File, title: string): Promise<Sending | undefined> {
    const made = await this.database.convertedFiles.of(kepubOf(file));
    if (made?.state !== 'READY' || made.recipe === null) return undefined;
    const path = convertedPath(file, 'kepub', made.recipe);
    if ((await this.data.size(path)) !== Number(made.size)) return undefined;
    return {
      path: this.data.locate(path),
      checksum: made.checksum ?? made.fingerprint,
      mediaType: EPUB_TYPE,
      fileName: `${fileNameFrom(title)}.kepub.epub`,
      size: Number(made.size),
    };
  }
}

/** A title as a file name every system takes. */
export function fileNameFrom(title: string): string {
  const safe = title.normalize('NFC').replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').replace(/\s+/g, ' ');
  return safe.trim().replace(/\.+$/, '').slice(0, 120).trim() || 'book';
}

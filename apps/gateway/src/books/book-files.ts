import { Injectable } from '@nestjs/common';
import { Database, type File, type FolderLibrary, isFolder, kepubOf, type Place } from '@octavo/database';
import { DomainError, mediaTypeOf } from '@octavo/domain';
import { Copies, RemoteFiles, streamPart } from '@octavo/remote';
import { convertedPath, DataFiles, LibraryFiles } from '@octavo/storage';
import { Readable } from 'node:stream';
import { bytesHere, type Sending, type SentBytes } from '../http/send-file.js';

const EPUB_TYPE = 'application/epub+zip';

/** Files of books, found and ready to be sent. */
@Injectable()
export class BookFiles {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly remote: RemoteFiles,
    private readonly copies: Copies,
    private readonly data: DataFiles,
  ) {}

  /** A copy of the file that is there. Throws 'file.not-found' when none is, DavErrors of a server that is of no use. */
  async original(file: File): Promise<Sending> {
    for (const { library, ...place } of await this.database.places.presentOf(file.id)) {
      const bytes = isFolder(library) ? await this.here(library, place) : await this.elsewhere(place);
      if (!bytes) continue;
      return {
        bytes,
        checksum: file.fingerprint,
        mediaType: mediaTypeOf(place.path),
        fileName: place.path.split('/').at(-1)!,
        size: Number(file.size),
      };
    }
    throw new DomainError('file.not-found', 'No copy of this file is there any more');
  }

  private async here(library: FolderLibrary, place: Place): Promise<SentBytes | undefined> {
    const stat = await this.files.inspect(library.path, place.path);
    const isSame = stat?.size === place.size && stat.mtimeNs === place.mtimeNs;
    return isSame ? bytesHere(this.files.locate(library.path, place.path), Number(place.size)) : undefined;
  }

  /** From our own copy where there is one, else as it comes from its server. */
  private async elsewhere({ libraryId, path }: Place): Promise<SentBytes> {
    const reachable = await this.remote.reach(libraryId, path);
    const copy = await this.copies.pathAtHand(reachable);
    if (copy !== undefined) return bytesHere(copy, reachable.size);
    return {
      check: () => Promise.resolve(),
      stream: async (start, end) => Readable.from(await streamPart(reachable, { start, end })),
    };
  }

  /** The KEPUB made of a file, or undefined while there is none that fits it. */
  async kepub(file: File, title: string): Promise<Sending | undefined> {
    const made = await this.database.convertedFiles.of(kepubOf(file));
    if (made?.state !== 'READY' || made.recipe === null) return undefined;
    const path = convertedPath(file, 'kepub', made.recipe);
    if ((await this.data.size(path)) !== Number(made.size)) return undefined;
    return {
      bytes: bytesHere(this.data.locate(path), Number(made.size)),
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

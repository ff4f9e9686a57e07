import { Injectable } from '@nestjs/common';
import { Database, type Library } from '@octavo/database';
import { type BookDraft, type CoverImage, DomainError, formatOfName } from '@octavo/domain';
import { coverImage, readOpfSidecar, sidecarsFor } from '@octavo/formats';
import { LibraryFiles } from '@octavo/storage';

/** What lies beside a book and says something about it. */
export interface Beside {
  draft?: BookDraft;
  cover?: CoverImage;
  warnings: string[];
}

/** More is no metadata, and no cover. */
const OPF_BYTES = 5 << 20;
const COVER_BYTES = 30 << 20;
/** To know whether a folder holds one book it is enough to see some. */
const NAMES = 200;
/** Their first page is their cover, whatever lies beside them. */
const DRAWN = new Set(['cbz', 'cbr']);

/** Reads metadata.opf, cover.jpg and the like for the book they belong to. */
@Injectable()
export class ReadSidecars {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
  ) {}

  /** A sidecar that cannot be read is a warning; the book is there without it. */
  async read(library: Library, path: string): Promise<Beside> {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = await this.database.sidecars.inFolders(library.id, [folder]);
    if (known.length === 0) return { warnings: [] };
    const books = await this.database.sidecars.booksIn(library.id, folder, NAMES);
    const names = [...known.map((sidecar) => sidecar.path), ...books].map((one) => one.slice(one.lastIndexOf('/') + 1));
    const { opf, cover } = sidecarsFor(path, names);
    const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    const beside: Beside = { warnings: [] };
    if (opf) await this.take(beside, opf, async () => ({ draft: await this.readOpf(library, at(opf)) }));
    if (cover && !DRAWN.has(formatOfName(path) ?? ''))
      await this.take(beside, cover, async () => this.readCover(library, at(cover)));
    return beside;
  }

  private async take(beside: Beside, name: string, read: () => Promise<Partial<Beside>>): Promise<void> {
    try {
      const { warnings = [], ...found } = await read();
      Object.assign(beside, found);
      beside.warnings.push(...warnings);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      beside.warnings.push(`"${name}" beside it cannot be read: ${error.detail}`);
    }
  }

  private async readOpf(library: Library, path: string): Promise<BookDraft> {
    return readOpfSidecar(await this.bytesOf(library, path, OPF_BYTES));
  }

  private async readCover(library: Library, path: string): Promise<Partial<Beside>> {
    const cover = await coverImage(path, await this.bytesOf(library, path, COVER_BYTES));
    return typeof cover === 'string' ? { warnings: [cover] } : { cover };
  }

  private async bytesOf(library: Library, path: string, atMost: number): Promise<Uint8Array> {
    const file = await this.files.open(library.path, path);
    try {
      if (file.size > atMost) throw new DomainError('file.unreadable', 'It is far too large');
      return await file.read(0, file.size);
    } finally {
      await file.close();
    }
  }
}

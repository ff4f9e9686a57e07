import { Injectable } from '@nestjs/common';
import { Database, type Library } from '@octavo/database';
import {
  type BookDraft,
  type CoverImage,
  DomainError,
  folderOf,
  formatOfName,
  nameOf,
  sidecarsFor,
  withoutEnding,
} from '@octavo/domain';
import { coverImage, readOpfSidecar } from '@octavo/formats';
import { Originals } from '@octavo/remote';

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
    private readonly originals: Originals,
  ) {}

  /** Folders in which something lies beside these books; there is no need to read for others. */
  foldersWithSome(library: Library, paths: string[]): Promise<Set<string>> {
    return this.database.sidecars.foldersWith(library.id, paths.map(folderOf));
  }

  /** A sidecar that cannot be read is a warning; the book is there without it. */
  async read(library: Library, path: string): Promise<Beside> {
    const folder = folderOf(path);
    const known = await this.database.sidecars.near(library.id, folder, nameOf(withoutEnding(path)));
    if (known.length === 0) return { warnings: [] };
    const books = await this.database.sidecars.booksIn(library.id, folder, NAMES);
    const { opf, cover } = sidecarsFor(path, [...known, ...books].map(nameOf));
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
    const file = await this.originals.open(library, path);
    try {
      if (file.size > atMost) throw new DomainError('file.unreadable', 'It is far too large');
      return await file.read(0, file.size);
    } finally {
      await file.close();
    }
  }
}

import { Injectable } from '@nestjs/common';
import { isFolder, type Library } from '@octavo/database';
import { type FileAccess, LibraryFiles, type OpenedFile } from '@octavo/storage';
import { Copies } from './copies.js';
import { RemoteFiles } from './remote-files.js';

/** Files of libraries, opened the same way wherever they lie. Nothing here writes into a library. */
@Injectable()
export class Originals {
  constructor(
    private readonly here: LibraryFiles,
    private readonly elsewhere: RemoteFiles,
    private readonly copies: Copies,
  ) {}

  /** For reading some of it. Close what you get. */
  open(library: Library, path: string): Promise<OpenedFile> {
    return isFolder(library) ? this.here.open(library.path, path) : this.elsewhere.open(library.id, path);
  }

  /** For reading all of it, or having it read by its path: a file on another server is fetched. Close what you get. */
  openWhole(library: Library, path: string, signal?: AbortSignal): Promise<FileAccess> {
    return isFolder(library) ? this.here.open(library.path, path) : this.copies.open(library.id, path, signal);
  }
}

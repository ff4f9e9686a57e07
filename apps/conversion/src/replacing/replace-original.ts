import { Injectable } from '@nestjs/common';
import { type Content, Database, type File, kepubOf, type ReplacedOriginal } from '@octavo/database';
import { deliveryForm, DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, type Finished, LibraryReplacements, type Seen } from '@octavo/storage';
import { RemoveReplaced } from './remove-replaced.js';

type PlaceOf = Awaited<ReturnType<Database['places']['presentInFolders']>>[number];

/** A place of the original, and what lies beside it now. */
interface Replacement {
  place: PlaceOf;
  seen: Seen;
}

const ENDING = '.kepub.epub';

/**
 * Has the KEPUB that was made of an EPUB take its place in the user's folders, where the operator asked for that: first
 * the KEPUB lies beside it, checked; then the database knows of nothing else; only then the EPUB goes. Killed at any
 * instant, neither is lost, and the next run goes on.
 */
@Injectable()
export class ReplaceOriginal {
  constructor(
    private readonly database: Database,
    private readonly data: DataFiles,
    private readonly replacements: LibraryReplacements,
    private readonly removal: RemoveReplaced,
  ) {}

  /**
   * Gives what the file's content is from now on; undefined where nothing was to be replaced. Throws
   * 'library.read-only' and the like where the folder may not be written, with nothing changed.
   */
  async replace(fileId: string): Promise<Content | undefined> {
    const file = await this.database.files.find(fileId);
    if (file?.format !== 'epub') return undefined;
    const made = await this.finished(file);
    const places = await this.database.places.presentInFolders(file.id);
    if (!made || places.length === 0) return undefined;
    const replacements: Replacement[] = [];
    for (const place of places) {
      const seen = await this.replacements.putBeside(place.library.path, place.path, made, ENDING);
      replacements.push({ place, seen });
    }
    const content = { ownerId: file.ownerId, fingerprint: made.checksum, size: made.size };
    await this.commit(file, content, replacements);
    await this.removal.removeAll();
    if (!(await this.database.convertedFiles.isUsed(file.fingerprint, made.recipe)))
      await this.data.remove(convertedPath(file, 'kepub', made.recipe));
    return content;
  }

  private async finished(file: File): Promise<(Finished & { recipe: string }) | undefined> {
    const row = await this.database.convertedFiles.of(kepubOf(file));
    if (row?.state !== 'READY' || !row.recipe || !row.checksum || row.size === null) return undefined;
    const path = this.data.locate(convertedPath(file, 'kepub', row.recipe));
    return { file: path, recipe: row.recipe, checksum: row.checksum, size: row.size };
  }

  private commit(file: File, content: Content, replacements: Replacement[]): Promise<void> {
    const names = [file, content].map(({ fingerprint, size }) => `${fingerprint}:${size}`);
    return this.database.transaction(async ({ files, books, places, convertedFiles, replacedOriginals }) => {
      await files.lock([...names, ...replacements.map(({ place }) => place.groupKey)]);
      const now = await files.find(file.id);
      if (now?.fingerprint !== file.fingerprint) throw new DomainError('file.settling', undefined, { retryAfter: 2 });
      const known = await files.byContent(content);
      if (known && known.bookId !== file.bookId)
        throw new DomainError('conversion.failed', 'Its KEPUB is another book of the library already');
      for (const { place, seen } of replacements) {
        await places.remove(place.id);
        await places.put(place.libraryId, seen, { fileId: known?.id ?? file.id, groupKey: place.groupKey });
      }
      if (known) await files.discard(file.id);
      else await files.becomes(file.id, content, 'kepub');
      await convertedFiles.forget(file.id);
      await books.renameDeliveryForm(file.bookId, formOf(file), formOf(content));
      await replacedOriginals.add(replacements.map(({ place }) => originalAt(place)));
    });
  }
}

/** What devices get is written down by the content it comes from. */
function formOf({ fingerprint, size }: Pick<Content, 'fingerprint' | 'size'>): string {
  return deliveryForm({ form: 'kepub', file: { fingerprint, size } });
}

function originalAt({ libraryId, path, size, mtimeNs }: PlaceOf): ReplacedOriginal {
  return { libraryId, path, size, mtimeNs };
}

import { Injectable } from '@nestjs/common';
import { type Content, Database, type File, type Repositories, type Written } from '@octavo/database';
import { deliveryForm, DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, type Finished, LibraryRewrites, type Rewriting, rewritingOf } from '@octavo/storage';
import { SettleRewrites } from './settle-rewrites.js';

export type PlaceOf = Awaited<ReturnType<Database['places']['presentInFolders']>>[number];

/** A file that is to get other bytes, everywhere it lies. */
export interface ToRewrite {
  file: File;
  places: readonly PlaceOf[];
  /** The new bytes, verified. */
  made: Finished;
  written: Written;
}

interface Step {
  place: PlaceOf;
  rewriting: Rewriting;
}

/**
 * Gives a file of a user's other bytes that are the same book. For whoever works on it alone. First the new bytes and the
 * original lie beside it; then one transaction gives them the name and lets the database know; only then the original
 * goes. Killed at any instant, the database says which of the two belongs there. What was converted from the original
 * stands for the new bytes, and devices have nothing to fetch.
 */
@Injectable()
export class RewriteFile {
  constructor(
    private readonly database: Database,
    private readonly data: DataFiles,
    private readonly files: LibraryRewrites,
    private readonly settle: SettleRewrites,
  ) {}

  /** Throws 'library.read-only' and the like, 'file.settling' where the file changed, and nothing is different then. */
  async rewrite(subject: ToRewrite): Promise<void> {
    const { file, places, made } = subject;
    const steps = places.map((place) => ({ place, rewriting: rewritingOf(place.path) }));
    const { checksum, size } = made;
    await this.database.rewrites.begin(
      steps.map(({ place: { libraryId }, rewriting: { path, keptPath } }) => {
        return { libraryId, path, keptPath, fileId: file.id, checksum, size };
      }),
    );
    try {
      for (const { place, rewriting } of steps) await this.files.prepare(place.library.path, rewriting, made);
      await this.carryConverted(file, { ownerId: file.ownerId, fingerprint: checksum, size });
      await this.commit(subject, steps);
    } finally {
      await this.settle.ofFile(file.id);
    }
    await this.forgetConverted(file);
  }

  private commit({ file, made, written }: ToRewrite, steps: readonly Step[]): Promise<void> {
    const content: Content = { ownerId: file.ownerId, fingerprint: made.checksum, size: made.size };
    const names = [file, content].map(({ fingerprint, size }) => `${fingerprint}:${size}`);
    return this.database.transaction(async (repositories) => {
      const { files, places, rewrites } = repositories;
      await files.lock([...names, ...steps.map(({ place }) => place.groupKey)]);
      const now = await files.find(file.id);
      if (now?.fingerprint !== file.fingerprint || now.size !== file.size) throw new DomainError('file.settling');
      if (await files.byContent(content))
        throw new DomainError('conversion.failed', 'Another file of the library is already what it would become');
      for (const { place, rewriting } of steps) {
        const seen = await this.files.swap(place.library.path, rewriting, place);
        await places.put(place.libraryId, seen, { fileId: file.id, groupKey: place.groupKey });
      }
      await rewrites.done(file, content, written);
      await carryReaders(repositories, file, content);
    });
  }

  /** Under the new content's name as well: devices may ask for it at any instant. */
  private async carryConverted(file: File, content: Content): Promise<void> {
    for (const { target, recipe } of await this.database.convertedFiles.recipesOf(file.id)) {
      await this.data.copy(convertedPath(file, target, recipe), convertedPath(content, target, recipe));
    }
  }

  private async forgetConverted(file: File): Promise<void> {
    const { convertedFiles } = this.database;
    for (const { target, recipe } of await convertedFiles.recipesOf(file.id)) {
      if (await convertedFiles.isUsed(file.fingerprint, recipe)) continue;
      await this.data.remove(convertedPath(file, target, recipe));
    }
  }
}

/** What devices have, and where readers are in it, is told by the content it comes from. */
async function carryReaders(repositories: Repositories, file: File, content: Content): Promise<void> {
  const { books, readingPlaces } = repositories;
  for (const form of ['kepub', 'epub'] as const) {
    const [from, to] = [file, content].map(({ fingerprint, size }) => {
      return deliveryForm({ form, file: { fingerprint, size } });
    }) as [string, string];
    await books.renameDeliveryForm(file.bookId, from, to);
  }
  await readingPlaces.carry(file.bookId, file.fingerprint, content.fingerprint);
}

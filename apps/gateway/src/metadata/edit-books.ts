import { Injectable } from '@nestjs/common';
import type { BookPatch } from '@octavo/contracts';
import {
  Announcements,
  Database,
  type Repositories,
  type User,
  type WholeStoredBook,
  saveBook,
  tellDevices,
} from '@octavo/database';
import {
  type BookMetadata,
  changesBetween,
  DomainError,
  editBook,
  type MetadataField,
  originOfField,
  restoreField,
  type StoredBook,
} from '@octavo/domain';
import { withLocks } from './with-locks.js';
import { statementsOfSources } from './sources-of-book.js';
import { wantedMetadata } from './wanted-metadata.js';

/** What a person does to the metadata of one book. */
@Injectable()
export class EditBooks {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** All of a patch or nothing. Throws 'book.not-found', 'request.invalid'. */
  async edit(user: User, bookId: string, patch: BookPatch): Promise<void> {
    const { locks = {}, restore = {}, ...values } = patch;
    const wanted = wantedMetadata(values);
    if (!(await this.database.books.findVisible(bookId, user.id))) throw new DomainError('book.not-found');
    await this.database.transaction(async (repositories) => {
      const before = await repositories.bookMetadata.locked(bookId);
      if (!before) throw new DomainError('book.not-found');
      const restored = await restoredFields(repositories, { bookId, before, restore });
      const after = withLocks(edited(restored, wanted), before, locks);
      const cause = { kind: 'EDIT', userId: user.id } as const;
      const changes = changesBetween(before, after, (field) => originOfField(after.origins, field));
      await saveBook(repositories, { bookId, before, after, changes, cause });
      const isShown = changes.some((change) => change.before !== change.after);
      if (isShown) await tellDevices(repositories, [bookId]);
    });
    this.announcements.announce('book', bookId);
  }
}

function edited(book: StoredBook, wanted: Partial<BookMetadata>): StoredBook {
  const { metadata, origins } = editBook(book, wanted);
  return { metadata, origins };
}

interface Restoring {
  bookId: string;
  before: WholeStoredBook;
  restore: NonNullable<BookPatch['restore']>;
}

async function restoredFields(repositories: Repositories, { bookId, before, restore }: Restoring): Promise<StoredBook> {
  const fields = Object.entries(restore) as [MetadataField, NonNullable<BookPatch['restore']>[MetadataField]][];
  if (fields.length === 0) return before;
  const sources = await statementsOfSources(repositories, bookId);
  let book: StoredBook = before;
  for (const [field, wanted] of fields) {
    const statement = sources.find((one) => one.source === wanted?.source && one.provider === wanted.provider);
    if (!statement) throw new DomainError('request.invalid', `Nothing is known of this book from ${wanted?.source}`);
    book = restoreField(book, field, statement);
  }
  return { metadata: book.metadata, origins: book.origins };
}

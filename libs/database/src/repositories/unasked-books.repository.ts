import { type Client, Prisma } from '../client.js';
import { ALLOWED } from './entitlements.repository.js';

/** Its files lie on other servers only: preparing it means fetching all of it. */
const ELSEWHERE = Prisma.sql`
  not exists (select from file f join place p on p.file_id = f.id join library l on l.id = p.library_id
    where f.book_id = b.id and p.missing_since is null and l.kind = 'FOLDER')`;
const WANTED = Prisma.sql`exists (select from device d where ${ALLOWED})`;
/** Nobody has looked into a file of it, as it is now. */
const UNREAD = Prisma.sql`
  exists (select from file f join place p on p.file_id = f.id
    join source_item i on i.library_id = p.library_id and i.path = p.path
    where f.book_id = b.id and p.missing_since is null and i.unread)`;

/** A book that is not to be prepared now. */
const TO_WAIT = Prisma.sql`(${ELSEWHERE} and (${UNREAD} or not ${WANTED}))`;

/**
 * Books on other servers that no device is to have: they are not prepared, since that would fetch all of a library nobody
 * has asked for. Their delivery form is 'unasked'.
 */
export class UnaskedBooksRepository {
  constructor(private readonly client: Client) {}

  /** Sets aside books that no device is to have yet, and lets those be prepared which one is to have by now; all or one. */
  async settle(bookId?: string): Promise<void> {
    const ofThese = bookId === undefined ? Prisma.sql`true` : Prisma.sql`b.id = ${bookId}::uuid`;
    await this.client.$executeRaw`
      update book b set delivery_form = 'unasked'
      where ${ofThese} and (b.delivery_form is null or b.delivery_form = 'stale') and b.missing_since is null and b.removed_at is null
        and ${TO_WAIT}`;
    await this.client.$executeRaw`
      update book b set delivery_form = null
      where ${ofThese} and b.delivery_form = 'unasked' and not ${TO_WAIT}`;
  }
}

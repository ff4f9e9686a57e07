import type { Client, Prisma } from '../client.js';
import type { FindStanding, ProviderFind } from '../generated/client.js';
import { newId } from '../ids.js';

/** What a provider knows that may be a book here. */
export interface NewFind {
  provider: string;
  candidateId: string;
  /** Plain data. */
  candidate: object;
  score: number;
  reasons: string[];
  standing: FindStanding;
  /** Its picture, noted before; without one, a picture that is known stays. */
  coverId?: string | null;
}

/** What providers know of books, as last seen. */
export class FindsRepository {
  constructor(private readonly client: Client) {}

  ofBook(bookId: string): Promise<ProviderFind[]> {
    return this.client.providerFind.findMany({ where: { bookId }, orderBy: [{ score: 'desc' }, { id: 'asc' }] });
  }

  find(id: string): Promise<ProviderFind | null> {
    return this.client.providerFind.findUnique({ where: { id } });
  }

  /** Notes what was found now; what somebody refused stays refused, and what has a picture keeps it. */
  async put(bookId: string, found: readonly NewFind[]): Promise<void> {
    for (const { provider, candidateId, candidate, coverId, ...rest } of found) {
      const key = { bookId_provider_candidateId: { bookId, provider, candidateId } };
      const known = await this.client.providerFind.findUnique({ where: key, select: { standing: true } });
      const standing = known?.standing === 'REFUSED' ? ('REFUSED' as const) : rest.standing;
      const data = {
        ...{ ...rest, standing, candidate: candidate as Prisma.InputJsonValue, at: new Date() },
        ...(coverId && { coverId }),
      };
      const create = { id: newId(), bookId, provider, candidateId, ...data };
      await this.client.providerFind.upsert({ where: key, create, update: data });
    }
  }

  /** Suggestions for books a user may see, the surest first. */
  suggested(userId: string, limit: number): Promise<ProviderFind[]> {
    const where = {
      standing: 'SUGGESTED',
      book: { removedAt: null, OR: [{ ownerId: null }, { ownerId: userId }] },
    } satisfies Prisma.ProviderFindWhereInput;
    const orderBy: Prisma.ProviderFindOrderByWithRelationInput[] = [{ score: 'desc' }, { id: 'asc' }];
    return this.client.providerFind.findMany({ where, orderBy, take: limit });
  }

  /** How many books a user may see wait for somebody to choose. */
  async booksSuggested(userId: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(distinct f.book_id)::int as count from provider_find f join book b on b.id = f.book_id
      where f.standing = 'SUGGESTED' and b.removed_at is null and (b.owner_id is null or b.owner_id = ${userId}::uuid)`;
    return row?.count ?? 0;
  }

  /** One of them was chosen: the others are no question any more. */
  async settle(bookId: string, chosen: string): Promise<void> {
    const where = { bookId, standing: 'SUGGESTED' as const, id: { not: chosen } };
    await this.client.providerFind.updateMany({ where, data: { standing: 'REFUSED' } });
  }

  async stand(id: string, standing: FindStanding): Promise<void> {
    await this.client.providerFind.update({ where: { id }, data: { standing } });
  }

  /** What was taken from these providers turned out to be wrong. */
  async refuse(bookId: string, providers: string[]): Promise<void> {
    const where = { bookId, provider: { in: providers }, standing: 'ACCEPTED' as const };
    await this.client.providerFind.updateMany({ where, data: { standing: 'REFUSED' } });
  }
}

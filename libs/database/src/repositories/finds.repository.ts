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

  /** Notes what was found now; what somebody refused stays refused. */
  async put(bookId: string, found: readonly NewFind[]): Promise<void> {
    for (const { provider, candidateId, candidate, ...rest } of found) {
      const key = { bookId_provider_candidateId: { bookId, provider, candidateId } };
      const known = await this.client.providerFind.findUnique({ where: key, select: { standing: true } });
      const standing = known?.standing === 'REFUSED' ? ('REFUSED' as const) : rest.standing;
      const data = { ...rest, standing, candidate: candidate as Prisma.InputJsonValue, at: new Date() };
      const create = { id: newId(), bookId, provider, candidateId, ...data };
      await this.client.providerFind.upsert({ where: key, create, update: data });
    }
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

import type { Client } from '../client.js';

/** A secret as it is kept: encrypted, and only for whomever it is about. */
export interface SealedText {
  kept: 'connection' | 'store token' | 'audible account' | 'audible access';
  id: string;
  about: string;
  sealed: string;
}

/** Whose a sealed password is: moved to another connection or user, it cannot be opened. */
export function aboutConnection({ libraryId, userId }: { libraryId: string; userId: string }): string {
  return `webdav:${userId}:${libraryId}`;
}

/** Whose sealed credentials of an account at Audible are. */
export function aboutAccount({ id, userId }: { id: string; userId: string }): string {
  return `audible:${userId}:${id}`;
}

/** Whose a sealed access token of such an account is. */
export function aboutAccess({ id, userId }: { id: string; userId: string }): string {
  return `audible access:${userId}:${id}`;
}

/** Whose a sealed token of the Kobo store is. */
export function aboutStoreToken(deviceId: string): string {
  return `store_cursor ${deviceId}`;
}

const AT_ONCE = 500;

/** Every secret of others that is kept, wherever that is, for another key to take the place of theirs. */
export class SealedTextsRepository {
  constructor(private readonly client: Client) {}

  /** All of them, once each; what is added meanwhile may be among them or not. */
  async *all(): AsyncGenerator<SealedText> {
    yield* this.paged((after) => this.connectionsAfter(after));
    yield* this.paged((after) => this.storeTokensAfter(after));
    yield* this.paged((after) => this.accountsAfter(after));
    yield* this.paged((after) => this.accessAfter(after));
  }

  /** False where it is not the text that was read any more: then nothing is changed. */
  async replace({ kept, id, sealed: before }: SealedText, sealed: string): Promise<boolean> {
    return (await this.changed(kept, { id, before, sealed })) === 1;
  }

  private changed(
    kept: SealedText['kept'],
    { id, before, sealed }: { id: string; before: string; sealed: string },
  ): Promise<number> {
    switch (kept) {
      case 'connection':
        return this.client.$executeRaw`
          update webdav_connection set secret = ${sealed},
            state = case state when 'UNREADABLE' then 'ACTIVE' else state end,
            next_sync_at = case state when 'UNREADABLE' then now() else next_sync_at end
          where library_id = ${id}::uuid and secret = ${before}`;
      case 'store token':
        return this.client.$executeRaw`
          update store_cursor set token = ${sealed} where id = ${BigInt(id)} and token = ${before}`;
      case 'audible account':
        return this.client.$executeRaw`
          update audible_account set secret = ${sealed},
            state = case state when 'UNREADABLE' then 'OK' else state end,
            detail = case state when 'UNREADABLE' then null else detail end
          where id = ${id}::uuid and secret = ${before}`;
      case 'audible access':
        return this.client.$executeRaw`
          update audible_account set access = ${sealed} where id = ${id}::uuid and access = ${before}`;
    }
  }

  private async *paged(pageAfter: (id: string | undefined) => Promise<SealedText[]>): AsyncGenerator<SealedText> {
    for (let page = await pageAfter(undefined); page.length > 0; page = await pageAfter(page.at(-1)!.id)) yield* page;
  }

  private async connectionsAfter(id: string | undefined): Promise<SealedText[]> {
    const rows = await this.client.webdavConnection.findMany({
      where: { secret: { not: null }, ...(id !== undefined && { libraryId: { gt: id } }) },
      select: { libraryId: true, userId: true, secret: true },
      orderBy: { libraryId: 'asc' },
      take: AT_ONCE,
    });
    return rows.map(({ secret, ...whose }) => ({
      ...{ kept: 'connection', id: whose.libraryId, about: aboutConnection(whose), sealed: secret! },
    }));
  }

  private async storeTokensAfter(after: string | undefined): Promise<SealedText[]> {
    const rows = await this.client.storeCursor.findMany({
      where: { id: { gt: BigInt(after ?? 0) } },
      select: { id: true, deviceId: true, token: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    return rows.map(({ id, deviceId, token }) => ({
      ...{ kept: 'store token', id: String(id), about: aboutStoreToken(deviceId), sealed: token },
    }));
  }

  private async accountsAfter(id: string | undefined): Promise<SealedText[]> {
    const rows = await this.client.audibleAccount.findMany({
      where: { ...(id !== undefined && { id: { gt: id } }) },
      select: { id: true, userId: true, secret: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    return rows.map((row) => ({
      ...{ kept: 'audible account', id: row.id, about: aboutAccount(row), sealed: row.secret },
    }));
  }

  private async accessAfter(id: string | undefined): Promise<SealedText[]> {
    const rows = await this.client.audibleAccount.findMany({
      where: { access: { not: null }, ...(id !== undefined && { id: { gt: id } }) },
      select: { id: true, userId: true, access: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    return rows.map((row) => ({
      ...{ kept: 'audible access', id: row.id, about: aboutAccess(row), sealed: row.access! },
    }));
  }
}

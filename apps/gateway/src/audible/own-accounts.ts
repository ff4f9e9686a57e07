import { Injectable } from '@nestjs/common';
import type { AudibleAccount } from '@octavo/contracts';
import { type AccountWithStores, type AudibleStore, type AudibleSync, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { presentAccount } from './present-account.js';

/** The accounts of a user, and nobody else's. */
@Injectable()
export class OwnAccounts {
  constructor(private readonly database: Database) {}

  /** Throws 'audible.not-found' for what is not there and for what is another user's, so that nobody can tell which. */
  async find(id: string, userId: string): Promise<AccountWithStores> {
    const account = await this.database.audibleAccounts.findOf(id, userId);
    if (!account) throw new DomainError('audible.not-found');
    return account;
  }

  async store(id: string, storeId: string, userId: string): Promise<AudibleStore> {
    const { stores } = await this.find(id, userId);
    const store = stores.find((one) => one.id === storeId);
    if (!store) throw new DomainError('audible.not-found');
    return store;
  }

  /** A look at a store. Throws 'scan.not-found' where the store had no such look. */
  async sync(storeId: string, syncId: string): Promise<AudibleSync> {
    const sync = await this.database.audibleSyncs.find(syncId);
    if (sync?.storeId !== storeId) throw new DomainError('scan.not-found');
    return sync;
  }

  async shown(id: string, userId: string): Promise<AudibleAccount> {
    const [account] = await this.present([await this.find(id, userId)]);
    return account!;
  }

  async all(userId: string): Promise<AudibleAccount[]> {
    return this.present(await this.database.audibleAccounts.ofUser(userId));
  }

  private async present(accounts: AccountWithStores[]): Promise<AudibleAccount[]> {
    const ids = accounts.flatMap(({ stores }) => stores.map(({ id }) => id));
    const { audibleStores, audibleSyncs } = this.database;
    const around = { counts: await audibleStores.counts(ids), syncs: await audibleSyncs.latest(ids) };
    return accounts.map((account) => presentAccount(account, around));
  }
}

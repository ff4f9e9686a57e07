import type { Client } from '../client.js';
import type { AudibleAccount, AudibleSignIn, AudibleState, AudibleStore } from '../generated/client.js';
import { newId } from '../ids.js';

/** An account with its libraries, one for each marketplace. */
export type AccountWithStores = AudibleAccount & { stores: AudibleStore[] };

/** Who an account is and how it authorises requests; what is sealed is sealed for this id. */
export type NewAccount = Pick<
  AudibleAccount,
  'id' | 'userId' | 'name' | 'country' | 'customerKey' | 'ways' | 'isImported' | 'secret'
> & { access: string | null; accessUntil: Date | null };

const WITH_STORES = { stores: { orderBy: { country: 'asc' } } } as const;

/** Accounts at Audible and those who are signing in there. */
export class AudibleAccountsRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<AccountWithStores | null> {
    return this.client.audibleAccount.findUnique({ where: { id }, include: WITH_STORES });
  }

  /** One of a user's own. */
  findOf(id: string, userId: string): Promise<AccountWithStores | null> {
    return this.client.audibleAccount.findFirst({ where: { id, userId }, include: WITH_STORES });
  }

  /** A user's own, by name. */
  ofUser(userId: string): Promise<AccountWithStores[]> {
    const orderBy = [{ name: 'asc' as const }, { id: 'asc' as const }];
    return this.client.audibleAccount.findMany({ where: { userId }, include: WITH_STORES, orderBy });
  }

  /** The same customer, where this user has connected them already. */
  known(userId: string, customerKey: string): Promise<AccountWithStores | null> {
    const where = { userId_customerKey: { userId, customerKey } };
    return this.client.audibleAccount.findUnique({ where, include: WITH_STORES });
  }

  /** With the library of its own marketplace, to be looked at now. */
  async add(account: NewAccount): Promise<void> {
    await this.client.audibleAccount.create({ data: account });
    await this.addStore(account.id, account.country);
  }

  /** Another marketplace. Gives its id, also where it is there already. */
  async addStore(accountId: string, country: string): Promise<string> {
    const where = { accountId_country: { accountId, country } };
    const create = { id: newId(), accountId, country };
    return (await this.client.audibleStore.upsert({ where, create, update: {} })).id;
  }

  /** Other credentials: everything is tried anew. */
  async renew(id: string, account: Omit<NewAccount, 'id' | 'userId' | 'name' | 'customerKey'>): Promise<void> {
    await this.client.audibleAccount.update({ where: { id }, data: { ...account, state: 'OK', detail: null } });
    const fresh = { failures: 0, lastErrorCode: null, lastError: null, notBefore: null, nextSyncAt: new Date() };
    await this.client.audibleStore.updateMany({ where: { accountId: id }, data: fresh });
  }

  async change(id: string, data: { name?: string; mode?: string }): Promise<void> {
    await this.client.audibleAccount.updateMany({ where: { id }, data });
  }

  /** A newer access token, and where Amazon gave one, a newer secret. Nothing else is touched. */
  async keepAccess(id: string, access: { access: string; accessUntil: Date; secret?: string }): Promise<void> {
    await this.client.audibleAccount.updateMany({ where: { id }, data: access });
  }

  async tell(id: string, state: AudibleState, detail: string | null): Promise<void> {
    await this.client.audibleAccount.updateMany({ where: { id }, data: { state, detail } });
  }

  async remove(id: string): Promise<void> {
    await this.client.audibleAccount.deleteMany({ where: { id } });
  }

  /** Somebody begins to sign in; forgets those who began long ago. */
  async beginSignIn(signIn: AudibleSignIn): Promise<void> {
    await this.client.audibleSignIn.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    await this.client.audibleSignIn.create({ data: signIn });
  }

  /** What was begun, while it is good. */
  signIn(id: string, userId: string): Promise<AudibleSignIn | null> {
    return this.client.audibleSignIn.findFirst({ where: { id, userId, expiresAt: { gt: new Date() } } });
  }

  /** It is good once: false where somebody used it already. */
  async useSignIn(id: string): Promise<boolean> {
    return (await this.client.audibleSignIn.deleteMany({ where: { id } })).count === 1;
  }
}

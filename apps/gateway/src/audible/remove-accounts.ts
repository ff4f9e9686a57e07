import { Injectable } from '@nestjs/common';
import { type AccountWithStores, Database, settleRights } from '@octavo/database';
import { AudibleAccounts, AudibleNetwork, AudibleTokens } from '@octavo/remote';
import { deregister } from '@octavo/sources';

/** Takes accounts away. Their books are out of sight, with edits and ties kept for when they are connected again. */
@Injectable()
export class RemoveAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AudibleAccounts,
    private readonly tokens: AudibleTokens,
    private readonly network: AudibleNetwork,
  ) {}

  /** `atAmazon`: the device is taken from the account there first; where that fails nothing is removed here. */
  async remove(account: AccountWithStores, atAmazon: boolean): Promise<void> {
    if (atAmazon) await this.deregister(account);
    await this.database.transaction(async (repositories) => {
      const { purchases, audibleAccounts, books } = repositories;
      const bookIds = await purchases.onlyOf(account.id);
      await audibleAccounts.remove(account.id);
      await books.hide(bookIds);
      await settleRights(repositories, { books: bookIds.sort() });
    });
  }

  private async deregister(account: AccountWithStores): Promise<void> {
    const credentials = this.accounts.credentialsOf(account);
    const { accessToken } = await this.tokens.renew(account, credentials.bearer?.accessToken);
    await deregister((order) => this.network.ask(order), {
      ...{ credentials, accessToken, hosts: this.tokens.hosts, now: Date.now() },
    });
  }
}

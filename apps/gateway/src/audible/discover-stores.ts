import { Injectable } from '@nestjs/common';
import type { AudibleDiscovery } from '@octavo/contracts';
import type { AudibleAccount } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { AudibleAccounts } from '@octavo/remote';
import { COUNTRIES, type Country, probeLibrary } from '@octavo/sources';

/** Finds out at which marketplaces an account has something. */
@Injectable()
export class DiscoverStores {
  constructor(private readonly accounts: AudibleAccounts) {}

  async of(account: AudibleAccount): Promise<AudibleDiscovery> {
    const found: AudibleDiscovery['found'] = [];
    for (const country of COUNTRIES) found.push(await this.at(account, country));
    return { found };
  }

  private async at(account: AudibleAccount, country: Country): Promise<AudibleDiscovery['found'][number]> {
    try {
      const { total } = await probeLibrary(this.accounts.clientOf(account, country));
      return { country, total: total ?? null, error: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { country, total: null, error: error.detail };
    }
  }
}

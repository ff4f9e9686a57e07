import { Injectable } from '@nestjs/common';
import type { AudibleDiscovery } from '@octavo/contracts';
import type { AudibleAccount } from '@octavo/database';
import { AUDIBLE_COUNTRIES, type AudibleCountry } from '@octavo/domain';
import { AudibleAccounts } from '@octavo/remote';
import { AudibleError, probeLibrary } from '@octavo/sources';

/** Somebody waits for all of them. */
const PATIENCE_MS = 8_000;

/** Finds out at which marketplaces an account has something. */
@Injectable()
export class DiscoverStores {
  constructor(private readonly accounts: AudibleAccounts) {}

  async of(account: AudibleAccount): Promise<AudibleDiscovery> {
    const found: AudibleDiscovery['found'] = [];
    for (const country of AUDIBLE_COUNTRIES) found.push(await this.at(account, country));
    return { found };
  }

  private async at(account: AudibleAccount, country: AudibleCountry): Promise<AudibleDiscovery['found'][number]> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const probe = await probeLibrary(this.accounts.clientOf(account, country), patience).catch((error: unknown) => {
      if (!patience.aborted) throw error;
      return { kind: 'failed' as const, error: new AudibleError('unreachable', { cause: error }) };
    });
    if (probe.kind === 'failed') return { country, total: null, error: probe.error.detail };
    return { country, total: probe.total ?? null, error: null };
  }
}

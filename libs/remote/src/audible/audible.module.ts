import { type BeforeApplicationShutdown, Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { AddressRules, Outbound } from '@octavo/outbound';
import { CONFIG, type Config, SECRET_BOX } from '@octavo/platform';
import { AudibleAccounts } from './audible-accounts.js';
import { AudibleNetwork } from './audible-network.js';
import { audiblePolicy } from './audible-reach.js';
import { AudibleTokens } from './audible-tokens.js';

/** Whatever speaks to Audible for users' accounts. */
@Module({
  imports: [DatabaseModule],
  providers: [
    SECRET_BOX,
    ...[AudibleAccounts, AudibleNetwork, AudibleTokens],
    {
      provide: Outbound,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new Outbound(new AddressRules(audiblePolicy(config)), {
          ...{ http: config.HTTP_PROXY, https: config.HTTPS_PROXY, except: config.NO_PROXY },
        }),
    },
  ],
  exports: [AudibleAccounts, AudibleNetwork, AudibleTokens, SECRET_BOX, Outbound],
})
export class AudibleModule implements BeforeApplicationShutdown {
  constructor(private readonly outbound: Outbound) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.outbound.close();
  }
}

import { type BeforeApplicationShutdown, Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { AddressRules, Outbound } from '@octavo/outbound';
import { CONFIG, type Config, SECRET_BOX } from '@octavo/platform';
import { StorageModule } from '@octavo/storage';
import { Connections } from './connections.js';
import { Copies } from './copies.js';
import { Originals } from './originals.js';
import { addressPolicy } from './reach.js';
import { Relist } from './relist.js';
import { RemoteFiles } from './remote-files.js';

/** Whatever speaks to the servers of users' connections. */
@Module({
  imports: [DatabaseModule, StorageModule],
  providers: [
    SECRET_BOX,
    ...[Connections, Copies, Originals, Relist, RemoteFiles],
    {
      provide: Outbound,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new Outbound(new AddressRules(addressPolicy(config)), {
          ...{ http: config.HTTP_PROXY, https: config.HTTPS_PROXY, except: config.NO_PROXY },
        }),
    },
  ],
  exports: [Connections, Copies, Originals, Relist, RemoteFiles],
})
export class RemoteModule implements BeforeApplicationShutdown {
  constructor(private readonly outbound: Outbound) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.outbound.close();
  }
}

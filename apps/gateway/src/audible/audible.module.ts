import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { AudibleModule } from '@octavo/remote';
import { AudibleAccountsController } from './accounts.controller.js';
import { AskForLooks } from './ask-for-looks.js';
import { ConnectAccounts } from './connect-accounts.js';
import { ConnectingController } from './connecting.controller.js';
import { DiscoverStores } from './discover-stores.js';
import { OwnAccounts } from './own-accounts.js';
import { RemoveAccounts } from './remove-accounts.js';
import { AudibleSeriesController } from './series.controller.js';
import { SignIns } from './sign-ins.js';
import { AudibleStoresController } from './stores.controller.js';

/** Accounts at Audible: connecting to them, and having them looked at. */
@Module({
  imports: [DatabaseModule, QueueModule, AudibleModule],
  // The series before the accounts: "series" is no account's id.
  controllers: [AudibleSeriesController, ConnectingController, AudibleAccountsController, AudibleStoresController],
  providers: [AskForLooks, ConnectAccounts, DiscoverStores, OwnAccounts, RemoveAccounts, SignIns],
})
export class AudibleApiModule {}

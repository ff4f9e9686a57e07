import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { RemoteModule } from '@octavo/remote';
import { AskForSyncs } from './ask-for-syncs.js';
import { KeepConnections } from './keep-connections.js';
import { OwnConnections } from './own-connections.js';
import { SyncsController } from './syncs.controller.js';
import { TryServer } from './try-server.js';
import { WebdavController } from './webdav.controller.js';

/** Libraries on other servers: connecting to them, and having them compared. */
@Module({
  imports: [DatabaseModule, QueueModule, RemoteModule],
  controllers: [WebdavController, SyncsController],
  providers: [AskForSyncs, KeepConnections, OwnConnections, TryServer],
})
export class SourcesModule {}

import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { FoldersController } from './folders.controller.js';
import { LibrariesController } from './libraries.controller.js';
import { ScansController } from './scans.controller.js';
import { UploadsController } from './uploads.controller.js';

/** Watched folders, their scans, and what is uploaded into them. */
@Module({
  imports: [DatabaseModule, QueueModule, StorageModule],
  controllers: [LibrariesController, ScansController, FoldersController, UploadsController],
})
export class LibrariesModule {}

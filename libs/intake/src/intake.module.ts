import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { RemoteModule } from '@octavo/remote';
import { StorageModule } from '@octavo/storage';
import { KeepCovers } from './keep-covers.js';
import { ReadFile } from './read-file.js';
import { ReadName } from './read-name.js';
import { ReadSidecars } from './read-sidecars.js';
import { AssertHealthy } from './resync/assert-healthy.js';
import { LookAgain } from './resync/look-again.js';
import { Resync } from './resync/resync.js';

/** Whatever reads files and takes them into the library. */
@Module({
  imports: [DatabaseModule, RemoteModule, StorageModule],
  providers: [AssertHealthy, KeepCovers, LookAgain, ReadFile, ReadName, ReadSidecars, Resync],
  exports: [KeepCovers, ReadFile, ReadSidecars, Resync],
})
export class IntakeModule {}

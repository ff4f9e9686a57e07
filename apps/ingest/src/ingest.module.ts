import { Module } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { consume, QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { ForgetFile } from './forget-file.processor.js';
import { ImportFile } from './import-file.processor.js';
import { LookAtFile } from './look-at-file.js';
import { ScanLibrary } from './scan-library.processor.js';
import { WatchLibraries } from './watch-libraries.js';

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule],
  providers: [
    ...consume(
      ingest,
      { importFile: ImportFile, forgetFile: ForgetFile, scanLibrary: ScanLibrary },
      { concurrency: 4 },
    ),
    LookAtFile,
    WatchLibraries,
  ],
})
export class IngestModule {}

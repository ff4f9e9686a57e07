import { Module } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { consume, QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { AskForWhatFollows } from './importing/ask-for-what-follows.js';
import { ImportArrivals } from './importing/import-arrivals.processor.js';
import { ImportFile } from './importing/import-file.processor.js';
import { Importer } from './importing/importer.js';
import { KeepCovers } from './importing/keep-covers.js';
import { LookAtFiles } from './importing/look-at-files.js';
import { ReadFile } from './importing/read-file.js';
import { ReadName } from './importing/read-name.js';
import { ReadSidecars } from './importing/read-sidecars.js';
import { TakeGone } from './importing/take-gone.js';
import { WakeImporters } from './importing/wake-importers.js';
import { AssertMounted } from './scanning/assert-mounted.js';
import { CompareFolder } from './scanning/compare-folder.js';
import { ScanLibrary } from './scanning/scan-library.processor.js';
import { NoteSidecars } from './watching/note-sidecars.js';
import { WatchLibraries } from './watching/watch-libraries.js';

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule],
  providers: [
    ...consume(
      ingest,
      { importFile: ImportFile, importArrivals: ImportArrivals, scanLibrary: ScanLibrary },
      { concurrency: 4 },
    ),
    ...[
      AskForWhatFollows,
      Importer,
      KeepCovers,
      LookAtFiles,
      ReadFile,
      ReadName,
      ReadSidecars,
      TakeGone,
      WakeImporters,
    ],
    ...[AssertMounted, CompareFolder],
    ...[NoteSidecars, WatchLibraries],
  ],
})
export class IngestModule {}

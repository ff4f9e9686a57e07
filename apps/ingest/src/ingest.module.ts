import { Module } from '@nestjs/common';
import { ingest } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { FollowUp, IntakeModule, KeepOutcomes, WorkBatch } from '@octavo/intake';
import { consume, QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { ImportArrivals } from './importing/import-arrivals.processor.js';
import { ImportFile } from './importing/import-file.processor.js';
import { Importer } from './importing/importer.js';
import { LookAtFiles } from './importing/look-at-files.js';
import { TakeGone } from './importing/take-gone.js';
import { WakeImporters } from './importing/wake-importers.js';
import { AssertMounted } from './scanning/assert-mounted.js';
import { CompareFolder } from './scanning/compare-folder.js';
import { ScanLibrary } from './scanning/scan-library.processor.js';
import { WorkOffArrivals } from './scanning/work-off-arrivals.js';
import { HearOfChanges } from './watching/hear-of-changes.js';
import { NoteSidecars } from './watching/note-sidecars.js';
import { ScheduleScans } from './watching/schedule-scans.js';
import { WatchLibraries } from './watching/watch-libraries.js';

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule, IntakeModule],
  providers: [
    ...consume(
      ingest,
      { importFile: ImportFile, importArrivals: ImportArrivals, scanLibrary: ScanLibrary },
      { concurrency: 4 },
    ),
    ...[FollowUp, Importer, KeepOutcomes, LookAtFiles, TakeGone, WakeImporters, WorkBatch],
    ...[AssertMounted, CompareFolder, WorkOffArrivals],
    ...[HearOfChanges, NoteSidecars, ScheduleScans, WatchLibraries],
  ],
})
export class IngestModule {}

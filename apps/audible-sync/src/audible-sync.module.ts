import { Module } from '@nestjs/common';
import { audibleSync } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { IntakeModule } from '@octavo/intake';
import { consume, QueueModule } from '@octavo/queue';
import { AudibleModule } from '@octavo/remote';
import { AfterLook } from './after-look.js';
import { FetchCover } from './covers/fetch-cover.js';
import { TakeCover } from './covers/take-cover.js';
import { FetchCovers } from './fetch-covers.processor.js';
import { KeepBooks } from './keeping/keep-books.js';
import { KeepTitles } from './keeping/keep-titles.js';
import { ListSeries } from './list-series.processor.js';
import { AskAgain } from './looking/ask-again.js';
import { AskForChanges } from './looking/ask-for-changes.js';
import { ConcludeLook } from './looking/conclude-look.js';
import { Ends } from './looking/ends.js';
import { LookAtStore } from './looking/look-at-store.js';
import { LookThrough } from './looking/look-through.js';
import { ScheduleLooks } from './scheduling/schedule-looks.js';
import { SettleStore } from './scheduling/settle-store.js';
import { Turns } from './scheduling/turns.js';
import { SyncStore } from './sync-store.processor.js';

/** Looks wait for Audible most of the time: several go on beside each other. */
const AT_ONCE = 4;

@Module({
  imports: [QueueModule, DatabaseModule, IntakeModule, AudibleModule],
  providers: [
    ...consume(
      audibleSync,
      { syncStore: SyncStore, fetchCovers: FetchCovers, listSeries: ListSeries },
      { concurrency: AT_ONCE },
    ),
    ...[AfterLook, FetchCover, TakeCover, KeepBooks, KeepTitles],
    ...[AskAgain, AskForChanges, ConcludeLook, Ends, LookAtStore, LookThrough],
    ...[ScheduleLooks, SettleStore, Turns],
  ],
})
export class AudibleSyncModule {}

import { Module } from '@nestjs/common';
import { READING_LANES, webdavSync } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { FollowUp, IntakeModule, KeepOutcomes, WorkBatch } from '@octavo/intake';
import { consume, QueueModule } from '@octavo/queue';
import { RemoteModule } from '@octavo/remote';
import { CompareServer } from './compare-server.js';
import { CompareListing } from './comparing/compare-listing.js';
import { LearnOfChanges } from './comparing/learn-of-changes.js';
import { TakeOverListing } from './comparing/take-over-listing.js';
import { AskForChanges } from './listing/ask-for-changes.js';
import { KnowServer } from './listing/know-server.js';
import { ListAtOnce } from './listing/list-at-once.js';
import { ListSource } from './listing/list-source.js';
import { SurveyServer } from './listing/survey-server.js';
import { LookIntoItems } from './reading/look-into-items.js';
import { NameItems } from './reading/name-items.js';
import { ReadItems } from './read-items.processor.js';
import { ScheduleSyncs } from './scheduling/schedule-syncs.js';
import { SettleConnection } from './scheduling/settle-connection.js';
import { Turns } from './scheduling/turns.js';
import { WakeReaders } from './scheduling/wake-readers.js';
import { SyncSource } from './sync-source.processor.js';

/** Comparisons wait for their turns and for servers, readers for servers: none of them keeps this process busy. */
const AT_ONCE = 4 + 2 * READING_LANES;

@Module({
  imports: [QueueModule, DatabaseModule, IntakeModule, RemoteModule],
  providers: [
    ...consume(webdavSync, { syncSource: SyncSource, readItems: ReadItems }, { concurrency: AT_ONCE }),
    ...[CompareListing, CompareServer, LearnOfChanges, TakeOverListing],
    ...[AskForChanges, KnowServer, ListAtOnce, ListSource, SurveyServer],
    ...[FollowUp, KeepOutcomes, LookIntoItems, NameItems, WorkBatch],
    ...[ScheduleSyncs, SettleConnection, Turns, WakeReaders],
  ],
})
export class WebdavSyncModule {}

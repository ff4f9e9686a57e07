import { Module } from '@nestjs/common';
import { enrichment } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { IntakeModule } from '@octavo/intake';
import { AddressRules, Outbound } from '@octavo/outbound';
import { CONFIG, type Config, VERSION } from '@octavo/platform';
import { consume, QueueModule } from '@octavo/queue';
import { ApplyFind } from './apply-find.processor.js';
import { ASK_SETTINGS, askSettings } from './asking/ask-settings.js';
import { Asker } from './asking/asker.js';
import { Courier } from './asking/courier.js';
import { FetchCoverImage } from './asking/fetch-cover-image.js';
import { FencedTurns } from './asking/fenced-turns.js';
import { HostTurns } from './asking/host-turns.js';
import { KeptAnswers } from './asking/kept-answers.js';
import { Timing } from './asking/timing.js';
import { Visits } from './asking/visits.js';
import { CloseOutbound } from './close-outbound.js';
import { EnrichBook } from './enrich-book.processor.js';
import { FindBook } from './finding/find-book.js';
import { FindCover } from './keeping/find-cover.js';
import { Plans } from './keeping/plans.js';
import { TakeFinds } from './keeping/take-finds.js';
import { addressPolicy, paceOf } from './outside.js';
import { Sweep } from './sweep.processor.js';
import { SweepRegularly } from './sweep-regularly.js';
import { TieWorks } from './tie-works.processor.js';
import { CompareBook } from './works/compare-book.js';
import { TieRegularly } from './works/tie-regularly.js';

/** Books wait for the slowest provider: several at a time, so that one that is slow holds up none of the others. */
const BOOKS_AT_ONCE = 6;

@Module({
  imports: [QueueModule, DatabaseModule, IntakeModule],
  providers: [
    ...consume(
      enrichment,
      { enrichBook: EnrichBook, applyFind: ApplyFind, tieWorks: TieWorks, sweep: Sweep },
      { concurrency: BOOKS_AT_ONCE },
    ),
    ...[Asker, CloseOutbound, Courier, FetchCoverImage, FencedTurns, HostTurns, KeptAnswers, Timing, Visits],
    ...[FindBook, FindCover, Plans, SweepRegularly, TakeFinds],
    ...[CompareBook, TieRegularly],
    {
      provide: Outbound,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new Outbound(new AddressRules(addressPolicy(config)), {
          ...{ http: config.HTTP_PROXY, https: config.HTTPS_PROXY, except: config.NO_PROXY },
        }),
    },
    {
      provide: ASK_SETTINGS,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        askSettings({ version: VERSION, contactUrl: config.PUBLIC_URL, ...paceOf(config) }),
    },
  ],
})
export class EnrichmentModule {}

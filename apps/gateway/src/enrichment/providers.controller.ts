import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import {
  enrichment,
  EnrichMany,
  type EnrichManyAnswer,
  type EnrichmentCounts,
  METADATA_SETTINGS,
  MetadataSettings,
  type ProviderHealthList,
} from '@octavo/contracts';
import { Announcements, Database, type User } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import { AdminOnly, CurrentUser } from '../auth/session.guard.js';
import { fits } from '../http/zod.pipe.js';
import { presentProviders } from './present-providers.js';

/** Whom to ask about books, how they are, and asking about many books at once. */
@Controller('api/metadata')
export class ProvidersController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('settings')
  async settings(): Promise<MetadataSettings> {
    return MetadataSettings.parse((await this.database.settings.get(METADATA_SETTINGS)) ?? {});
  }

  @AdminOnly()
  @Put('settings')
  async put(@Body(fits(MetadataSettings)) settings: MetadataSettings): Promise<MetadataSettings> {
    await this.database.settings.put(METADATA_SETTINGS, settings);
    return settings;
  }

  @Get('providers')
  async providers(): Promise<ProviderHealthList> {
    const items = presentProviders(await this.settings(), await this.database.providerHosts.all(), this.config);
    return { items, total: items.length, next: null };
  }

  @Get('enrichment')
  async counts(@CurrentUser() user: User): Promise<EnrichmentCounts> {
    const counts = await this.database.bookEnrichments.counts(user.id);
    const of = (state: Parameters<typeof counts.get>[0]) => counts.get(state) ?? 0;
    return {
      ...{ never: of(null), wanted: of('WANTED'), done: of('DONE') },
      ...{ suggested: of('SUGGESTED'), none: of('NONE'), blocked: of('BLOCKED') },
    };
  }

  @Post('enrichment')
  @HttpCode(202)
  async enrichMany(
    @CurrentUser() user: User,
    @Body(fits(EnrichMany)) { ids, query }: EnrichMany,
  ): Promise<EnrichManyAnswer> {
    const bookIds = await this.database.books.idsVisible(user.id, ids ? { ids } : { query: query ?? {} });
    if (bookIds.length === 0) return { wanted: 0, jobId: null };
    await this.database.bookEnrichments.want(bookIds);
    return { wanted: bookIds.length, jobId: await this.jobs.add(enrichment.jobs.sweep, {}) };
  }

  /** Stops what waits; who is asked about a book just now is asked to the end of one request. */
  @AdminOnly()
  @Delete('enrichment')
  @HttpCode(204)
  async stop(): Promise<void> {
    await this.database.bookEnrichments.unwant();
    await this.database.jobRuns.cancelAll('enrichment', 'enrichBook');
    this.announcements.announceMuch('job');
  }
}

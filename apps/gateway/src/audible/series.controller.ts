import { Controller, Get } from '@nestjs/common';
import type { SeriesGaps } from '@octavo/contracts';
import { Database, type ListedVolume, type User } from '@octavo/database';
import { gapsOf } from '@octavo/domain';
import { CurrentUser } from '../auth/session.guard.js';

/** What is not yet in the library of the series a user has bought something of. */
@Controller('api/audible/series')
export class AudibleSeriesController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<SeriesGaps> {
    const listings = await this.database.seriesListings.ofUser(user.id);
    const names = listings.map(({ title }) => title);
    const asins = listings.flatMap(({ volumes }) => (volumes as unknown as ListedVolume[]).map(({ asin }) => asin));
    const held = await this.database.seriesListings.heldBy(user.id, { asins, names });
    const series = listings.map(({ country, asin, title, volumes, fetchedAt }) => ({
      ...{ country, asin, title, fetchedAt: fetchedAt.toISOString() },
      ...gapsOf(title, volumes as unknown as ListedVolume[], held),
    }));
    return { series: series.filter(({ missing }) => missing.length > 0) };
  }
}

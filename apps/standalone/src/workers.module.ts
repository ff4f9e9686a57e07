import { Module } from '@nestjs/common';
import { AudibleSyncModule } from '../../audible-sync/src/audible-sync.module.js';
import { ConversionModule } from '../../conversion/src/conversion.module.js';
import { EnrichmentModule } from '../../enrichment/src/enrichment.module.js';
import { IngestModule } from '../../ingest/src/ingest.module.js';
import { WebdavSyncModule } from '../../webdav-sync/src/webdav-sync.module.js';

/** Every worker app there is. */
@Module({ imports: [IngestModule, WebdavSyncModule, AudibleSyncModule, EnrichmentModule, ConversionModule] })
export class WorkersModule {}

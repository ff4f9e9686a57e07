import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { AudibleApiModule } from './audible/audible.module.js';
import { ActivityModule } from './activity/activity.module.js';
import { AuthModule } from './auth/auth.module.js';
import { SessionGuard } from './auth/session.guard.js';
import { BooksModule } from './books/books.module.js';
import { DavModule } from './dav/dav.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { DoctorModule } from './doctor/doctor.module.js';
import { EnrichmentApiModule } from './enrichment/enrichment.module.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { KoboModule } from './kobo/kobo.module.js';
import { LibrariesModule } from './libraries/libraries.module.js';
import { MetadataModule } from './metadata/metadata.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { ShelvesModule } from './shelves/shelves.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { WorksModule } from './works/works.module.js';

@Module({
  imports: [
    QueueModule,
    DatabaseModule,
    StorageModule,
    AuthModule,
    BooksModule,
    ReadingModule,
    ShelvesModule,
    MetadataModule,
    EnrichmentApiModule,
    LibrariesModule,
    SourcesModule,
    DevicesModule,
    DoctorModule,
    KoboModule,
    DavModule,
    AudibleApiModule,
    WorksModule,
    ActivityModule,
  ],
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class GatewayModule {}

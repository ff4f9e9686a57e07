import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { EventsController } from './activity/events.controller.js';
import { JobsController } from './activity/jobs.controller.js';
import { LiveEvents } from './activity/live-events.js';
import { ApiKeysController } from './auth/api-keys.controller.js';
import { FirstAccount } from './auth/first-account.js';
import { OpenSession } from './auth/open-session.js';
import { SessionController } from './auth/session.controller.js';
import { SessionGuard } from './auth/session.guard.js';
import { SetupController } from './auth/setup.controller.js';
import { SignIn } from './auth/sign-in.js';
import { UsersController } from './auth/users.controller.js';
import { BookFiles } from './books/book-files.js';
import { BooksController } from './books/books.controller.js';
import { CoverImages } from './books/cover-images.js';
import { CoversController } from './books/covers.controller.js';
import { FilesController } from './books/files.controller.js';
import { DevicesController } from './devices/devices.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { DeliveriesController } from './kobo/deliveries.controller.js';
import { Delivery } from './kobo/delivery.js';
import { KeepReading } from './kobo/keep-reading.js';
import { LibraryItemsController } from './kobo/library-items.controller.js';
import { LibrarySyncController } from './kobo/library-sync.controller.js';
import { KoboSignInController } from './kobo/sign-in.controller.js';
import { StoreController } from './kobo/store.controller.js';
import { SyncLibrary } from './kobo/sync-library.js';
import { FoldersController } from './libraries/folders.controller.js';
import { LibrariesController } from './libraries/libraries.controller.js';
import { ScansController } from './libraries/scans.controller.js';
import { UploadsController } from './libraries/uploads.controller.js';

const AUTH = [SessionController, SetupController, ApiKeysController, UsersController];
const BOOKS = [BooksController, CoversController, FilesController];
const LIBRARIES = [LibrariesController, ScansController, FoldersController, UploadsController];
const KOBO = [
  KoboSignInController,
  LibrarySyncController,
  LibraryItemsController,
  DeliveriesController,
  StoreController,
];

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule],
  controllers: [
    ...AUTH,
    ...BOOKS,
    ...LIBRARIES,
    DevicesController,
    JobsController,
    EventsController,
    HealthController,
    ...KOBO,
  ],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    FirstAccount,
    SignIn,
    OpenSession,
    BookFiles,
    CoverImages,
    LiveEvents,
    SyncLibrary,
    KeepReading,
    Delivery,
  ],
})
export class GatewayModule {}

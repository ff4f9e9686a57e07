import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DatabaseModule } from '@octavo/database';
import { SECRET_BOX } from '@octavo/platform';
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
import { BookAnnotationsController } from './books/annotations.controller.js';
import { BookFiles } from './books/book-files.js';
import { BooksController } from './books/books.controller.js';
import { CoverImages } from './books/cover-images.js';
import { CoversController } from './books/covers.controller.js';
import { FilesController } from './books/files.controller.js';
import { DeviceBooksController } from './devices/device-books.controller.js';
import { DevicesController } from './devices/devices.controller.js';
import { DoctorController } from './doctor/doctor.controller.js';
import { EchoController } from './doctor/echo.controller.js';
import { Examine } from './doctor/examine.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { DeliveriesController } from './kobo/deliveries.controller.js';
import { Delivery } from './kobo/delivery.js';
import { KeepReading } from './reading/keep-reading.js';
import { LibraryItemsController } from './kobo/library-items.controller.js';
import { LibrarySyncController } from './kobo/sync/library-sync.controller.js';
import { DeviceAnnotationsController } from './kobo/reading-services/device-annotations.controller.js';
import { NotebooksController } from './kobo/reading-services/notebooks.controller.js';
import { NoteClock } from './kobo/note-clock.js';
import { NoteSteps } from './kobo/note-steps.js';
import { KoboSignInController } from './kobo/sign-in.controller.js';
import { StoreController } from './kobo/store.controller.js';
import { ForwardUnknown } from './kobo/store/forward-unknown.js';
import { StoreClient } from './kobo/store/store-client.js';
import { StorePages } from './kobo/store/store-pages.js';
import { StoreRelay } from './kobo/store/store-relay.js';
import { StoreSignIn } from './kobo/store/store-sign-in.js';
import { DeviceItems } from './kobo/sync/device-items.js';
import { SyncPages } from './kobo/sync/sync-pages.js';
import { TagsController } from './kobo/tags.controller.js';
import { SyncLibrary } from './kobo/sync/sync-library.js';
import { FoldersController } from './libraries/folders.controller.js';
import { LibrariesController } from './libraries/libraries.controller.js';
import { ScansController } from './libraries/scans.controller.js';
import { UploadsController } from './libraries/uploads.controller.js';
import { ReadingController } from './reading/reading.controller.js';
import { KeepShelves } from './shelves/keep-shelves.js';
import { ShelvesController } from './shelves/shelves.controller.js';

const AUTH = [SessionController, SetupController, ApiKeysController, UsersController];
const BOOKS = [BookAnnotationsController, ReadingController, BooksController, CoversController, FilesController];
const LIBRARIES = [LibrariesController, ScansController, FoldersController, UploadsController];
const KOBO = [
  DoctorController,
  EchoController,
  KoboSignInController,
  LibrarySyncController,
  TagsController,
  LibraryItemsController,
  DeliveriesController,
  DeviceAnnotationsController,
  NotebooksController,
  StoreController,
];

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule],
  controllers: [
    ...AUTH,
    ...BOOKS,
    ...LIBRARIES,
    DevicesController,
    DeviceBooksController,
    ShelvesController,
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
    SyncPages,
    DeviceItems,
    KeepShelves,
    KeepReading,
    Delivery,
    NoteSteps,
    NoteClock,
    Examine,
    SECRET_BOX,
    StoreClient,
    StoreRelay,
    ForwardUnknown,
    StoreSignIn,
    StorePages,
  ],
})
export class GatewayModule {}

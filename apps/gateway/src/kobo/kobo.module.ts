import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { SECRET_BOX } from '@octavo/platform';
import { QueueModule } from '@octavo/queue';
import { BooksModule } from '../books/books.module.js';
import { ReadingModule } from '../reading/reading.module.js';
import { ShelvesModule } from '../shelves/shelves.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { Delivery } from './delivery.js';
import { LibraryItemsController } from './library-items.controller.js';
import { NoteClock } from './note-clock.js';
import { NoteSteps } from './note-steps.js';
import { DeviceAnnotationsController } from './reading-services/device-annotations.controller.js';
import { NotebooksController } from './reading-services/notebooks.controller.js';
import { KoboSignInController } from './sign-in.controller.js';
import { StoreController } from './store.controller.js';
import { ForwardUnknown } from './store/forward-unknown.js';
import { StoreClient } from './store/store-client.js';
import { StorePages } from './store/store-pages.js';
import { StoreRelay } from './store/store-relay.js';
import { StoreSignIn } from './store/store-sign-in.js';
import { DeviceItems } from './sync/device-items.js';
import { LibrarySyncController } from './sync/library-sync.controller.js';
import { SyncLibrary } from './sync/sync-library.js';
import { SyncPages } from './sync/sync-pages.js';
import { TagsController } from './tags.controller.js';

/** The order matters where one path could be another's: what is everything else comes last. */
const DOORS = [
  KoboSignInController,
  LibrarySyncController,
  TagsController,
  LibraryItemsController,
  DeliveriesController,
  DeviceAnnotationsController,
  NotebooksController,
  StoreController,
];

const STORE = [SECRET_BOX, StoreClient, StoreRelay, ForwardUnknown, StoreSignIn, StorePages];

/** The Kobo protocol's doors. */
@Module({
  imports: [DatabaseModule, QueueModule, BooksModule, ReadingModule, ShelvesModule],
  controllers: DOORS,
  providers: [SyncLibrary, SyncPages, DeviceItems, Delivery, NoteSteps, NoteClock, ...STORE],
})
export class KoboModule {}

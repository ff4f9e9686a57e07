import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { BooksModule } from '../books/books.module.js';
import { FindCoversController } from './find-covers.controller.js';
import { FindsController } from './finds.controller.js';
import { ProvidersController } from './providers.controller.js';

/** What providers know of books: suggestions to look at, whom to ask, and asking. */
@Module({
  imports: [BooksModule, DatabaseModule, QueueModule],
  controllers: [FindCoversController, FindsController, ProvidersController],
})
export class EnrichmentApiModule {}

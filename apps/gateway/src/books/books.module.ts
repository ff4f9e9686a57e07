import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { RemoteModule } from '@octavo/remote';
import { StorageModule } from '@octavo/storage';
import { BookAnnotationsController } from './annotations.controller.js';
import { BookFiles } from './book-files.js';
import { BooksController } from './books.controller.js';
import { CoverImages } from './cover-images.js';
import { CoversController } from './covers.controller.js';
import { FilesController } from './files.controller.js';

/** The library as users see it. */
@Module({
  imports: [DatabaseModule, RemoteModule, StorageModule],
  controllers: [BookAnnotationsController, BooksController, CoversController, FilesController],
  providers: [BookFiles, CoverImages],
  exports: [BookFiles, CoverImages],
})
export class BooksModule {}

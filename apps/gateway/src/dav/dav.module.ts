import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { AuthModule } from '../auth/auth.module.js';
import { BooksModule } from '../books/books.module.js';
import { DavController } from './dav.controller.js';
import { DavTree } from './dav-tree.js';

/** The library as files. */
@Module({
  imports: [DatabaseModule, AuthModule, BooksModule],
  controllers: [DavController],
  providers: [DavTree],
})
export class DavModule {}

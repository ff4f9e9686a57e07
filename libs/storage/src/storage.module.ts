import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@octavo/platform';
import { DataFiles } from './data-files.js';
import { LibraryFiles } from './library-files.js';
import { LibraryUploads } from './library-uploads.js';

@Module({
  providers: [
    LibraryFiles,
    LibraryUploads,
    { provide: DataFiles, inject: [CONFIG], useFactory: ({ DATA_DIR }: Config) => new DataFiles(DATA_DIR) },
  ],
  exports: [LibraryFiles, LibraryUploads, DataFiles],
})
export class StorageModule {}

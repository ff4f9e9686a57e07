import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@octavo/platform';
import { DataFiles } from './data-files.js';
import { LibraryFiles } from './library-files.js';

@Module({
  providers: [
    LibraryFiles,
    { provide: DataFiles, inject: [CONFIG], useFactory: ({ DATA_DIR }: Config) => new DataFiles(DATA_DIR) },
  ],
  exports: [LibraryFiles, DataFiles],
})
export class StorageModule {}

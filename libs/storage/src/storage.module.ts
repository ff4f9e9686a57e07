import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@octavo/platform';
import { DataFiles } from './data-files.js';
import { LibraryFiles } from './library-files.js';
import { LibraryReplacements } from './library-replacements.js';
import { LibraryRewrites } from './library-rewrites.js';
import { LibraryUploads } from './library-uploads.js';

@Module({
  providers: [
    LibraryFiles,
    LibraryUploads,
    {
      provide: LibraryReplacements,
      inject: [LibraryFiles],
      useFactory: (files: LibraryFiles) => new LibraryReplacements(files),
    },
    {
      provide: LibraryRewrites,
      inject: [LibraryFiles],
      useFactory: (files: LibraryFiles) => new LibraryRewrites(files),
    },
    { provide: DataFiles, inject: [CONFIG], useFactory: ({ DATA_DIR }: Config) => new DataFiles(DATA_DIR) },
  ],
  exports: [LibraryFiles, LibraryReplacements, LibraryRewrites, LibraryUploads, DataFiles],
})
export class StorageModule {}

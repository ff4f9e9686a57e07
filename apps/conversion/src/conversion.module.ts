import { Module } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { consume, QueueModule } from '@octavo/queue';
import { StorageModule } from '@octavo/storage';
import { ConvertFile } from './convert-file.js';
import { KepubFiles } from './kepub-files.js';
import { LibraryCopies } from './library-copies.js';
import { PlaceReadings } from './place-readings.processor.js';
import { PrepareBook } from './prepare-book.processor.js';
import { RenderCover } from './render-cover.processor.js';
import { SweepRegularly } from './sweep-regularly.js';
import { Sweep } from './sweep.processor.js';

@Module({
  imports: [QueueModule, DatabaseModule, StorageModule],
  providers: [
    ...consume(
      conversion,
      { prepareBook: PrepareBook, placeReadings: PlaceReadings, renderCover: RenderCover, sweep: Sweep },
      { concurrency: 2 },
    ),
    ConvertFile,
    KepubFiles,
    LibraryCopies,
    SweepRegularly,
  ],
})
export class ConversionModule {}

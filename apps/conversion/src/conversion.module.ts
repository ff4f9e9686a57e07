import { Module } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { DatabaseModule } from '@octavo/database';
import { consume, QueueModule } from '@octavo/queue';
import { RemoteModule } from '@octavo/remote';
import { StorageModule } from '@octavo/storage';
import { ConvertFile } from './converting/convert-file.js';
import { KepubifyAtHand } from './converting/kepubify-at-hand.js';
import { LibraryCopies } from './converting/library-copies.js';
import { CONVERSIONS_AT_ONCE, MakeKepub } from './converting/make-kepub.js';
import { KepubFiles } from './kepub-files.js';
import { PlaceReadings } from './place-readings.processor.js';
import { PrepareBook } from './prepare-book.processor.js';
import { RemoveReplaced } from './replacing/remove-replaced.js';
import { ReplaceOriginal } from './replacing/replace-original.js';
import { RenderCover } from './render-cover.processor.js';
import { SettleForm } from './settle-form.js';
import { SweepRegularly } from './sweep-regularly.js';
import { Sweep } from './sweep.processor.js';
import { TidyFolders } from './tidy-folders.js';
import { WriteMetadata } from './write-metadata.processor.js';
import { RewriteFile } from './writing/rewrite-file.js';
import { SettleRewrites } from './writing/settle-rewrites.js';
import { WriteInto } from './writing/write-into.js';

@Module({
  imports: [QueueModule, DatabaseModule, RemoteModule, StorageModule],
  providers: [
    ...consume(
      conversion,
      {
        ...{ prepareBook: PrepareBook, placeReadings: PlaceReadings, renderCover: RenderCover },
        ...{ sweep: Sweep, writeMetadata: WriteMetadata },
      },
      { concurrency: CONVERSIONS_AT_ONCE },
    ),
    ConvertFile,
    KepubFiles,
    KepubifyAtHand,
    LibraryCopies,
    MakeKepub,
    RemoveReplaced,
    ReplaceOriginal,
    RewriteFile,
    SettleForm,
    SettleRewrites,
    SweepRegularly,
    TidyFolders,
    WriteInto,
  ],
})
export class ConversionModule {}

import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { IntakeModule } from '@octavo/intake';
import { QueueModule } from '@octavo/queue';
import { BulkEdit } from './bulk-edit.js';
import { ChooseCovers } from './choose-covers.js';
import { CoverChoiceController } from './cover-choice.controller.js';
import { EditBooks } from './edit-books.js';
import { MetadataController } from './metadata.controller.js';
import { ResyncController } from './resync.controller.js';
import { ResyncFiles } from './resync-files.js';
import { UndoChanges } from './undo-changes.js';

/** Metadata as people change it, take changes back, and have files read anew. */
@Module({
  imports: [DatabaseModule, IntakeModule, QueueModule],
  controllers: [CoverChoiceController, MetadataController, ResyncController],
  providers: [BulkEdit, ChooseCovers, EditBooks, ResyncFiles, UndoChanges],
})
export class MetadataModule {}

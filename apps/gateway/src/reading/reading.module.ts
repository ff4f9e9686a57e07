import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { KeepReading } from './keep-reading.js';
import { ReadingController } from './reading.controller.js';

/** Where users are in their books. */
@Module({
  imports: [DatabaseModule, QueueModule],
  controllers: [ReadingController],
  providers: [KeepReading],
  exports: [KeepReading],
})
export class ReadingModule {}

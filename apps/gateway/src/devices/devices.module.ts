import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { AskForBooks } from './ask-for-books.js';
import { DeviceBooksController } from './device-books.controller.js';
import { DevicesController } from './devices.controller.js';

/** Kobo devices as their users see them. */
@Module({
  imports: [DatabaseModule, QueueModule],
  controllers: [DevicesController, DeviceBooksController],
  providers: [AskForBooks],
  exports: [AskForBooks],
})
export class DevicesModule {}

import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { DeviceBooksController } from './device-books.controller.js';
import { DevicesController } from './devices.controller.js';

/** Kobo devices as their users see them. */
@Module({
  imports: [DatabaseModule],
  controllers: [DevicesController, DeviceBooksController],
})
export class DevicesModule {}

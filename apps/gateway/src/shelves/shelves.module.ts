import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { DevicesModule } from '../devices/devices.module.js';
import { KeepShelves } from './keep-shelves.js';
import { ShelvesController } from './shelves.controller.js';

/** Users' shelves. */
@Module({
  imports: [DatabaseModule, DevicesModule],
  controllers: [ShelvesController],
  providers: [KeepShelves],
  exports: [KeepShelves],
})
export class ShelvesModule {}

import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { DoctorController } from './doctor.controller.js';
import { EchoController } from './echo.controller.js';
import { Examine } from './examine.js';

/** Would a Kobo get through to us? */
@Module({
  imports: [DatabaseModule],
  controllers: [DoctorController, EchoController],
  providers: [Examine],
})
export class DoctorModule {}

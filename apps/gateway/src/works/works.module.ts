import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { OwnWorks } from './own-works.js';
import { WorksController } from './works.controller.js';

/** Works: which books are the same. */
@Module({ imports: [DatabaseModule], controllers: [WorksController], providers: [OwnWorks] })
export class WorksModule {}

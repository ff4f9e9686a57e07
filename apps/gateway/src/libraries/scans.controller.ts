import { Controller, Get, Param } from '@nestjs/common';
import type { ScanDetail, ScanPage } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { AdminOnly } from '../auth/session.guard.js';
import { anId } from '../http/zod.pipe.js';
import { presentScan } from './present-library.js';

/** What the scans of a library found and did. */
@AdminOnly()
@Controller('api/libraries/:id/scans')
export class ScansController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@Param('id', anId) libraryId: string): Promise<ScanPage> {
    if (!(await this.database.libraries.findFolder(libraryId))) throw new DomainError('library.not-found');
    const items = (await this.database.scans.ofLibrary(libraryId)).map(presentScan);
    return { items, total: items.length, next: null };
  }

  @Get(':scanId')
  async show(@Param('id', anId) libraryId: string, @Param('scanId', anId) scanId: string): Promise<ScanDetail> {
    const scan = await this.database.scans.find(scanId);
    const isOfFolder = scan?.libraryId === libraryId && (await this.database.libraries.findFolder(libraryId));
    if (!scan || !isOfFolder) throw new DomainError('scan.not-found');
    const faults = await this.database.scans.faultsOf(scanId);
    return { ...presentScan(scan), faults: faults.map(({ path, code, detail }) => ({ path, code, detail })) };
  }
}

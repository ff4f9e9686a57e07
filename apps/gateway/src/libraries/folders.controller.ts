import { Controller, Get, Query } from '@nestjs/common';
import { type FolderList, FolderQuery } from '@octavo/contracts';
import { DomainError } from '@octavo/domain';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { AdminOnly } from '../auth/session.guard.js';
import { fits } from '../http/zod.pipe.js';

const MOST = 1_000;

/** The folders of the server, for whoever chooses one to be a library. */
@AdminOnly()
@Controller('api/folders')
export class FoldersController {
  @Get()
  async list(@Query(fits(FolderQuery)) query: z.output<typeof FolderQuery>): Promise<FolderList> {
    const path = resolve('/', query.path);
    const entries = await readdir(path, { withFileTypes: true }).catch(() => {
      throw new DomainError('library.not-a-folder', `${path} cannot be read by this server`);
    });
    const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
    const folders = names.sort((a, b) => a.localeCompare(b)).slice(0, MOST);
    return {
      path,
      parent: path === '/' ? null : dirname(path),
      folders: folders.map((name) => ({ name, path: join(path, name) })),
    };
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type ApiKey, type IssuedApiKey, NewApiKey } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { anId, fits } from '../http/zod.pipe.js';
import { presentApiKey } from './present-user.js';
import { digestOf, newSecret } from './secrets.js';
import { CurrentUser } from './session.guard.js';

/** Keys for scripts; each opens what its user's session opens. */
@Controller('api/api-keys')
export class ApiKeysController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<{ items: ApiKey[]; total: number; next: null }> {
    const items = (await this.database.sessions.listKeys(user.id)).map(presentApiKey);
    return { items, total: items.length, next: null };
  }

  @Post()
  async create(@CurrentUser() user: User, @Body(fits(NewApiKey)) { name }: NewApiKey): Promise<IssuedApiKey> {
    const key = newSecret();
    return { ...presentApiKey(await this.database.sessions.addKey(user.id, name, digestOf(key))), key };
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    if (!(await this.database.sessions.removeKey(user.id, id))) throw new DomainError('api-key.not-found');
  }
}

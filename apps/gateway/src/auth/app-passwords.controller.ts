import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type AppPassword, type IssuedAppPassword, NewAppPassword } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { anId, fits } from '../http/zod.pipe.js';
import { appPasswordDigest, newAppPassword } from './app-password.js';
import { presentAppPassword } from './present-user.js';
import { CurrentUser } from './session.guard.js';

/** Passwords for reading apps and file managers; each opens its user's books, and nothing else. */
@Controller('api/app-passwords')
export class AppPasswordsController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<{ items: AppPassword[]; total: number; next: null }> {
    const items = (await this.database.appPasswords.list(user.id)).map(presentAppPassword);
    return { items, total: items.length, next: null };
  }

  @Post()
  async create(
    @CurrentUser() user: User,
    @Body(fits(NewAppPassword)) wanted: NewAppPassword,
  ): Promise<IssuedAppPassword> {
    const password = newAppPassword();
    const { id, name } = await this.database.appPasswords.add(user.id, wanted.name, appPasswordDigest(password));
    return { id, name, password };
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    if (!(await this.database.appPasswords.remove(user.id, id))) throw new DomainError('app-password.not-found');
  }
}

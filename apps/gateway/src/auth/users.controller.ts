import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { NewUser, type User, UserPatch } from '@octavo/contracts';
import { Database, isUniqueViolation, type User as UserRow } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { anId, fits } from '../http/zod.pipe.js';
import { hashPassword } from './passwords.js';
import { presentUser } from './present-user.js';
import { AdminOnly, CurrentUser } from './session.guard.js';

/** Accounts, for administrators. */
@AdminOnly()
@Controller('api/users')
export class UsersController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(): Promise<{ items: User[]; total: number; next: null }> {
    const items = (await this.database.users.list()).map(presentUser);
    return { items, total: items.length, next: null };
  }

  @Post()
  async create(@Body(fits(NewUser)) { password, ...account }: NewUser): Promise<User> {
    const passwordHash = await hashPassword(password);
    try {
      return presentUser(await this.database.users.create({ ...account, passwordHash }));
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError('user.exists');
      throw error;
    }
  }

  @Patch(':id')
  async update(@Param('id', anId) id: string, @Body(fits(UserPatch)) { password, ...rest }: UserPatch): Promise<User> {
    await this.find(id);
    const changed = await this.database.users.update(id, {
      ...rest,
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    });
    // Whoever knew the old password is out.
    if (password !== undefined) await this.database.sessions.closeAllOf(id);
    return presentUser(changed);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentUser() user: UserRow, @Param('id', anId) id: string): Promise<void> {
    await this.find(id);
    if (id === user.id) throw new DomainError('user.forbidden', 'You cannot remove your own account');
    await this.database.users.remove(id);
  }

  private async find(id: string): Promise<UserRow> {
    const user = await this.database.users.find(id);
    if (!user) throw new DomainError('user.not-found');
    return user;
  }
}

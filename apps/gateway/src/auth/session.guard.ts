import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { FastifyRequest } from 'fastify';
import { digestOf } from './secrets.js';
import { sessionCookieOf } from './session-cookie.js';

const ACCESS = 'access';

/** For routes anybody may call, or that have a guard of their own. */
export const Public = () => SetMetadata(ACCESS, 'public');

/** For routes of administrators. */
export const AdminOnly = () => SetMetadata(ACCESS, 'admin');

type SignedIn = FastifyRequest & { user?: User };

/** The signed-in user. */
export const CurrentUser = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedIn>().user!,
);

/** Every route needs a session or an API key, unless it says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<string | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedIn>();
    const user = await this.userOf(request);
    if (!user) throw new DomainError('session.required');
    if (access === 'admin' && user.role !== 'admin') throw new DomainError('user.forbidden');
    request.user = user;
    return true;
  }

  private async userOf(request: FastifyRequest): Promise<User | undefined> {
    const [, key] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (key) return this.database.sessions.ownerOfKey(digestOf(key));
    const cookie = sessionCookieOf(request);
    if (!cookie) return undefined;
    // The cookie is same-site already; a browser that says "cross-site" all the same is not to change anything.
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET')
      throw new DomainError('user.forbidden');
    return this.database.sessions.userOf(digestOf(cookie));
  }
}

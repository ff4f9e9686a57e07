import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppSignIn } from './app-sign-in.js';
import { basicCredentials } from './basic-credentials.js';

const CHALLENGE = 'Basic realm="Octavo", charset="UTF-8"';

/** For what reading apps and file managers call: opened by an e-mail address and an app password. */
@Injectable()
export class AppPasswordGuard implements CanActivate {
  constructor(private readonly signIn: AppSignIn) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { user?: User }>();
    try {
      request.user = await this.userOf(request);
      return true;
    } catch (error) {
      const isUnknown = error instanceof DomainError && error.kind === 'unauthenticated';
      if (isUnknown) void http.getResponse<FastifyReply>().header('www-authenticate', CHALLENGE);
      throw error;
    }
  }

  private userOf({ headers, ip }: FastifyRequest): Promise<User> {
    const credentials = basicCredentials(headers.authorization);
    if (!credentials) throw new DomainError('session.required', 'Sign in with your e-mail address and an app password');
    return this.signIn.check(credentials, ip);
  }
}

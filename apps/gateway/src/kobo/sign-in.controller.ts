import { Body, Get, Header, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  API_TOKEN_HEADER,
  authorizeRedirect,
  deviceAuthAnswer,
  discoveryDocument,
  EMPTY_API_TOKEN,
  jsonWebKeys,
  resourcesFor,
  tokenAnswer,
  userInfo,
} from '@octavo/kobo';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { newSecret } from '../auth/secrets.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';

/** What a device goes through before it syncs: device sign-in, OIDC, the map of addresses. */
@DeviceRoute()
export class KoboSignInController {
  @Post('v1/auth/device')
  @HttpCode(200)
  device(@Body() body: unknown) {
    return deviceAuthAnswer(body, freshTokens());
  }

  @Post('v1/auth/refresh')
  @HttpCode(200)
  refresh(@Body() body: unknown) {
    return deviceAuthAnswer(body, freshTokens());
  }

  @Get('v1/initialization')
  @Header(API_TOKEN_HEADER, EMPTY_API_TOKEN)
  initialization(@Caller() { base, origin }: KoboCaller) {
    return { Resources: resourcesFor({ base, origin }) };
  }

  @Get('oauth/.well-known/openid-configuration')
  discovery(@Caller() { base }: KoboCaller) {
    return discoveryDocument(`${base}/oauth`);
  }

  @Get('oauth/authorize')
  async authorize(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const redirect = authorizeRedirect(query, newSecret());
    if (redirect) await reply.redirect(redirect.location, 302);
    else await reply.status(400).send({});
  }

  @Post('oauth/token')
  @HttpCode(200)
  token(@Caller() { userId }: KoboCaller) {
    return tokenAnswer({ ...freshTokens(), userId });
  }

  @Get('oauth/userinfo')
  userInfo(@Caller() { userId }: KoboCaller) {
    return userInfo(userId);
  }

  @Get('oauth/jwks')
  jwks() {
    return jsonWebKeys();
  }
}

function freshTokens() {
  return { accessToken: newSecret(), refreshToken: newSecret(), trackingId: randomUUID() };
}

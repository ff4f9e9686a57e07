import { Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { Database } from '@octavo/database';
import {
  API_TOKEN_HEADER,
  authorizeRedirect,
  deviceAuthAnswer,
  discoveryDocument,
  EMPTY_API_TOKEN,
  jsonWebKeys,
  ownBearer,
  resourcesFor,
  tokenAnswer,
  userInfo,
} from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { digestOf, newSecret } from '../auth/secrets.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { sendHandedOn } from './store/send-handed-on.js';
import { StoreSignIn } from './store/store-sign-in.js';

/** What a device goes through before it syncs: device sign-in, OIDC, the map of addresses. */
@DeviceRoute()
export class KoboSignInController {
  constructor(
    private readonly database: Database,
    private readonly storeSignIn: StoreSignIn,
  ) {}

  /** Both sign-ins of a device, status 200: at the store where its account there is used, else with tokens of ours. */
  @Post(['v1/auth/device', 'v1/auth/refresh'])
  async device(
    @Caller() caller: KoboCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const atStore = await this.storeSignIn.tokens(caller, request);
    if (atStore) return sendHandedOn(atStore, reply);
    await reply.status(200).send(deviceAuthAnswer(request.body, await this.tokensFor(caller)));
  }

  @Get('v1/initialization')
  async initialization(
    @Caller() caller: KoboCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = resourcesFor({ base: caller.base, origin: caller.origin });
    const { resources, refused } = await this.storeSignIn.resources(caller, request, own);
    if (refused) return sendHandedOn(refused, reply);
    await reply.header(API_TOKEN_HEADER, EMPTY_API_TOKEN).send({ Resources: resources });
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
  async token(@Caller() caller: KoboCaller) {
    return tokenAnswer({ ...(await this.tokensFor(caller)), userId: caller.userId });
  }

  @Get('oauth/userinfo')
  userInfo(@Caller() { userId }: KoboCaller) {
    return userInfo(userId);
  }

  @Get('oauth/jwks')
  jwks() {
    return jsonWebKeys();
  }

  /**
   * Fresh tokens. The access token is remembered: the reading services know the device by it. From here on its highlights
   * come to us, since the map with our address follows before it downloads anything.
   */
  private async tokensFor({ device }: KoboCaller) {
    const tokens = freshTokens();
    await this.database.deviceBearers.remember(device.id, digestOf(tokens.accessToken));
    if (!device.annotationsSince) await this.database.annotations.comeFrom(device.id);
    return tokens;
  }
}

function freshTokens() {
  const [accessToken, refreshToken] = [ownBearer(newSecret()), ownBearer(newSecret())];
  return { accessToken, refreshToken, trackingId: randomUUID() };
}

import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, localUrl, PlatformModule, type Running, StartProblem, useLogger } from '@octavo/platform';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { serveDashboard } from './dashboard/serve-dashboard.js';
import { keepReadOnly } from './dav/keep-read-only.js';
import { GatewayModule } from './gateway.module.js';
import { BODY_LIMIT, parseBodies } from './http/body-parsing.js';
import { logRequests } from './http/log-requests.js';
import { problemFrom, sendProblem } from './http/problem.filter.js';

const DASHBOARD = 'dist/apps/dashboard';

export interface RunningGateway extends Running {
  /** Where it listens, as a browser on this machine reaches it. */
  url: string;
}

/** The gateway, listening. Throws StartProblem when its port is taken. */
export async function startGateway(config: Config): Promise<RunningGateway> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Behind a proxy on this machine or network; the address only slows down guessing of passwords.
    trustProxy: 'loopback, linklocal, uniquelocal',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    requestIdHeader: 'x-request-id',
    genReqId: () => randomUUID(),
    // An address that cannot be read never comes to a route, nor to what Nest does with errors.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(problemFrom(error, request.id), request, reply),
    forceCloseConnections: true, // open event streams must not hold up a stop
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: class Gateway {}, imports: [PlatformModule.with(config), GatewayModule] },
    adapter,
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  useLogger(app);
  parseBodies(adapter.getInstance());
  logRequests(adapter.getInstance(), await app.resolve(PinoLogger));
  keepReadOnly(adapter.getInstance());
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart as never);
  await serveDashboard(app, resolve(DASHBOARD));
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw listenProblem(error, config);
  }
  const address = adapter.getHttpServer().address() as { port: number };
  return { url: localUrl(config.HOST, address.port), stop: () => app.close() };
}

function listenProblem(error: unknown, { HOST, PORT }: Config): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE')
    return new StartProblem(`Port ${PORT} is taken by another program; set PORT to a free one.`);
  if (code === 'EACCES')
    return new StartProblem(`This account may not listen on port ${PORT}; set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new StartProblem(`This machine has no address ${HOST}; check HOST.`);
  return error;
}

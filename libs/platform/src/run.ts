import 'reflect-metadata';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { type Config, readConfig, WrongSettings } from './config.js';
import { startHeartbeat } from './heartbeat.js';
import { PlatformModule } from './platform.module.js';

/** Something that was started and can be stopped, once. */
export interface Running {
  stop(): Promise<void>;
}

/** The worker apps of this process as one Nest application. Resolves when they consume. */
export async function startWorkers(modules: Type[], config: Config): Promise<Running> {
  class Workers {}
  const app = await NestFactory.createApplicationContext(
    { module: Workers, imports: [PlatformModule.with(config), ...modules] },
    { bufferLogs: true, abortOnError: false },
  );
  useLogger(app);
  return { stop: () => app.close() };
}

/** Nest tells of every module and route it starts, which is no news to anybody. */
const BOOT_CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** Hands Nest's own messages to the process's logger, what it says while it starts only for debugging. */
export function useLogger(app: INestApplicationContext): void {
  const logger = app.get(Logger);
  app.useLogger({
    log: (message: unknown, ...rest: unknown[]) =>
      BOOT_CHATTER.has(String(rest.at(-1))) ? logger.debug(message, ...rest) : logger.log(message, ...rest),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(message, ...rest),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(message, ...rest),
    error: (message: unknown, ...rest: unknown[]) => logger.error(message, ...rest),
  });
}

/** A worker as a process of its own: runs `modules` until it is told to stop. `app` names its heartbeat. */
export function runWorker(app: string, ...modules: Type[]): Promise<void> {
  return untilStopped(async () => {
    const running = await startWorkers(modules, requireDatabase(readConfig()));
    const stopHeartbeat = startHeartbeat(app);
    return {
      stop: async () => {
        stopHeartbeat();
        await running.stop();
      },
    };
  });
}

/** A process that is not the standalone one has no database of its own to start. */
export function requireDatabase(config: Config): Config {
  if (config.DATABASE_URL) return config;
  throw new WrongSettings(['DATABASE_URL: needed by a process of its own (npm start brings its own database)']);
}

/**
 * Starts what `start` starts and stops it on Ctrl-C or SIGTERM. What goes wrong at the start is one readable line,
 * not a stack. Nest's own shutdown hooks are not used: they raise the signal again before the servers are stopped.
 */
export async function untilStopped(start: () => Promise<Running>): Promise<void> {
  let running: Running | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  try {
    running = await start();
    if (stopping) await running.stop();
  } catch (error) {
    process.stderr.write(`Octavo cannot start. ${explain(error)}\n`);
    process.exit(1);
  }
}

/** Errors whose message is written for the operator. By name: some come from libraries that do not know this one. */
const FORESEEN = new Set(['StartProblem', 'CannotStart', 'DomainError']);

/** The reason as a person needs it: the message of what we foresaw, the whole stack of what we did not. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const foreseen = error instanceof WrongSettings || FORESEEN.has(error.name);
  return foreseen ? error.message : (error.stack ?? error.message);
}

/** A reason not to start that a person can act on. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

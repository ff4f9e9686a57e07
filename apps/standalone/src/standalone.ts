import { resolveServers } from '@octavo/embedded';
import { type Config, readConfig, type Running, untilStopped } from '@octavo/platform';
import { mkdir } from 'node:fs/promises';
import 'sharp'; // its native part must be loaded here before any other thread does
import { startGateway } from '../../gateway/src/start-gateway.js';
import { startCompanion } from './companion.js';

/** Everything in one process, with the databases it needs: started in order, stopped in the opposite one. */
export function runStandalone(mainFile: string): Promise<void> {
  return untilStopped(async () => {
    const started: Running[] = [];
    const stop = async () => {
      for (const running of started.reverse()) await running.stop();
    };
    try {
      const config = await withServers(readConfig(), started);
      await mkdir(config.DATA_DIR, { recursive: true });
      for (const folder of config.LIBRARY_DIRS) await mkdir(folder, { recursive: true }).catch(() => undefined);
      const gateway = await startGateway(config);
      started.push(gateway);
      started.push(await startCompanion(mainFile, config, (error) => void stop().then(() => giveUp(error))));
      process.stdout.write(`Octavo is ready at ${gateway.url}\n`);
      return { stop };
    } catch (error) {
      await stop();
      throw error;
    }
  });
}

/** Starts the services no URL was given for, and gives the config that names them. */
async function withServers(config: Config, started: Running[]): Promise<Config> {
  const services = await resolveServers({
    databaseUrl: config.DATABASE_URL,
    redisUrl: config.REDIS_URL,
    queueBackend: config.QUEUE_BACKEND,
    dataDir: config.DATA_DIR,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  started.push(services);
  const { kind, url } = services.queue;
  return {
    ...config,
    DATABASE_URL: services.databaseUrl,
    QUEUE_BACKEND: kind,
    REDIS_URL: kind === 'redis' ? url : undefined,
  };
}

function giveUp(error: Error): never {
  process.stderr.write(`Octavo had to stop. ${error.stack ?? error.message}\n`);
  process.exit(1);
}

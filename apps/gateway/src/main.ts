import { readConfig, requireDatabase, untilStopped } from '@octavo/platform';
import { startGateway } from './start-gateway.js';

void untilStopped(async () => {
  const gateway = await startGateway(requireDatabase(readConfig()));
  process.stdout.write(`Octavo's gateway listens at ${gateway.url}\n`);
  return gateway;
});

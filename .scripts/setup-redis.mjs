// npm run setup:redis: a Redis for this project alone, where one can be had. Octavo runs without: its queues are then
// kept in PostgreSQL.
import { endWithParent } from './processes.mjs';
import { note, step, stopWith } from './progress.mjs';
import { provideRedis } from './redis.mjs';

endWithParent();
try {
  const server = await step('looking for a Redis server', provideRedis);
  note(
    server
      ? `There is one: ${server}`
      : 'No Redis server is to be had here, which is fine: the queues are kept in PostgreSQL',
  );
} catch (error) {
  stopWith(error);
}

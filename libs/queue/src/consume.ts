import type { Provider } from '@nestjs/common';
import type { AnyJob, Processor, ProcessorsOf, QueueDefinition } from '@octavo/contracts';
import { Announcements, Database } from '@octavo/database';
import { PinoLogger } from 'nestjs-pino';
import { QUEUE_CONNECTION, type QueueConnection } from './connection.js';
import { Consumer } from './consumer.js';
import { Queues } from './queues.js';

type ProcessorClass = new (...dependencies: never[]) => Processor<AnyJob>;
type Injected = [QueueConnection, Queues, Database, Announcements, PinoLogger, ...Processor<AnyJob>[]];

/**
 * The providers that serve a queue: a processor class per job (the compiler misses none and swaps none) and the
 * consumer that runs them. `concurrency` is how many jobs this process works on at once.
 */
export function consume<Queue extends QueueDefinition>(
  queue: Queue,
  processors: ProcessorsOf<Queue>,
  { concurrency }: { concurrency: number },
): Provider[] {
  const names = Object.keys(processors);
  const classes = Object.values(processors) as ProcessorClass[];
  return [
    ...classes,
    {
      provide: `consumer of ${queue.name}`,
      inject: [QUEUE_CONNECTION, Queues, Database, Announcements, PinoLogger, ...classes],
      useFactory: (...[connection, queues, database, announcements, logger, ...instances]: Injected) => {
        const byName = Object.fromEntries(names.map((name, index) => [name, instances[index]!]));
        const serving = { queue, processors: byName, concurrency };
        return new Consumer(serving, connection, queues, { database, announcements, logger });
      },
    },
  ];
}

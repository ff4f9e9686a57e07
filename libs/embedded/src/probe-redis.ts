import { Redis } from 'ioredis';

const CONNECT_WITHIN_MS = 5_000;

/** What a server at an address answered: the pid it says it has, or why it could not be used. Never both. */
export type RedisAnswer = { pid: number } | { refusal: string };

/** Connects once, asks the server who it is, and leaves. Never throws. */
export async function probeRedis(url: string): Promise<RedisAnswer> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_WITHIN_MS,
    commandTimeout: CONNECT_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableReadyCheck: false,
  });
  let first: Error | undefined;
  client.on('error', (error: Error) => (first ??= error)); // says why; the rejected call only says "closed"
  try {
    await client.connect();
    await client.ping(); // refused while the server still reads its files, unlike INFO
    const info = await client.info('server');
    return { pid: Number(/^process_id:(\d+)/m.exec(info)?.[1] ?? 0) };
  } catch (error) {
    return { refusal: (first ?? (error as Error)).message };
  } finally {
    if (client.status !== 'end') client.disconnect(); // once more would leave a timer of two seconds
  }
}

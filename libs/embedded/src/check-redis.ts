import { probeRedis } from './probe-redis.js';

/** Why the Redis at `url` cannot be used, in one sentence without the password; undefined when it can. */
export async function checkRedis(url: string): Promise<string | undefined> {
  const address = URL.parse(url);
  if (!address || !/^rediss?:$/.test(address.protocol)) {
    return 'REDIS_URL is not a Redis address like redis://:password@host:6379';
  }
  const answer = await probeRedis(url);
  if ('pid' in answer) return undefined;
  const place = `${address.hostname}:${address.port || '6379'}`;
  if (/WRONGPASS|NOAUTH|invalid password/i.test(answer.refusal))
    return `Redis at ${place} refuses the password (REDIS_URL)`;
  if (/ENOTFOUND|EAI_AGAIN/.test(answer.refusal))
    return `REDIS_URL names the host ${address.hostname}, which is not known here`;
  if (/ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(answer.refusal))
    return `No Redis listens at ${place} (REDIS_URL)`;
  return `Redis at ${place} cannot be used: ${answer.refusal} (REDIS_URL)`;
}

// Sends requests, four at a time, and reads their answers only to throw them away: what nobody can be quicker than.
// By message: { origin, requests: [{ method, path, headers, body }] }. Answers { ms, cpuMs, bytes, requests, peakMb }.
import { Pool } from 'undici';
import { cpuMs, peakMb } from './process-costs.mjs';

const AT_ONCE = 4;

process.once('message', async ({ origin, requests }) => {
  const pool = new Pool(origin, { connections: AT_ONCE });
  const waiting = [...requests].reverse();
  let bytes = 0;
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { statusCode, body } = await pool.request(next);
      if (statusCode >= 300) throw new Error(`${next.method} ${next.path} was answered with ${statusCode}`);
      for await (const chunk of body) bytes += chunk.length;
    }
  };
  const [started, cpu] = [performance.now(), cpuMs()];
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const spent = { ms: performance.now() - started, cpuMs: cpuMs() - cpu };
  process.send({ ...spent, bytes, requests: requests.length, peakMb: peakMb() });
  await pool.close();
});

import type { Client } from '../client.js';

/** Failed sign-ins, counted per key (an address, an account) within a window; in Postgres, so that all gateways share it. */
export class SignInFailuresRepository {
  constructor(private readonly client: Client) {}

  /** How many failures a key has in its running window of `windowSeconds`, and how many seconds of that are left. */
  async count(key: string, windowSeconds: number): Promise<{ failures: number; secondsLeft: number }> {
    const [row] = await this.client.$queryRaw<{ failures: number; left: number }[]>`
      select failures, ceil(extract(epoch from window_start + ${windowSeconds} * interval '1 second' - now()))::int as left
      from sign_in_failure where key = ${key} and window_start > now() - ${windowSeconds} * interval '1 second'`;
    return { failures: row?.failures ?? 0, secondsLeft: row?.left ?? 0 };
  }

  async add(key: string, windowSeconds: number): Promise<void> {
    await this.client.$executeRaw`
      insert into sign_in_failure as f (key, failures, window_start) values (${key}, 1, now())
      on conflict (key) do update set
        failures = case when f.window_start > now() - ${windowSeconds} * interval '1 second' then f.failures + 1 else 1 end,
        window_start = case when f.window_start > now() - ${windowSeconds} * interval '1 second' then f.window_start else now() end`;
  }

  async clear(key: string): Promise<void> {
    await this.client.signInFailure.deleteMany({ where: { key } });
  }
}

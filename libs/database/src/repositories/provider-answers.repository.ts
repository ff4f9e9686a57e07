import type { Client } from '../client.js';

/** What an answer of a provider said: null, that it knows no such thing. */
export interface KeptAnswer {
  found: unknown;
}

/** An answer that is to be kept. */
export interface NewAnswer extends KeptAnswer {
  /** As the caller calls the question; equal keys are the same question. */
  key: string;
  provider: string;
  /** Seconds it is good for. */
  forSec: number;
}

/** What providers answered, for as long as that is good for; by the clock of the database. */
export class ProviderAnswersRepository {
  constructor(private readonly client: Client) {}

  /** Undefined where nothing is known, or no longer. */
  async read(key: string): Promise<KeptAnswer | undefined> {
    const [row] = await this.client.$queryRaw<KeptAnswer[]>`
      select found from provider_answer where key = ${key} and expires_at > now()`;
    return row;
  }

  /** In place of what was known. `found` is what JSON can hold. */
  async write({ key, provider, found, forSec }: NewAnswer): Promise<void> {
    const json = found === null ? null : JSON.stringify(found, storable);
    await this.client.$executeRaw`
      insert into provider_answer (key, provider, found, at, expires_at)
      values (${key}, ${provider}, ${json}::jsonb, now(), now() + ${forSec} * interval '1 second')
      on conflict (key) do update set provider = excluded.provider, found = excluded.found, at = excluded.at,
        expires_at = excluded.expires_at`;
  }

  /** Forgets what is no longer good. Gives how much that was. */
  sweep(): Promise<number> {
    return this.client.$executeRaw`delete from provider_answer where expires_at <= now()`;
  }
}

/** PostgreSQL keeps neither NUL characters nor halves of surrogate pairs. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

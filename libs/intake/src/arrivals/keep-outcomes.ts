import { Injectable } from '@nestjs/common';
import { Database, isFolder, type Library, type Repositories } from '@octavo/database';
import { PinoLogger } from 'nestjs-pino';
import { concludeBatch, type Conclusion } from './conclude-batch.js';
import { keepLooks } from '../keep-looks.js';
import { BY_ITSELF } from '../retell-book.js';
import { tellOfKept } from '../tell-of-kept.js';
import type { Outcome } from './outcomes.js';

type Look = Extract<Outcome, { kind: 'look' }>;

/** What else is kept of these outcomes, in their transaction. */
export type Alongside = (repositories: Repositories, outcomes: readonly Outcome[]) => Promise<void>;

const NOTHING: Conclusion = { done: 0, failed: 0, kept: [] };
const NOTHING_ELSE: Alongside = () => Promise.resolve();

/**
 * Keeps what came of a batch. What is kept, what is crossed off the list of arrivals and what is counted are one
 * transaction: killed at any instant, a batch happened or did not.
 */
@Injectable()
export class KeepOutcomes {
  constructor(
    private readonly database: Database,
    private readonly logger: PinoLogger,
  ) {}

  /** All in one transaction. When one of them makes it fail, each has its own, so that only that one fails. */
  async together(library: Library, outcomes: Outcome[], alongside = NOTHING_ELSE): Promise<Conclusion> {
    const keep = (what: Outcome[]) =>
      this.database.transaction(async (repositories) => {
        // What was read of a server that was removed meanwhile would bring its books back.
        if (!isFolder(library) && !(await repositories.connections.stays(library.id))) return NOTHING;
        await alongside(repositories, what);
        return keepAll(repositories, library, what);
      });
    try {
      return await keep(outcomes);
    } catch (error) {
      if (outcomes.length === 1 || !(await this.database.libraries.find(library.id))) throw error;
      this.logger.warn({ err: error, library: library.name }, 'a batch could not be kept; trying one by one');
    }
    const all: Conclusion = { ...NOTHING, kept: [] };
    for (const outcome of outcomes) {
      const one = await this.keepAlone(library, outcome, (what) => keep([what]));
      all.done += one.done;
      all.failed += one.failed;
      all.kept.push(...one.kept);
    }
    return all;
  }

  private async keepAlone(
    library: Library,
    outcome: Outcome,
    alone: (what: Outcome) => Promise<Conclusion>,
  ): Promise<Conclusion> {
    try {
      return await alone(outcome);
    } catch (error) {
      this.logger.error({ err: error, library: library.name, path: outcome.arrival.path }, 'a file could not be kept');
      return alone({ kind: 'later', arrival: outcome.arrival, inMs: 5_000, seen: null, error: error as Error });
    }
  }
}

async function keepAll(repositories: Repositories, library: Library, outcomes: Outcome[]): Promise<Conclusion> {
  const looks = outcomes.filter((outcome): outcome is Look => outcome.kind === 'look');
  const kept = await keepLooks(
    { repositories, library, how: BY_ITSELF },
    looks.map(({ look }) => look),
  );
  const byLook = new Map(looks.map((look, i) => [look, kept[i]!]));
  const conclusion = await concludeBatch(repositories, library, { outcomes, kept: byLook });
  await tellOfKept(repositories, kept);
  return conclusion;
}

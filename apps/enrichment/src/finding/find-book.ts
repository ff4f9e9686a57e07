import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Asker } from '../asking/asker.js';
import { Timing } from '../asking/timing.js';
import { type Ask, askProvider } from './ask-provider.js';
import { failedInWords, inWords } from './in-words.js';
import { judgement } from './judgement.js';
import type { EnabledProvider, Find, Findings, Search } from './search.js';
import { isWorthAsking } from './whom-to-ask.js';

/** After a mistake of ours the same would happen again at once. */
const AFTER_FAULT_MS = 60 * 60_000;

/** Looks for a book with the providers a user has switched on. */
@Injectable()
export class FindBook {
  constructor(
    private readonly asker: Asker,
    private readonly timing: Timing,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Asks one provider after the other, as far as it is worth it. What goes wrong with one leaves the others as they are,
   * and stands in `blocked`. Takes seconds to minutes. Throws nothing but the signal's reason, once aborted.
   */
  async find(search: Search): Promise<Findings> {
    const findings: Findings = { accepted: [], suggestions: [], blocked: [], tried: [] };
    for (const enabled of search.providers) {
      if (!isWorthAsking(enabled.provider, search, findings.accepted)) continue;
      try {
        add(findings, await this.from(enabled, search));
      } catch (error) {
        search.signal.throwIfAborted();
        add(findings, this.fault(enabled, error));
      }
    }
    return findings;
  }

  /** What one provider adds. */
  private async from(enabled: EnabledProvider, { book, fresh, signal }: Search): Promise<Findings> {
    const provider = enabled.provider.id;
    const ask: Ask = (question) => this.asker.ask(question, { ...enabled, fresh, signal });
    const round = await askProvider(enabled, book, ask);
    const judged = judgement(round);
    const find = (one: Omit<Find, 'provider'>): Find => ({ provider, ...one });
    const { failure } = round;
    return {
      accepted: judged.accepted ? [find(judged.accepted)] : [],
      suggestions: judged.suggestions.map(find),
      blocked: failure ? [{ provider, retryAt: failure.retryAt, reason: failure.reason }] : [],
      tried: [inWords(round, judged)],
    };
  }

  private fault({ provider: { id, name } }: EnabledProvider, error: unknown): Findings {
    this.logger.error({ err: error, provider: id }, 'a provider could not be asked');
    const retryAt = new Date(this.timing.now().getTime() + AFTER_FAULT_MS);
    const reason = 'something went wrong here';
    return {
      accepted: [],
      suggestions: [],
      blocked: [{ provider: id, retryAt, reason }],
      tried: [failedInWords(name)],
    };
  }
}

function add(all: Findings, { accepted, suggestions, blocked, tried }: Findings): void {
  all.accepted.push(...accepted);
  all.suggestions.push(...suggestions);
  all.blocked.push(...blocked);
  all.tried.push(...tried);
}

import type { BookQuery, Question } from '@octavo/providers';
import type { Outcome } from '../asking/outcome.js';
import { type NextStep, nextStep } from './next-step.js';
import { afterDetails, afterQuestion, type Round, roundOf } from './round.js';
import type { EnabledProvider } from './search.js';

/** Asks one question and waits for what comes of it. */
export type Ask = <Found>(question: Question<Found>) => Promise<Outcome<Found>>;

/** Asks one provider for a book until it is found or nothing is left to ask. Throws what `ask` throws. */
export async function askProvider(enabled: EnabledProvider, book: BookQuery, ask: Ask): Promise<Round> {
  let round = roundOf(enabled, book);
  for (;;) {
    const step = nextStep(round);
    if (step.kind === 'end') return round;
    round = await afterStep(round, step, ask);
  }
}

async function afterStep(round: Round, step: Exclude<NextStep, { kind: 'end' }>, ask: Ask): Promise<Round> {
  if (step.kind === 'details') return afterDetails(round, step.open, await ask(step.open.question));
  return afterQuestion(round, step.question, await ask(step.question));
}

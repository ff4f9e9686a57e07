import { enrichment, type JobRun } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';

type Ended = Pick<JobRun, 'state' | 'result' | 'error'>;

/** What came of asking the providers about a book; of a job nobody may look at, that it is under way. */
export function enrichWords(run: Ended | undefined): string {
  if (!run) return 'The providers are being asked. What they know appears here by itself.';
  if (run.state === 'cancelled') return 'Somebody stopped the search.';
  if (run.state !== 'completed') return asSentence(run.error?.detail ?? 'The search failed');
  const result = enrichment.jobs.enrichBook.result.safeParse(run.result).data;
  if (result?.outcome === 'off') return 'No provider is switched on that could be asked. See Settings, Metadata.';
  return asSentence(result?.detail ?? 'The providers were asked');
}

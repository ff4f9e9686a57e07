import type { CATALOGUE, JobRun, JobState } from '@octavo/contracts';

type Queues = typeof CATALOGUE;
type JobName = { [Queue in keyof Queues]: keyof Queues[Queue]['jobs'] }[keyof Queues];

const JOB_WORDS: Record<JobName, string> = {
  importFile: 'Read a file',
  importArrivals: 'Read new files',
  scanLibrary: 'Look through a folder and read what is new',
  syncSource: 'Compare a WebDAV server with what is known',
  readItems: 'Look into files on a WebDAV server',
  syncStore: 'Look through a library at Audible',
  fetchCovers: 'Fetch covers of titles from Audible',
  listSeries: 'Ask Audible what volumes series have',
  tieWorks: 'Find books that are the same work',
  enrichBook: 'Look for more about a book',
  applyFind: 'Take what a provider knows into a book',
  prepareBook: 'Prepare a book for devices',
  placeReadings: 'Find reading places again in a book',
  renderCover: 'Prepare a cover',
  writeMetadata: 'Write metadata into a file',
  sweep: 'Look for what was missed',
};

/** The state as a badge says it, and its colour. */
export const STATE_WORDS: Record<JobState, { label: string; color: string }> = {
  waiting: { label: 'Waiting', color: 'gray' },
  active: { label: 'Running', color: 'petrol' },
  completed: { label: 'Done', color: 'green' },
  failed: { label: 'Failed', color: 'red' },
  cancelled: { label: 'Cancelled', color: 'gray' },
};

/** What a job does, in words; a name that only a newer server knows is taken apart ("moveFile" is "Move file"). */
export function jobWords(name: string): string {
  return isKnown(name) ? JOB_WORDS[name] : sentenceOf(name);
}

const isKnown = (name: string): name is JobName => Object.hasOwn(JOB_WORDS, name);

function sentenceOf(name: string): string {
  return (
    name.charAt(0).toUpperCase() +
    name
      .slice(1)
      .replace(/([A-Z])/g, ' $1')
      .toLowerCase()
  );
}

/** How far a job is: "12 of 40", "12 so far", or nothing where it has not said. */
export function progressWords({ done, total }: JobRun['progress']): string | undefined {
  if (total !== null) return `${done} of ${total}`;
  return done > 0 ? `${done} so far` : undefined;
}

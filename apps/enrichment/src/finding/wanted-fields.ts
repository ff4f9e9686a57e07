import type { MetadataField } from '@octavo/domain';
import type { Candidate } from '@octavo/providers';

/** What a book may lack and a provider may know. */
export type WantedField = MetadataField | 'narrators' | 'cover' | 'rating' | 'firstPublished' | 'durationSec';

type Tells = (candidate: Candidate) => boolean;

const hasRole = (role: string) => (candidate: Candidate) => candidate.contributors.some((one) => one.role === role);

/** Whether a candidate tells of a field. */
const TELLS: Readonly<Record<WantedField, Tells>> = {
  title: ({ title }) => title !== '',
  subtitle: ({ subtitle }) => subtitle !== undefined,
  // Half a description leaves the wish for a whole one.
  description: ({ description, partialDescription }) => description !== undefined && partialDescription !== true,
  publisher: ({ publisher }) => publisher !== undefined,
  publishedDate: ({ published }) => published !== undefined,
  language: ({ language }) => language !== undefined,
  subjects: ({ genres, tags }) => genres.length + tags.length > 0,
  pageCount: ({ pageCount }) => pageCount !== undefined,
  abridged: ({ abridged }) => abridged !== undefined,
  contributors: hasRole('author'),
  series: ({ series }) => series.length > 0,
  identifiers: ({ identifiers }) => identifiers.length > 0,
  narrators: hasRole('narrator'),
  cover: ({ cover }) => cover !== undefined,
  rating: ({ rating }) => rating !== undefined,
  firstPublished: ({ firstPublished }) => firstPublished !== undefined,
  durationSec: ({ durationSec }) => durationSec !== undefined,
};

/** The fields that none of these candidates fills. */
export function stillEmpty(wanted: readonly WantedField[], candidates: readonly Candidate[]): WantedField[] {
  return wanted.filter((field) => !candidates.some(TELLS[field]));
}

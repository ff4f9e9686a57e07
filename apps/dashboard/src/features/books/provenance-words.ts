import type { BookDetail, ProviderName } from '@octavo/contracts';

type Origin = BookDetail['provenance'][string];

const FIELD_WORDS: Record<string, string> = {
  publishedDate: 'Published',
  coverUrl: 'Cover',
  pageCount: 'Pages',
  contributors: 'People',
};

const PROVIDER_WORDS: Record<ProviderName, string> = {
  amazon: 'Amazon',
  goodreads: 'Goodreads',
  'open-library': 'Open Library',
  audnexus: 'Audnexus',
  audible: 'Audible',
};

const SOURCE_WORDS: Record<Origin['source'], string> = {
  manual: 'entered by hand',
  sidecar: 'a file beside the book',
  file: 'the book’s own file',
  audible: 'Audible',
  enrichment: 'a metadata provider',
  filepath: 'the file’s name',
};

/** The name of a field as a label: "publishedDate" is "Published", "subjects" is "Subjects". */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field.charAt(0).toUpperCase() + field.slice(1).replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** A provider by its name; one that only a newer server knows by its id. */
export function providerWord(id: string): string {
  return isProvider(id) ? PROVIDER_WORDS[id] : id;
}

const isProvider = (id: string): id is ProviderName => Object.hasOwn(PROVIDER_WORDS, id);

/** Where a value came from: the provider by name, where there is one. */
export function originWords({ source, provider }: Pick<Origin, 'source' | 'provider'>): string {
  return provider === null ? SOURCE_WORDS[source] : providerWord(provider);
}

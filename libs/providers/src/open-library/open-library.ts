import type { SearchHit } from '../candidate.js';
import type { MetadataProvider, ProviderSettings, Question } from '../metadata-provider.js';
import { identifiersOf, type Wording, wordings } from '../query-text.js';
import { HOSTS, isEditionId, isWorkId, searchRequest } from './addresses.js';
import { editionById, editionByIsbn, workById } from './records.js';
import { FIELDS, readSearchList } from './search-list.js';

/** As many works as are worth comparing with a book. */
const LIMIT = '10';

/** Open Library of the Internet Archive: a catalogue that is meant to be asked by programs that say who they are. */
export const openLibrary: MetadataProvider = {
  id: 'open-library',
  name: 'Open Library',
  scrapes: false,
  media: ['ebook'],
  hosts: HOSTS,
  byIdentifier: (query, settings) => [
    ...identifiersOf(query, 'openlibrary', /^OL\d{1,12}M$/).map((id) => editionById(id, settings)),
    ...identifiersOf(query, 'isbn', /^\d{13}$/).map((isbn) => editionByIsbn(isbn, settings)),
    ...identifiersOf(query, 'openlibrary', /^OL\d{1,12}W$/).map((id) => workById(id, settings)),
  ],
  searches: (query, settings) => wordings(query, 'q').map((wording) => search(wording, settings)),
  details: ({ id, candidate }, settings) => {
    if (isEditionId(id)) return editionById(id, settings);
    return isWorkId(id) ? workById(id, settings, candidate) : undefined;
  },
};

function search(wording: Wording, settings: ProviderSettings): Question<SearchHit[]> {
  return {
    request: searchRequest({ ...wording, fields: FIELDS, limit: LIMIT }, settings),
    read: (answer) => readSearchList(answer, settings),
  };
}

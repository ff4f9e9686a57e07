import type { BookDetail } from '@octavo/contracts';
import { coverWords } from './cover-words.js';

const from = (source: BookDetail['provenance'][string]['source'], provider: string | null = null) => ({
  cover: { source, provider, at: '2026-01-02T03:04:05.000Z', locked: false },
});

describe('where a cover comes from', () => {
  it.each<[string | null, BookDetail['provenance'], string]>([
    ['/c', from('file'), 'from the book’s own file'],
    ['/c', from('enrichment', 'open-library'), 'from Open Library'],
    ['/c', from('manual'), 'chosen by hand'],
    ['/c', {}, ''],
    [null, from('manual'), 'taken away by hand'],
    [null, from('file'), 'none'],
    [null, {}, 'none'],
  ])('%s, %j: %s', (coverUrl, provenance, words) => {
    expect(coverWords({ coverUrl, provenance })).toBe(words);
  });
});

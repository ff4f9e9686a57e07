import type { Findings } from '../finding/search.js';
import { noteOfSearch } from './note-of-search.js';

const NOTHING: Findings = { accepted: [], suggestions: [], blocked: [], tried: ['Amazon does not know it'] };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const candidate = { title: 'Emma', contributors: [], series: [], genres: [], tags: [], description: '<p>x</p>' };
const find = { provider: 'amazon', candidate, match: { score: 1, reasons: [] } } as unknown as Findings['accepted'][0];
const refused = (minute: number) => ({ provider: 'goodreads' as const, retryAt: at(minute), reason: 'status 503' });

describe('what is noted of a search', () => {
  it.each<[string, Findings, string]>([
    ['nothing', NOTHING, 'NONE'],
    ['something like it', { ...NOTHING, suggestions: [find] }, 'SUGGESTED'],
    ['the book', { ...NOTHING, accepted: [find] }, 'DONE'],
    ['nothing, since somebody refused', { ...NOTHING, blocked: [refused(5)] }, 'BLOCKED'],
  ])('%s', (_, findings, state) => {
    expect(noteOfSearch(findings, [])).toMatchObject({ state, detail: 'Amazon does not know it' });
  });

  it('asks again when the first of those who refused may be asked', () => {
    expect(noteOfSearch({ ...NOTHING, blocked: [refused(9), refused(4)] }, []).retryAt).toEqual(at(4));
  });

  it('asks nobody again for a book that lacks nothing', () => {
    const found = { ...NOTHING, accepted: [find], blocked: [refused(4)] };
    expect(noteOfSearch(found, ['description']).state).toBe('DONE');
    expect(noteOfSearch(found, ['description', 'series'])).toMatchObject({ state: 'BLOCKED', retryAt: at(4) });
  });

  it('asks again for a cover that could not be fetched', () => {
    expect(noteOfSearch({ ...NOTHING, accepted: [find] }, [], at(3))).toMatchObject({
      state: 'BLOCKED',
      retryAt: at(3),
    });
  });

  it('says it where nobody could be asked', () => {
    expect(noteOfSearch({ ...NOTHING, tried: [] }, []).detail).toMatch(/Nobody/);
  });
});

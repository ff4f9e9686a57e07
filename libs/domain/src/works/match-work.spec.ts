import { matchWork } from './match-work.js';
import { audiobook, ebook } from './testing/forms.js';

const SANDERSON = ['Brandon Sanderson'];
const FINAL_EMPIRE = ebook('The Final Empire', SANDERSON, {
  series: [{ name: 'Mistborn', number: '1' }],
  language: 'en',
});

describe('two forms', () => {
  it('of one text are one work, whatever the shop adds', () => {
    const heard = audiobook('The Final Empire: Mistborn Book 1 (Unabridged)', ['Sanderson, Brandon'], {
      language: 'en',
    });
    expect(matchWork(FINAL_EMPIRE, heard)).toEqual({
      verdict: 'same',
      score: expect.any(Number),
      reasons: ['same title', 'same author', 'same place in the series'],
    });
  });

  it.each([
    ['another volume', audiobook('The Final Empire: Mistborn Book 2', SANDERSON), 'suggest', 'another volume'],
    ['a play', audiobook('The Final Empire [Dramatized Adaptation]', SANDERSON), 'suggest', 'one is a dramatisation'],
    ['a part', audiobook('The Final Empire (1 of 3)', SANDERSON), 'suggest', 'one is a part of a recording'],
    ['a language', audiobook('The Final Empire', SANDERSON, { language: 'de' }), 'suggest', 'other language: de, en'],
    ['a summary', audiobook('Summary: The Final Empire', SANDERSON), 'different', 'one is about the other'],
    [
      'a sample',
      audiobook('The Final Empire: Sample Chapters', SANDERSON),
      'different',
      'a piece of the other, or made from it',
    ],
    ['an author', audiobook('The Final Empire', ['Eric Flint']), 'different', 'another author'],
    [
      'a set',
      audiobook('The Final Empire', SANDERSON, { series: [{ name: 'Mistborn', number: '1-3' }] }),
      'different',
      'several books in one, and one book',
    ],
  ] as const)('%s keeps apart, and says why', (_, other, verdict, reason) => {
    const found = matchWork(FINAL_EMPIRE, other);
    expect(found.verdict).toBe(verdict);
    expect(found.reasons).toContain(reason);
  });

  it('share an identifier that lies', () => {
    const identifiers = [{ scheme: 'isbn', value: '9780765311788' }];
    const summary = audiobook('The Final Empire: Study Guide', SANDERSON, { identifiers });
    expect(matchWork({ ...FINAL_EMPIRE, identifiers }, summary).verdict).toBe('different');
    const other = audiobook('Elantris', ['Someone Else'], { identifiers });
    expect(matchWork({ ...FINAL_EMPIRE, identifiers }, other).verdict).toBe('different');
  });

  it('with different identifiers are none the less one work', () => {
    const a = { ...FINAL_EMPIRE, identifiers: [{ scheme: 'asin', value: 'B002GYI9C4' }] };
    const b = audiobook('The Final Empire', SANDERSON, { identifiers: [{ scheme: 'asin', value: 'B002V5BV9C' }] });
    expect(matchWork(a, b).verdict).toBe('same');
  });

  it('tell their narrators, who are no authors', () => {
    const contributors = [{ name: 'Brandon Sanderson', role: 'narrator' as const }];
    expect(matchWork(FINAL_EMPIRE, audiobook('The Final Empire', [], { contributors })).verdict).toBe('suggest');
  });
});

describe('the length', () => {
  const read = { ...FINAL_EMPIRE, pageCount: 541 };
  const heard = (hours: number, more = {}) =>
    audiobook('The Final Empire', SANDERSON, { durationSec: hours * 3600, ...more });

  it.each([
    [24.6, 'same'],
    [5, 'suggest'],
    [80, 'suggest'],
    [0.001, 'same'],
  ] as const)('of %d hours for 541 pages: %s', (hours, verdict) => {
    expect(matchWork(read, heard(hours)).verdict).toBe(verdict);
  });

  it('of an abridged reading is short, and that is said', () => {
    const found = matchWork(read, heard(5, { abridged: true }));
    expect(found.verdict).toBe('same');
    expect(found.reasons).toContain('one is abridged');
  });
});

describe('two books of one medium', () => {
  it('are one work only where title, authors, number and language are the same', () => {
    expect(matchWork(FINAL_EMPIRE, { ...FINAL_EMPIRE, id: 'other' }).verdict).toBe('same');
    expect(matchWork(FINAL_EMPIRE, { ...FINAL_EMPIRE, series: [] }).verdict).toBe('different');
    expect(matchWork(FINAL_EMPIRE, { ...FINAL_EMPIRE, contributors: [] }).verdict).toBe('different');
    expect(matchWork(FINAL_EMPIRE, { ...FINAL_EMPIRE, language: undefined }).verdict).toBe('different');
    expect(matchWork(FINAL_EMPIRE, { ...FINAL_EMPIRE, title: 'Mistborn: The Final Empire' }).verdict).not.toBe(
      'suggest',
    );
  });
});

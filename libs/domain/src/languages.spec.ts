import fc from 'fast-check';
import { knownLanguage, normaliseLanguage } from './languages.js';

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['EN-us', 'en-US'],
    ['en_GB', 'en-GB'],
    ['eng', 'en'],
    ['ger', 'de'],
    ['deu', 'de'],
    ['fre', 'fr'],
    ['chi', 'zh'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['grc', 'grc'],
    ['iw', 'he'],
    ['English', 'en'],
    ['DEUTSCH', 'de'],
    ['français', 'fr'],
    ['日本語', 'ja'],
    ['English (US)', 'en'],
    ['en, fr', 'en'],
    ['en-x_y z', undefined],
    ['und', undefined],
    ['und-Latn', undefined],
    ['zxx', undefined],
    ['Unknown', undefined],
    ['Klingonish', undefined],
    ['', undefined],
  ])('%j is the tag %j', (written, tag) => expect(normaliseLanguage(written)).toBe(tag));

  it('keeps the language of a tag whose rest is nonsense', () => {
    expect(normaliseLanguage('en-a')).toBe('en');
  });

  it('is a valid tag or nothing, whatever is written, and stays the same when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{1,9}){0,3}$/)), (written) => {
        const tag = normaliseLanguage(written);
        if (tag === undefined) return;
        expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
        expect(normaliseLanguage(tag)).toBe(tag);
      }),
    );
  });
});

describe('a language that is known', () => {
  it.each([
    ['EN', 'en'],
    ['ger', 'de'],
    ['English', 'en'],
    ['pt-br', 'pt-BR'],
    ['azw', undefined],
    ['sf', undefined],
    ['ace', undefined],
    ['retail', undefined],
    ['x'.repeat(31), undefined],
    ['', undefined],
  ])('%j is %j', (text, tag) => expect(knownLanguage(text)).toBe(tag));
});

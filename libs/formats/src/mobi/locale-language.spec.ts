import { normaliseLanguage } from '@octavo/domain';
import { localeLanguage } from './locale-language.js';

describe('the locale of a MOBI', () => {
  it.each([
    [0x0009, 'en'],
    [0x0409, 'en-US'],
    [0x0809, 'en-GB'],
    [0x0007, 'de'],
    [0x0407, 'de'],
    [0x0416, 'pt-BR'],
    [0x0019, 'ru'],
    [0x0011, 'ja'],
    [0x0000, undefined],
    [0x00fe, undefined],
    [0xffffffff, undefined],
  ])('%d is %s', (locale, language) => expect(localeLanguage(locale)).toBe(language));

  it('gives nothing but language tags', () => {
    for (let locale = 0; locale <= 0x1fff; locale++) {
      const language = localeLanguage(locale);
      if (language !== undefined) expect(normaliseLanguage(language)).toBe(language);
    }
  });
});

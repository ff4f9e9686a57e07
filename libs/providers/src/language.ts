import { normaliseLanguage } from '@octavo/domain';

/** Names that shops use and no registry knows. */
const SHOP_NAMES = new Map<string, string>(
  Object.entries({
    'mandarin chinese': 'zh',
    'simplified chinese': 'zh-Hans',
    'traditional chinese': 'zh-Hant',
    'brazilian portuguese': 'pt-BR',
    castilian: 'es',
    farsi: 'fa',
    slovene: 'sl',
  }),
);

/** A language as catalogues name it: "english", "mandarin_chinese", "Spanish; Castilian", "eng". As BCP 47. */
export function languageNamed(text: string | undefined): string | undefined {
  const name = (text ?? '').slice(0, 100).trim();
  return SHOP_NAMES.get(name.toLowerCase().replaceAll('_', ' ')) ?? normaliseLanguage(name);
}

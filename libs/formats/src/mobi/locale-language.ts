/** The low byte of a Windows locale (MS-LCID §2.2). */
const LANGUAGES = new Map(
  [
    '01ar 02bg 03ca 04zh 05cs 06da 07de 08el 09en 0aes 0bfi 0cfr 0dhe 0ehu 0fis 10it 11ja 12ko 13nl 14nb 15pl 16pt',
    '17rm 18ro 19ru 1ahr 1bsk 1csq 1dsv 1eth 1ftr 20ur 21id 22uk 23be 24sl 25et 26lv 27lt 29fa 2avi 2bhy 2caz 2deu',
    '2ehsb 2fmk 36af 37ka 38fo 39hi 3amt 3cga 3ems 3fkk 41sw 43uz 44tt 45bn 46pa 47gu 48or 49ta 4ate 4bkn 4cml 4das',
    '4emr 4fsa 52cy 56gl 61ne 62fy',
  ]
    .join(' ')
    .split(' ')
    .map((row) => [parseInt(row.slice(0, 2), 16), row.slice(2)]),
);

/** Locales whose region or script makes another language of it, or another edition. */
const LOCALES = new Map([
  [0x0404, 'zh-TW'],
  [0x0804, 'zh-CN'],
  [0x0c04, 'zh-HK'],
  [0x0807, 'de-CH'],
  [0x0c07, 'de-AT'],
  [0x0409, 'en-US'],
  [0x0809, 'en-GB'],
  [0x0c09, 'en-AU'],
  [0x1009, 'en-CA'],
  [0x080a, 'es-MX'],
  [0x080c, 'fr-BE'],
  [0x0c0c, 'fr-CA'],
  [0x100c, 'fr-CH'],
  [0x0813, 'nl-BE'],
  [0x0814, 'nn'],
  [0x0416, 'pt-BR'],
  [0x0816, 'pt-PT'],
  [0x081a, 'sr-Latn'],
  [0x0c1a, 'sr-Cyrl'],
]);

/** 0x0809 -> "en-GB", 0x0007 and 0x0407 -> "de". Undefined for 0, which says nothing, and for what we do not know. */
export function localeLanguage(locale: number): string | undefined {
  return LOCALES.get(locale) ?? LANGUAGES.get(locale & 0xff);
}

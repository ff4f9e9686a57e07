import { languageNamed } from './language.js';
import { publishedForm } from './published-form.js';

it.each([
  ['Hardcover', 'hardcover'],
  ['Library Binding', 'hardcover'],
  ['Paperback', 'paperback'],
  ['Trade Paperback', 'paperback'],
  ['Mass Market Paperback', 'mass-market'],
  ['Board book', 'board-book'],
  ['Kindle Edition', 'kindle'],
  ['ebook', 'ebook'],
  ['https://schema.org/EBook', 'ebook'],
  ['Electronic resource', 'ebook'],
  ['Audible Audio', 'audiobook'],
  ['AudiobookFormat', 'audiobook'],
  ['Audio CD', 'audio-cd'],
  ['MP3 CD', 'audio-cd'],
  ['592 pages, Paperback', 'paperback'],
  ['Unknown Binding', undefined],
  [undefined, undefined],
])('%s is the form %s', (text, form) => expect(publishedForm(text)).toBe(form));

it.each([
  ['english', 'en'],
  ['mandarin_chinese', 'zh'],
  ['Spanish; Castilian', 'es'],
  ['Greek, Modern (1453-)', 'el'],
  ['eng', 'en'],
  ['Multiple languages', undefined],
  ['null', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is the language %s', (text, language) => expect(languageNamed(text)).toBe(language));

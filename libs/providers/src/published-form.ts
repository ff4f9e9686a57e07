import type { PublishedForm } from './candidate.js';

/** The first that fits counts: "Kindle Edition" before "edition", "Audio CD" before "audio". */
const FORMS: readonly [RegExp, PublishedForm][] = [
  [/kindle/i, 'kindle'],
  [/(?:audio|mp3)[- ]?(?:cd|cassette)|audio tape|\bcd\b/i, 'audio-cd'],
  [/audi(?:o|ble)|playaway/i, 'audiobook'],
  [/e-?book|epub|nook|electronic|digital/i, 'ebook'],
  [/mass[- ]market/i, 'mass-market'],
  [/board ?book/i, 'board-book'],
  [/hard ?(?:cover|back)|library binding|leather/i, 'hardcover'],
  [/paper ?back|soft ?(?:cover|back)|trade paper/i, 'paperback'],
];

/** "Mass Market Paperback" -> 'mass-market', "https://schema.org/EBook" -> 'ebook'; undefined for what says nothing. */
export function publishedForm(text: string | undefined): PublishedForm | undefined {
  return FORMS.find(([pattern]) => pattern.test((text ?? '').slice(0, 100)))?.[1];
}

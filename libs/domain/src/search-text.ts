/**
 * Text as search sees it: without accents, in lower case, white space as single spaces. "Brontë, Ébène" -> "bronte, ebene".
 * Letters that are no accented form of another (ø, ß, ł) are folded to what people type for them.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øßłđæœıþð]/g, (letter) => TYPED_AS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const TYPED_AS: Record<string, string> = {
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** The words a query asks for; a book matches when its text holds each of them. */
export function searchWords(query: string): string[] {
  return [...new Set(foldText(query).split(/[\s,;]+/))].filter((word) => word !== '').slice(0, 10);
}

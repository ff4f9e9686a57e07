/**
 * Text as search sees it: without accents, in lower case, white space as single spaces. "Brontë, Ébène" -> "bronte, ebene".
 * Letters that are no accented form of another (ø, ß, ł) are folded to what people type for them.
 */
export function foldText(text: string): string {
  return asTyped(
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase(),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** The letters of lower-case text that keyboards lack as people type them: "straße" -> "strasse". */
export function asTyped(text: string): string {
  return text.replace(/[øßłđæœıþð]/g, (letter) => TYPED_AS[letter] ?? letter);
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

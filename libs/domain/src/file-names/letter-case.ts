const SMALL_WORDS = new Set(
  'a an the and but or nor for of in on at to by from with as vs und der die das von et de la le les du des y e o del di van'.split(
    ' ',
  ),
);
const ROMAN = /^(?:ii|iii|iv|vi|vii|viii|ix)$/;
/** "v01" of a comic and "2nd" are no words to begin with a capital. */
const NO_WORD = /^(?:[vc]\d|\d)/;

/** A text all in small letters as a title is written: "war and peace" -> "War and Peace". Others stay as they are. */
export function titleCased(text: string): string {
  if (!/\p{Ll}/u.test(text) || /\p{Lu}/u.test(text)) return text;
  let atStart = true;
  return text
    .split(' ')
    .map((word) => {
      const cased = atStart || !SMALL_WORDS.has(word) ? capitalised(word) : word;
      atStart = /^[-–—]+$/.test(word) || /[:(]$/.test(word);
      return cased;
    })
    .join(' ');
}

function capitalised(word: string): string {
  if (/^(?:\p{L}\.){1,8}$/u.test(word) || ROMAN.test(word)) return word.toUpperCase();
  if (NO_WORD.test(word)) return word;
  return word
    .split('-')
    .map((part, at) =>
      at > 0 && SMALL_WORDS.has(part) ? part : part.replace(/\p{Ll}/u, (letter) => letter.toUpperCase()),
    )
    .join('-');
}

import { Parser } from 'htmlparser2';

/** No honest title or name is longer; a longer one would only burden every list it appears in. */
const MAX_LENGTH = 1000;
const MAX_MARKUP = 20_000;
/** Marks of direction, breaks that may be, marks of byte order: pages are full of them, and no two titles are equal. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** What runs or styles stands between the words of many pages. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);

/** One line: no invisible signs, single spaces, composed letters, at most 1000 of them. */
export function cleanText(text: string): string {
  return text
    .slice(0, MAX_MARKUP)
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, MAX_LENGTH)
    .trim()
    .toWellFormed();
}

/** The same for a text that may hold markup or entities, escaped once: "Catch &amp; <i>Release</i>". */
export function plainText(markup: string): string {
  const short = markup.slice(0, MAX_MARKUP);
  return cleanText(/[<&]/.test(short) ? unmarked(short) : short);
}

/** Markup without its tags, entities undone once, lines as they were. */
export function unmarked(markup: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNSEEN.has(name)) unseen++;
      if (name === 'br' || name === 'p') text += ' ';
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen--;
    },
    ontext: (part) => {
      if (unseen === 0) text += part;
    },
  });
  parser.end(markup);
  return text;
}

import { parseDocument } from 'htmlparser2';
import { textOf } from '../xml/xml.js';

/** No honest title or name is longer; a longer one would only burden every list it appears in. */
const MAX_LENGTH = 1000;

/** One line without markup: tags and entities that were escaped once too often are undone, white space collapses. */
export function plainText(text: string): string {
  const bare = /[<&]/.test(text) ? parseDocument(text).children.map(textOf).join('') : text;
  return oneLine(bare).slice(0, MAX_LENGTH).toWellFormed();
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}|\s+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
}

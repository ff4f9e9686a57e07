import { isTag, type Element } from 'domhandler';
import type { MetadataEntry } from '../epub/package-document.js';
import { plainText } from '../text/plain-text.js';
import { textOf } from '../xml/xml.js';
import { textOfChild } from './children.js';

/** "The author is not known", as libraries of FB2 write it. */
const NOBODY = /^(?:автор\s+неизвестен|неизвестный(?:\s+автор)?|неизвестен\s+автор|без\s+автора)$/i;

/**
 * An <author> or <translator>: first, middle and last name, which also give the form to sort by; else the nickname.
 * Undefined for nobody.
 */
export function personEntry(person: Element, as: 'creator' | 'translator'): MetadataEntry | undefined {
  const given = joined(textOfChild(person, 'first-name'), textOfChild(person, 'middle-name'));
  const last = textOfChild(person, 'last-name');
  const text = joined(given, last) || textOfChild(person, 'nickname') || ownText(person);
  if (text === '' || NOBODY.test(text)) return undefined;
  const attributes: Record<string, string> = given === '' || last === '' ? {} : { 'file-as': `${last}, ${given}` };
  if (as === 'creator') return { name: 'creator', attributes, text };
  return { name: 'contributor', attributes: { ...attributes, role: 'trl' }, text };
}

/** Some tools write the name straight into the element. */
function ownText(person: Element): string {
  return person.children.some((child) => isTag(child)) ? '' : plainText(textOf(person));
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

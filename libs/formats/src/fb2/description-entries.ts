import type { Element } from 'domhandler';
import type { MetadataEntry } from '../epub/package-document.js';
import { textOf } from '../xml/xml.js';
import { annotationText } from './annotation.js';
import { childrenNamed, textOfChild } from './children.js';
import { genreName } from './genres.js';
import { personEntry } from './person-entry.js';
import { seriesEntries } from './series-entries.js';

/**
 * A <description> as the entries of a package document, so that one set of rules reads both. <document-info> is about
 * whoever made the file, <src-title-info> about the original, and the date in <title-info> is when it was written: all
 * three are left out.
 */
export function descriptionEntries(description: Element): MetadataEntry[] {
  const [titleInfo] = childrenNamed(description, 'title-info');
  const [publishInfo] = childrenNamed(description, 'publish-info');
  const people = [
    ...childrenNamed(titleInfo, 'author').map((person) => personEntry(person, 'creator')),
    ...childrenNamed(titleInfo, 'translator').map((person) => personEntry(person, 'translator')),
  ];
  return [
    entry('title', textOfChild(titleInfo, 'book-title')),
    entry('title', textOfChild(publishInfo, 'book-name')),
    ...people.filter((person) => person !== undefined),
    ...annotationEntries(titleInfo),
    entry('language', textOfChild(titleInfo, 'lang')),
    entry('publisher', textOfChild(publishInfo, 'publisher')),
    entry('date', textOfChild(publishInfo, 'year')),
    ...isbnEntries(textOfChild(publishInfo, 'isbn')),
    ...subjectEntries(titleInfo),
    ...seriesEntries(titleInfo, publishInfo),
  ];
}

function annotationEntries(titleInfo: Element | undefined): MetadataEntry[] {
  return childrenNamed(titleInfo, 'annotation').map((annotation) => ({
    ...entry('description', ''),
    ...annotationText(annotation),
  }));
}

/** "978-5-17-118366-0 (АСТ), 5-17-013456-1" */
function isbnEntries(text: string): MetadataEntry[] {
  const numbers = text.replace(/\([^)]*\)/g, '').split(/[,;/]/);
  return numbers.map((number) => entry('identifier', number.trim(), { scheme: 'isbn' }));
}

function subjectEntries(titleInfo: Element | undefined): MetadataEntry[] {
  const genres = childrenNamed(titleInfo, 'genre').map((genre) => genreName(textOf(genre).trim()));
  const keywords = textOfChild(titleInfo, 'keywords').split(/[,;]/);
  return [...genres, ...keywords].map((subject) => entry('subject', subject.trim()));
}

function entry(name: string, text: string, attributes: Record<string, string> = {}): MetadataEntry {
  return { name, attributes, text };
}

import type { BookDraft } from '@octavo/domain';
import { saysFixed } from '../epub/layout.js';
import { readMetadata } from '../epub/metadata/read-metadata.js';
import type { MetadataEntry } from '../epub/package-document.js';
import { EXTH, type ExthField } from './exth.js';
import { localeLanguage } from './locale-language.js';
import type { MobiHeader } from './mobi-header.js';
import { mobiText } from './mobi-text.js';

/** EXTH is Dublin Core by numbers, so the rules for package documents read it. Field 108 names the converter: left. */
const DUBLIN_CORE = new Map<number, { name: string; attributes?: Record<string, string> }>([
  [EXTH.author, { name: 'creator' }],
  [EXTH.publisher, { name: 'publisher' }],
  [EXTH.description, { name: 'description' }],
  [EXTH.isbn, { name: 'identifier', attributes: { scheme: 'isbn' } }],
  [EXTH.subject, { name: 'subject' }],
  [EXTH.published, { name: 'date' }],
  [EXTH.asin, { name: 'identifier', attributes: { scheme: 'asin' } }],
  [EXTH.otherAsin, { name: 'identifier', attributes: { scheme: 'asin' } }],
  [EXTH.language, { name: 'language' }],
]);

/**
 * What a MOBI header says of the book, without its cover. The title is the updated one (503), else the full name; the
 * 31 bytes of the Palm name are a file name and no title.
 */
export function mobiMetadata(header: MobiHeader): BookDraft {
  const entries = [...titleEntries(header), ...header.exth.flatMap((field) => entryOf(field, header.codePage))];
  const language = header.locale === undefined ? undefined : localeLanguage(header.locale);
  if (language !== undefined) entries.push(entry('language', language));
  return readMetadata({
    metadata: entries,
    uniqueIdentifier: undefined,
    layout: entries.some(saysFixed) ? 'fixed' : 'reflowable',
    drm: header.encryption === 1 || header.encryption === 2 ? 'kindle' : undefined,
    warnings: header.warnings,
  });
}

function titleEntries({ exth, fullName, codePage }: MobiHeader): MetadataEntry[] {
  const updated = exth.filter(({ type }) => type === EXTH.updatedTitle).map(({ data }) => data);
  return [...updated, fullName].map((bytes) => entry('title', mobiText(bytes, codePage)));
}

function entryOf({ type, data }: ExthField, codePage: number): MetadataEntry[] {
  const text = mobiText(data, codePage);
  const element = DUBLIN_CORE.get(type);
  if (element !== undefined) return [entry(element.name, text, element.attributes)];
  if (type === EXTH.source) return sourceEntries(text);
  return type === EXTH.fixedLayout ? [entry('meta', '', { name: 'fixed-layout', content: text })] : [];
}

/** Field 112: an ISBN of what the book was made from, calibre's or another UUID, or any text at all. */
function sourceEntries(text: string): MetadataEntry[] {
  return /^(?:calibre|urn:uuid):/i.test(text) ? [entry('identifier', text)] : [entry('source', text)];
}

function entry(name: string, text: string, attributes: Record<string, string> = {}): MetadataEntry {
  return { name, attributes, text };
}

import type { Role } from '@octavo/domain';
import type { Element } from 'domhandler';
import { attribute, elementsBelow, localName } from '../../xml/xml.js';
import { dateOf, emptyRecord, type ComicRecord, type PageMark } from './comic-record.js';
import { Fields } from './fields-of.js';

const ROLES: readonly [field: string, role: Role][] = [
  ['writer', 'author'],
  ['penciller', 'penciller'],
  ['inker', 'inker'],
  ['colorist', 'colorist'],
  ['letterer', 'letterer'],
  ['coverartist', 'coverArtist'],
  ['editor', 'editor'],
  ['translator', 'translator'],
];

/** A <ComicInfo> (the Anansi Project's schema, 2.1 and before), which ComicRack began and most programs write. */
export function comicInfo(root: Element): ComicRecord {
  const fields = new Fields(root);
  return {
    ...emptyRecord(),
    title: fields.text('title'),
    series: fields.text('series'),
    number: fields.text('number'),
    volume: fields.text('volume'),
    alternateSeries: fields.text('alternateseries'),
    alternateNumber: fields.text('alternatenumber'),
    summary: fields.text('summary'),
    publisher: fields.text('publisher'),
    date: dateOf(fields.text('year'), fields.text('month'), fields.text('day')),
    language: fields.text('languageiso'),
    people: ROLES.map(([field, role]) => ({ role, text: fields.text(field) })),
    articleNumbers: fields.texts('gtin'),
    addresses: fields.text('web'),
    notes: fields.text('notes'),
    subjects: [fields.text('genre'), fields.text('tags')],
    pages: [...elementsBelow(root)].filter((element) => localName(element) === 'page').map(pageMark),
  };
}

function pageMark(page: Element): PageMark {
  const types = (attribute(page, 'type') ?? '').toLowerCase();
  return { image: (attribute(page, 'image') ?? '').trim(), types: types.split(/[\s,]+/) };
}

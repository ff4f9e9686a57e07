import type { Identifier } from '@octavo/domain';
import type { Element } from 'domhandler';
import { attribute, textOf } from '../../xml/xml.js';
import { comicRole } from './comic-role.js';
import { emptyRecord, type ComicRecord } from './comic-record.js';
import { Fields } from './fields-of.js';

/** A <MetronInfo> (metron-project.github.io, version 1.0): as ComicInfo, but for names of their own and nested lists. */
export function metronInfo(root: Element): ComicRecord {
  const fields = new Fields(root);
  const series = fields.below('series');
  const gtin = fields.below('gtin');
  const [language] = fields.elements('series').map((element) => attribute(element, 'lang'));
  return {
    ...emptyRecord(),
    title: fields.text('collectiontitle') || storiesOf(fields),
    series: series?.text('name'),
    number: fields.text('number'),
    volume: series?.text('volume'),
    summary: fields.text('summary'),
    publisher: fields.below('publisher')?.text('name'),
    date: fields.text('coverdate') || fields.text('storedate'),
    language,
    people: creditsOf(fields),
    articleNumbers: [gtin?.text('isbn') ?? '', gtin?.text('upc') ?? ''],
    addresses: fields.below('urls')?.texts('url').join(' ') ?? '',
    identifiers: idsOf(fields),
    notes: fields.text('notes'),
    subjects: [...(fields.below('genres')?.texts('genre') ?? []), ...(fields.below('tags')?.texts('tag') ?? [])],
  };
}

/** An issue with several stories has no title of its own. */
function storiesOf(fields: Fields): string {
  const stories = fields.below('stories')?.texts('story') ?? [];
  return stories.length === 1 ? (stories[0] ?? '') : '';
}

function creditsOf(fields: Fields): ComicRecord['people'] {
  return (fields.below('credits')?.elements('credit') ?? []).flatMap((credit) => {
    const of = new Fields(credit);
    return (of.below('roles')?.texts('role') ?? []).map((word) => ({
      role: comicRole(word),
      text: of.text('creator'),
    }));
  });
}

const SOURCES = new Map([
  ['comic vine', 'comicvine'],
  ['metron', 'metron'],
  ['grand comics database', 'gcd'],
]);

function idsOf(fields: Fields): Identifier[] {
  return (fields.below('ids')?.elements('id') ?? []).flatMap((id) => {
    const scheme = SOURCES.get((attribute(id, 'source') ?? '').toLowerCase());
    const value = textOf(id).trim();
    return scheme === undefined || !/^\d{1,12}$/.test(value) ? [] : [{ scheme, value }];
  });
}

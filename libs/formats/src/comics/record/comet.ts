import type { Element } from 'domhandler';
import { comicRole } from './comic-role.js';
import { emptyRecord, type ComicRecord } from './comic-record.js';
import { Fields } from './fields-of.js';

const PEOPLE = ['writer', 'penciller', 'inker', 'colorist', 'letterer', 'coverdesigner', 'editor', 'creator'];

/** A <comet> (CoMet 1.1, denvog.com): flat, one element for each person and genre. */
export function comet(root: Element): ComicRecord {
  const fields = new Fields(root);
  const image = fields.text('coverimage');
  return {
    ...emptyRecord(),
    title: fields.text('title'),
    series: fields.text('series'),
    number: fields.text('issue'),
    volume: fields.text('volume'),
    summary: fields.text('description'),
    publisher: fields.text('publisher'),
    date: fields.text('date'),
    language: fields.text('language'),
    people: PEOPLE.flatMap((field) => fields.texts(field).map((text) => ({ role: comicRole(field), text }))),
    articleNumbers: fields.texts('identifier'),
    subjects: fields.texts('genre'),
    pages: image === '' ? [] : [{ image, types: ['frontcover'] }],
  };
}

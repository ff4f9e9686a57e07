import { check } from '../check.js';
import { equal, fits, holds } from '../expectation.js';
import { metadataOfBook } from '../download-calls.js';
import { jsonOf } from '../http-call.js';
import { SERIES, specialBook, type SpecialBook } from '../new-books.js';
import { field, text } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';
import { Metadata } from '../wire-schemas.js';

/** What a device reads of a book right before it downloads it. */
export const METADATA = [
  check({
    id: 'metadata.list-of-one',
    level: 'must',
    title: 'The metadata of a book are a list of one, and of that book',
    async run(kit) {
      await metadataOfBook(kit.device, (await kit.someBook()).id);
    },
  }),
  check({
    id: 'metadata.downloads',
    level: 'must',
    title: 'They say where its file is: an absolute address of ours, a known format, a size',
    async run(kit) {
      const { DownloadUrls } = await metadataOfBook(kit.device, (await kit.someBook()).id);
      for (const { Url } of DownloadUrls) holds(kit.owns(Url), `an address under ${kit.origin}`, Url);
      return DownloadUrls.map(({ Format }) => Format).join(', ');
    },
  }),
  check({
    id: 'metadata.unknown',
    level: 'must',
    title: 'An unknown id gets an empty answer or a 404, in JSON',
    async run({ device }) {
      const notes = [UNKNOWN_ID, 'nonsense'].map(async (id) => {
        const answer = await device.get(`/v1/library/${id}/metadata`);
        holds([200, 404].includes(answer.status), 'a status of 200 or 404', answer.status);
        const body = jsonOf(answer, 'metadata', answer.status);
        const empty = Object.keys(Object(body) as object).length === 0;
        holds(answer.status === 404 || empty, 'an empty answer', body);
        return `${answer.status} ${JSON.stringify(body)}`;
      });
      return (await Promise.all(notes))[0];
    },
  }),
  check({
    id: 'metadata.series',
    level: 'must',
    title: 'Places in a series come through, 0 and 1.5 too, and one series has one id',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const [none, zero, half] = await Promise.all(
        (['unnumbered', 'zero', 'half'] as const).map((name) => specialBook(kit, name)),
      );
      equal(
        [zero, half].map((book) => field(book, 'Series.NumberFloat')),
        [0, 1.5],
        'the numbers 0 and 1.5',
      );
      const missing = field(none, 'Series.NumberFloat');
      holds(missing === undefined || missing === null || missing === 1, 'no number where there is none, or 1', missing);
      const series = [none, zero, half].map((book) => [text(book, 'Series.Id'), text(book, 'Series.Name')]);
      holds(series[0]?.[0], 'an id of the series', series);
      equal(new Set(series.map(String)).size, 1, 'how many different series these are');
      equal(series[0]?.[1], SERIES, 'the name of the series');
    },
  }),
  check({
    id: 'metadata.languages',
    level: 'must',
    title: 'Languages have two letters',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const names: SpecialBook[] = ['english', 'norwegian'];
      const languages = await Promise.all(names.map(async (name) => text(await specialBook(kit, name), 'Language')));
      equal(languages, ['en', 'nb'], 'the languages "eng" and "nob"');
    },
  }),
  check({
    id: 'metadata.bare',
    level: 'must',
    title: 'A book without author, publisher and description is a book',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const { Contributors } = fits(await specialBook(kit, 'bare'), Metadata, 'the metadata');
      equal(Contributors ?? [], [], 'the contributors');
    },
  }),
];

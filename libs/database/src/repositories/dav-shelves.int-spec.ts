import type { Contributor, SeriesEntry } from '@octavo/domain';
import { titled } from '@octavo/testing';
import { HouseOfLines } from '../../test/house-of-lines.js';
import { newId } from '../ids.js';
import { UNKNOWN_AUTHOR } from './dav-shelves.repository.js';

let house: HouseOfLines;
let userId: string;
let library: string;

beforeAll(async () => {
  house = await HouseOfLines.open();
});
afterAll(() => house?.close());
beforeEach(async () => {
  userId = await house.beginAnew();
  library = await house.library();
});

interface Plan {
  owner?: string | null;
  by?: (string | Contributor)[];
  series?: SeriesEntry[];
  /** A file of each of these formats, called as the book. */
  formats?: string[];
}

async function book(title: string, { owner = userId, by = [], series = [], formats = ['epub'] }: Plan = {}) {
  const contributors = by.map((one): Contributor => (typeof one === 'string' ? { name: one, role: 'author' } : one));
  const kept = {
    metadata: { ...titled(title), contributors, series },
    origins: {},
    status: 'READY',
    coverId: null,
  } as const;
  const id = await house.do(({ newBooks }) => newBooks.add(owner, kept));
  for (const format of formats) await file(id, `${title}.${format}`, format);
  return id;
}

async function file(bookId: string, path: string, format: string): Promise<string> {
  const id = newId();
  await house.sql(
    `insert into file (id, book_id, fingerprint, size, format, warnings, track) values ($1, $2, $3, 7, $4, '{}', 3)`,
    [id, bookId, id.slice(-16), format],
  );
  await house.sql(
    `insert into place (id, library_id, path, file_id, size, mtime_ns, inode) values ($1, $2, $3, $4, 7, $5, '1')`,
    [newId(), library, path, id, 1_700_000_000_000_000_000n],
  );
  return id;
}

const shelves = () => house.database.davShelves;
const titles = (these: { title: string }[]) => these.map(({ title }) => title).sort();
const authors = async (key?: string) => titles(await shelves().authors(userId, key));
const filesBy = async (name: string) => {
  const author = (await shelves().authors(userId)).find(({ title }) => title === name)!;
  return shelves().filesOfAuthor(userId, author.id);
};

describe('the authors of a user', () => {
  it('are those of books that are there, in order, each with the time of the last change', async () => {
    await book('Emma', { by: ['Jane Austen'] });
    const persuasion = await book('Persuasion', { by: ['Jane Austen', 'A. Nother'] });
    await house.sql(`update book set updated_at = '2030-01-01' where id = $1`, [persuasion]);
    const found = await shelves().authors(userId);
    expect(found.map(({ title }) => title)).toEqual(['A. Nother', 'Jane Austen']);
    expect(found[1]?.changedAt).toEqual(new Date('2030-01-01'));
    expect(titles(await filesBy('Jane Austen'))).toEqual(['Emma', 'Persuasion']);
  });

  it('are not those who only read aloud, nor of books of others, or gone', async () => {
    await book('Read', { by: ['Author One', { name: 'N. Arrator', role: 'narrator' }] });
    await book('Private', { owner: await house.user(), by: ['Author Two'] });
    await book('Nothing', { by: ['Author Four'], formats: [] });
    const gone = await book('Gone', { by: ['Author Five'] });
    await house.sql(
      'update place set missing_since = now() where file_id in (select id from file where book_id = $1)',
      [gone],
    );
    const removed = await book('Removed', { by: ['Author Six'] });
    await house.sql('update book set removed_at = now() where id = $1', [removed]);
    expect(await authors()).toEqual(['Author One']);
    await house.sql('update place set missing_since = null');
    expect(await authors()).toEqual(['Author Five', 'Author One']);
  });

  it('are found by the key of their folder, all who share it', async () => {
    await book('a', { by: ['Ann Lee'] });
    await book('b', { by: ['ANN LEE'] });
    await book('c', { by: ['Ann Lee?'] });
    await book('d', { by: ['Ann Leeds'] });
    expect(await authors('ann lee')).toEqual(['ANN LEE', 'Ann Lee', 'Ann Lee?']);
    expect(await authors('nobody')).toEqual([]);
  });

  it('get their keys also when they came before there were any, and whoever asks at the same time', async () => {
    for (const name of ['Old One', 'Old Two', 'Old Three']) await book(name, { by: [name] });
    await house.sql('update contributor set folder_key = null');
    const all = await Promise.all(Array.from({ length: 8 }, () => authors('old two')));
    for (const found of all) expect(found).toEqual(['Old Two']);
    expect(await house.sql('select 1 from contributor where folder_key is null')).toEqual([]);
  });

  it('are unknown only of books that have none', async () => {
    await book('Known', { by: ['Somebody'] });
    expect(await authors()).toEqual(['Somebody']);
    await book('Nameless', { by: [{ name: 'E. Ditor', role: 'editor' }] });
    expect(await authors()).toEqual(['Somebody', UNKNOWN_AUTHOR.title]);
    expect(await authors('unknown')).toEqual([UNKNOWN_AUTHOR.title]);
    expect(await authors('somebody')).toEqual(['Somebody']);
    expect(titles(await shelves().filesOfAuthor(userId, UNKNOWN_AUTHOR.id))).toEqual(['Nameless']);
  });
});

describe('the files of a folder', () => {
  it('are those that are there, with what tells them apart', async () => {
    const id = await book('Emma', { by: ['Jane Austen'], formats: ['epub', 'kepub', 'pdf'] });
    const found = await filesBy('Jane Austen');
    expect(found.map(({ format }) => format).sort()).toEqual(['epub', 'pdf']);
    const epub = found.find(({ format }) => format === 'epub')!;
    expect(epub).toMatchObject({
      ...{ bookId: id, title: 'Emma', number: null, path: 'Emma.epub', disc: null, track: 3 },
      ...{ size: 7n, mtimeNs: 1_700_000_000_000_000_000n, fingerprint: epub.id.slice(-16), addedAt: expect.any(Date) },
    });
    await house.sql(`update place set missing_since = now() where path = 'Emma.pdf'`);
    expect((await filesBy('Jane Austen')).map(({ format }) => format)).toEqual(['epub']);
  });

  it('of a series have their number in it, and are there once', async () => {
    await book('Three in one', {
      series: [{ name: 'Other' }, { name: 'Saga', number: '1-3' }, { name: 'Saga', number: '9' }],
    });
    await book('Prelude', { series: [{ name: 'Saga' }] });
    await book('Elsewhere', { series: [{ name: 'Other', number: '4' }] });
    const series = await shelves().series(userId);
    expect(titles(series)).toEqual(['Other', 'Saga']);
    expect(titles(await shelves().series(userId, 'saga'))).toEqual(['Saga']);
    const found = await shelves().filesOfSeries(userId, series.find(({ title }) => title === 'Saga')!.id);
    expect(Object.fromEntries(found.map(({ title, number }) => [title, number]))).toEqual({
      'Three in one': '1-3',
      Prelude: null,
    });
  });

  it('that are recent are of the books that came last', async () => {
    const first = await book('First');
    const second = await book('Second', { formats: ['epub', 'pdf'] });
    await house.sql(`update book set added_at = '2020-01-01' where id = $1`, [first]);
    await house.sql(`update book set added_at = '2040-01-01' where id = $1`, [second]);
    await book('Private', { owner: await house.user() });
    expect(titles(await shelves().recentFiles(userId, 1))).toEqual(['Second', 'Second']);
    expect(titles(await shelves().recentFiles(userId, 100))).toEqual(expect.arrayContaining(['First', 'Second']));
    expect(titles(await shelves().recentFiles(userId, 100))).not.toContain('Private');
  });
});

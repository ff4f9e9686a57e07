import fc from 'fast-check';
import { type ShelvedFile, shelveFiles } from './shelve-files.js';

let made = 0;
function aFile(given: Partial<ShelvedFile> = {}): ShelvedFile {
  const id = `${(made += 1).toString(16).padStart(8, '0')}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
  const facts = { title: 'Emma', number: null, format: 'epub', path: 'a/b.epub', disc: null, track: null } as const;
  return { id, bookId: `book of ${id}`, ...facts, ...given };
}
const names = (files: ShelvedFile[]) => shelveFiles(files).map(({ name }) => name);

describe('a folder of books', () => {
  it('holds each form of a book, with the ending its file has', () => {
    const bookId = 'one';
    const files = [
      aFile({ bookId }),
      aFile({ bookId, format: 'azw3', path: 'x/EMMA.AZW3' }),
      aFile({ bookId, format: 'fb2', path: 'x/emma.fb2.zip' }),
      aFile({ bookId, format: 'pdf', path: 'x/strange' }),
    ];
    expect(names(files)).toEqual(['Emma.azw3', 'Emma.epub', 'Emma.fb2.zip', 'Emma.pdf']);
  });

  it('puts the number in the series before the title, and those without one last', () => {
    const files = [
      aFile({ title: 'Ten', number: '10' }),
      aFile({ title: 'Two', number: '2' }),
      aFile({ title: 'None' }),
      aFile({ title: 'Between', number: '2.5' }),
      aFile({ title: 'Blank', number: ' ' }),
    ];
    expect(names(files)).toEqual([
      '002 - Two.epub',
      '002.5 - Between.epub',
      '010 - Ten.epub',
      'Blank.epub',
      'None.epub',
    ]);
  });

  it('tells two books of one title apart by their files', () => {
    const [first, second] = [aFile(), aFile({ title: 'emma' })];
    expect(names([second, first])).toEqual(['Emma.epub', `emma (${second.id.slice(-6)}).epub`]);
  });

  it('holds an audiobook of one file as a file', () => {
    expect(names([aFile({ format: 'm4b', path: 'Emma.m4b' })])).toEqual(['Emma.m4b']);
  });

  it('holds an audiobook of several files as a folder, in the order they are heard', () => {
    const audio = { bookId: 'heard', format: 'mp3', title: 'Emma: A Novel' } as const;
    const entries = shelveFiles([
      aFile({ ...audio, path: 'Emma/10.mp3', track: 3 }),
      aFile({ ...audio, path: 'Emma/02 - Box Hill.mp3', track: 2 }),
      aFile({ ...audio, path: 'Emma/01 - Highbury.mp3', track: 1 }),
    ]);
    expect(entries).toMatchObject([{ kind: 'audiobook', name: 'Emma - A Novel' }]);
    expect(
      entries.flatMap((entry) => (entry.kind === 'audiobook' ? entry.tracks : [])).map(({ name }) => name),
    ).toEqual(['01 - Highbury.mp3', '02 - Box Hill.mp3', '03 - Emma - A Novel.mp3']);
  });

  it('orders tracks without numbers by their files, 2 before 10, and counts as far as there are some', () => {
    const tracks = Array.from({ length: 100 }, (_, at) =>
      aFile({ bookId: 'heard', format: 'mp3', path: `Emma/${100 - at}.mp3` }),
    );
    const [entry] = shelveFiles(tracks);
    if (entry?.kind !== 'audiobook') throw new Error('no audiobook');
    expect([entry.tracks[1]?.file.path, entry.tracks[1]?.name]).toEqual(['Emma/2.mp3', '002 - Emma.mp3']);
  });

  it('keeps every name when books are added', () => {
    const file = fc
      .record({
        title: fc.constantFrom('Emma', 'emma', 'Emma?', 'Persuasion'),
        bookId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        format: fc.constantFrom('epub', 'pdf'),
        number: fc.constantFrom(null, '1', '10'),
      })
      .map((one) => ({ ...one, path: `x.${one.format}` }));
    fc.assert(
      fc.property(fc.array(file, { maxLength: 20 }), fc.array(file, { maxLength: 20 }), (older, newer) => {
        const before = older.map(aFile);
        const all = [...before, ...newer.map(aFile)];
        const byFile = (files: ShelvedFile[]) =>
          new Map(shelveFiles(files).flatMap((entry) => (entry.kind === 'file' ? [[entry.file.id, entry.name]] : [])));
        const [was, is] = [byFile(before), byFile(all)];
        for (const [id, name] of was) expect(is.get(id)).toBe(name);
        expect(new Set([...is.values()].map((name) => name.toLowerCase())).size).toBe(all.length);
      }),
    );
  });
});

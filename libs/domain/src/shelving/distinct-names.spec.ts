import fc from 'fast-check';
import { distinctNames, folderKey, keyOfFolderNamed, type Nameable } from './distinct-names.js';

const id = (time: number, chance: string) =>
  `${time.toString(16).padStart(8, '0')}-0000-7000-8000-${chance.padStart(12, '0')}`;
const named = (...things: [title: string, id: string][]) =>
  distinctNames(things.map(([title, of]) => ({ title, id: of, ending: '.epub' })));

describe('names in one folder', () => {
  it('are the titles', () => {
    expect(named(['Emma', id(1, 'a')], ['Persuasion', id(2, 'b')])).toEqual(['Emma.epub', 'Persuasion.epub']);
  });

  it('of two alike: the older one has it, whichever is told first', () => {
    const [emma, again] = [
      ['Emma', id(1, 'aaaaaa')],
      ['EMMA', id(2, 'bbbbbb')],
    ] as [string, string][];
    expect(named(emma!, again!)).toEqual(['Emma.epub', 'EMMA (bbbbbb).epub']);
    expect(named(again!, emma!)).toEqual(['EMMA (bbbbbb).epub', 'Emma.epub']);
  });

  it.each([
    ['Straße', 'STRASSE'],
    ['\u00c9mile', 'E\u0301MILE'],
    ['What?', 'What'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['x'.repeat(120), 'x'.repeat(121)],
  ])('%s and %s are alike', (first, second) => {
    expect(folderKey(first)).toBe(folderKey(second));
    expect(named([first, id(1, '1')], [second, id(2, 'abcdef')])[1]).toContain(' (abcdef)');
  });

  it('take more of the id where the end of it is the same', () => {
    expect(named(['a', id(1, '0')], ['a', id(2, '1ffffff')], ['a', id(3, '2ffffff')])).toEqual([
      'a.epub',
      'a (ffffff).epub',
      'a (000002ffffff).epub',
    ]);
  });

  it('are never taken for another one with its id', () => {
    expect(named(['a (bbbbbb)', id(1, 'cccccc')], ['a', id(2, 'aaaaaa')], ['a', id(3, 'bbbbbb')])).toEqual([
      'a (bbbbbb) (cccccc).epub',
      'a.epub',
      'a (bbbbbb).epub',
    ]);
  });

  it('are told apart even where one thing is there twice', () => {
    const names = named(['a', id(1, '1')], ['a', id(1, '1')], ['a', id(1, '1')], ['a', id(1, '1')], ['a', id(1, '1')]);
    expect(new Set(names).size).toBe(5);
  });

  const title = fc.oneof(
    fc.constantFrom(
      'Emma',
      'emma',
      'EMMA?',
      'Emma (00000a)',
      'İ',
      'i̇',
      'ı',
      'ß',
      'ss',
      'ǅ',
      'ς',
      'σ',
      'K',
      'k',
      '',
      '.',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const things = fc
    .array(fc.record({ title, chance: fc.integer({ min: 0, max: 20 }), ending: fc.constantFrom('', '.epub') }), {
      maxLength: 25,
    })
    .map((all) => all.map((one, at): Nameable => ({ ...one, id: id(at, one.chance.toString(16)) })));

  it('are all different, capitals or not, and never too long', () => {
    fc.assert(
      fc.property(things, (all) => {
        const names = distinctNames(all);
        for (const form of [(name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()])
          expect(new Set(names.map(form)).size).toBe(names.length);
        for (const name of names) expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('stay when others are added, and depend on no order', () => {
    fc.assert(
      fc.property(things, fc.nat(25), fc.integer(), (all, count, seed) => {
        const before = all.slice(0, count);
        expect(distinctNames(all).slice(0, count)).toEqual(distinctNames(before));
        const shuffled = all.toSorted((a, b) => (a.id.charCodeAt(35) ^ seed) - (b.id.charCodeAt(35) ^ seed));
        const byId = (these: Nameable[]) =>
          new Map(distinctNames(these).map((name, at) => [these[at]!.id, name] as const));
        expect(byId(shuffled)).toEqual(byId(all));
      }),
    );
  });

  it('of folders are the same when only those of one key are looked at', () => {
    fc.assert(
      fc.property(things, (all) => {
        const folders = all.map((one) => ({ ...one, ending: '' }));
        const names = distinctNames(folders);
        names.forEach((name, at) => {
          const group = folders.filter((one) => folderKey(one.title) === keyOfFolderNamed(name));
          expect(distinctNames(group)[group.indexOf(folders[at]!)]).toBe(name);
        });
      }),
    );
  });
});

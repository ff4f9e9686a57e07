import { asking } from './testing/embedded.js';
import { filledUp, oneLine, wantedOf } from './wanted.js';

describe('what is wanted', () => {
  it('is nothing where nothing is known', () => {
    expect(wantedOf(asking({}))).toEqual({});
    const empty = { title: ' ', subtitle: '', description: '\n', subjects: ['', ' '], publishedDate: ' ' };
    const contributors = [{ name: '\u0001', role: 'author' as const }];
    expect(wantedOf(asking({ ...empty, contributors, series: [{ name: '' }] }, { sortTitle: '' }))).toEqual({});
  });

  it('has the forms our readers tell things in', () => {
    const known = {
      title: 'Hobbit,  The\u0000',
      subtitle: ' e\u0301t\u00e9 ',
      language: 'eng',
      subjects: ['A', 'a', ' B\nC '],
      contributors: [
        { name: 'Plato', role: 'author' as const, sortName: 'Plato' },
        { name: 'PLATO', role: 'author' as const },
      ],
      series: [
        { name: 'S', number: '' },
        { name: 's', number: '2' },
      ],
      identifiers: [
        { scheme: 'x', value: '1' },
        { scheme: 'x', value: '1' },
        { scheme: 'y', value: ' ' },
      ],
    };
    expect(wantedOf(asking(known))).toEqual({
      title: 'The Hobbit',
      subtitle: 'été',
      language: 'en',
      subjects: ['A', 'B C'],
      contributors: [{ name: 'Plato', role: 'author' }],
      series: [{ name: 'S' }],
      identifiers: [{ scheme: 'x', value: '1' }],
    });
  });

  it('keeps a language that is none, so that it can be called left', () => {
    expect(wantedOf(asking({ language: 'und' })).language).toBe('und');
  });

  it('is filled up with numbers and sort forms the file knows of the same series and people', () => {
    const before = {
      series: [{ name: 'Éa', number: '2' }],
      contributors: [{ name: 'Ann Bee', role: 'author' as const, sortName: 'Bee, Ann' }],
    };
    const wanted = {
      series: [{ name: 'éa' }, { name: 'B' }],
      contributors: [
        { name: 'Ann Bee', role: 'editor' as const },
        { name: 'Ann Bee', role: 'author' as const },
      ],
    };
    expect(filledUp(wanted, before)).toEqual({
      series: [{ name: 'éa', number: '2' }, { name: 'B' }],
      contributors: [
        { name: 'Ann Bee', role: 'editor' },
        { name: 'Ann Bee', role: 'author', sortName: 'Bee, Ann' },
      ],
    });
    const own = { series: [{ name: 'Éa', number: '3' }] };
    expect(filledUp(own, before)).toEqual(own);
  });

  it('stands on one line', () => {
    expect(oneLine(' a\u00a0\tb\r\nc\u0007d\ud800 ')).toBe('a b cd\ufffd');
  });
});

import type { BookForm } from './book-form.js';
import { complaintsAbout, complaintsOf } from './complaints.js';

const form: BookForm = {
  ...{ title: 'Emma', subtitle: '', description: '', publisher: '', publishedDate: '', language: '', pageCount: '' },
  ...{ abridged: '', subjects: [], contributors: [], series: [], identifiers: [] },
};

describe('what is wrong with a form', () => {
  it.each<[Partial<BookForm>, string[]]>([
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ publishedDate: '1969-3' }, ['publishedDate']],
    [{ publishedDate: ' 1969-03 ' }, []],
    [{ pageCount: '1e3' }, ['pageCount']],
    [{ pageCount: '12' }, []],
    [{ identifiers: [{ scheme: '', value: '978' }] }, ['identifiers']],
    [{ identifiers: [{ scheme: '', value: '' }] }, []],
  ])('%j: %j', (edits, fields) => {
    expect(Object.keys(complaintsAbout({ ...form, ...edits }))).toEqual(fields);
  });
});

describe('what the server says of a form', () => {
  const problem = { type: '/problems/request.invalid', title: 'Wrong', status: 400, detail: 'x', instance: '' };

  it('stands at the field it names, the first fault of each', () => {
    const errors = [
      { path: 'series.0.name', message: 'too long' },
      { path: 'series.1.name', message: 'too short' },
      { path: 'title', message: 'empty' },
    ];
    expect(complaintsOf({ ...problem, errors }, form)).toEqual({ fields: { series: 'too long', title: 'empty' } });
  });

  it('stands on top where it names none that is shown', () => {
    expect(complaintsOf(problem, form)).toEqual({ fields: {}, rest: problem });
    const errors = [{ path: 'locks.x', message: 'no such field' }];
    expect(complaintsOf({ ...problem, errors }, form).rest).toBeDefined();
    expect(complaintsOf(undefined, form)).toEqual({ fields: {} });
  });
});

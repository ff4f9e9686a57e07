import { peopleIn } from './people.js';

const people = (text: string) =>
  peopleIn(text).map(({ name, role }) => (role === 'author' ? name : `${name} (${role})`));

describe('the people in a part of a name', () => {
  it.each([
    ['Frank Herbert', ['Frank Herbert']],
    ['Leo Tolstoy, Louise Maude (translator)', ['Leo Tolstoy', 'Louise Maude (translator)']],
    ['Tolstoy, Leo & Maude, Louise (transl.) & Doe, Jane', ['Leo Tolstoy', 'Louise Maude (translator)', 'Jane Doe']],
    ['Gardner Dozois and Jonathan Strahan (eds.)', ['Gardner Dozois (editor)', 'Jonathan Strahan (editor)']],
    ['Gardner Dozois, Jonathan Strahan (Ed.)', ['Gardner Dozois', 'Jonathan Strahan (editor)']],
    ['Max Frisch (Hrsg.)', ['Max Frisch (editor)']],
    ['Jane Doe [illustrator]', ['Jane Doe (illustrator)']],
    ['Jane Doe (author), John Roe (narrator)', ['Jane Doe', 'John Roe (narrator)']],
    ['García Márquez, Gabriel', ['Gabriel García Márquez']],
    ['Martin Luther King, Jr.', ['Martin Luther King, Jr.']],
    ['Smith, John R.', ['John R. Smith']],
    ['Frank Herbert et al.', ['Frank Herbert']],
    ['Jacob Grimm und Wilhelm Grimm', ['Jacob Grimm', 'Wilhelm Grimm']],
    ['Stephen King (Richard Bachman)', ['Stephen King (Richard Bachman)']],
    ['Various Authors', []],
    ['(translator)', []],
    ['', []],
  ])('%s', (text, expected) => expect(people(text)).toEqual(expected));

  it('keep the form they were sorted by', () => {
    expect(peopleIn('García Márquez, Gabriel (editor)')).toEqual([
      { name: 'Gabriel García Márquez', sortName: 'García Márquez, Gabriel', role: 'editor' },
    ]);
  });
});

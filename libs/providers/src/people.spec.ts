import { contributor, distinctPeople, shopContributor } from './people.js';

describe('a person and a word for what they did', () => {
  it.each([
    [undefined, 'author'],
    ['Author', 'author'],
    ['Goodreads Author', 'author'],
    ['(Translator)', 'translator'],
    ['Illustrator, Author', 'illustrator'],
    ['Introduction, Translator', 'translator'],
    ['Introduction', 'other'],
    ['', 'author'],
    ['constructor', 'other'],
  ])('%j is of role %s', (word, role) => expect(contributor(' Ann  Bee ', word)).toEqual({ name: 'Ann Bee', role }));
});

describe('a name in a shop', () => {
  it.each([
    ['Ann Goldstein - translator', 'Ann Goldstein', 'translator'],
    ['Jörg Bé – Übersetzer', 'Jörg Bé', 'translator'],
    ['Neil Gaiman - introduction', 'Neil Gaiman', 'other'],
    ['Jean-Luc Picard', 'Jean-Luc Picard', 'author'],
    ['Studio - Berlin', 'Studio - Berlin', 'author'],
    ['- translator', '- translator', 'author'],
    ['A B - constructor', 'A B - constructor', 'author'],
  ])('%s is %s, %s', (text, name, role) => expect(shopContributor(text, 'author')).toEqual({ name, role }));
});

it('are each once in a role, and never nobody', () => {
  const people = ['Zoë Bee', 'zoe bee', '', 'Unknown', 'Various Authors', 'Dee'].map((name) =>
    contributor(name, undefined),
  );
  const both = [...people, contributor('Zoë Bee', 'Narrator')];
  expect(distinctPeople(both).map(({ name, role }) => `${name} ${role}`)).toEqual([
    'Zoë Bee author',
    'Dee author',
    'Zoë Bee narrator',
  ]);
  expect(distinctPeople(Array.from({ length: 9000 }, (_, at) => contributor(`P${at}`, undefined)))).toHaveLength(50);
});

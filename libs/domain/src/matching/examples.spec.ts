import { choose } from './choose.js';
import type { MatchVerdict } from './match.js';
import type { BookSought, EditionFound } from './sought-and-found.js';
import { found, sought } from './testing/books.js';

type Row = [
  what: string,
  sought: BookSought,
  found: EditionFound,
  verdict: MatchVerdict,
  score: number | { atMost: number },
];

const HERBERT = ['Frank Herbert'];
const ROWLING = ['J.K. Rowling'];
const ASIMOV = ['Isaac Asimov'];
const SANDERSON = ['Brandon Sanderson'];

/** Scores to two hundredths. */
const ROWS: Row[] = [
  ['series in brackets', sought('Dune', HERBERT), found('Dune (Dune Chronicles, Book 1)', HERBERT), 'accept', 1],
  [
    'a subtitle on one side',
    sought('Sapiens', ['Yuval Noah Harari']),
    found('Sapiens: A Brief History of Humankind', ['Yuval Noah Harari']),
    'accept',
    0.96,
  ],
  [
    'an anniversary, initials',
    sought('The Hobbit', ['J.R.R. Tolkien']),
    found('The Hobbit: 75th Anniversary Edition', ['J. R. R. Tolkien']),
    'accept',
    1,
  ],
  ['accents', sought('Les Miserables', ['Victor Hugo']), found('Les Misérables', ['Victor Hugo']), 'accept', 1],
  ['Cyrillic', sought('Война и мир', ['Лев Толстой']), found('Война и мир', ['Лев Толстой']), 'accept', 1],
  ['Chinese', sought('三体', ['刘慈欣']), found('三体', ['刘慈欣']), 'accept', 1],
  [
    'a name in the other order',
    sought('The Three-Body Problem', ['Cixin Liu']),
    found('The Three-Body Problem (Remembrance of Earth’s Past, #1)', ['Liu Cixin']),
    'accept',
    0.98,
  ],
  [
    'a middle initial',
    sought('Seven Languages in Seven Weeks', ['Bruce A. Tate']),
    found('Seven Languages in Seven Weeks: A Pragmatic Guide to Learning Programming Languages', ['Bruce Tate']),
    'accept',
    0.94,
  ],
  [
    'one of two authors',
    sought('Good Omens', ['Neil Gaiman']),
    found('Good Omens: The Nice and Accurate Prophecies of Agnes Nutter, Witch', ['Terry Pratchett', 'Neil Gaiman']),
    'accept',
    0.96,
  ],
  [
    'the American title',
    sought("Harry Potter and the Philosopher's Stone", ROWLING),
    found("Harry Potter and the Sorcerer's Stone", ROWLING),
    'suggest',
    0.87,
  ],
  ['a sequel', sought('Dune', HERBERT), found('Dune Messiah', HERBERT), 'drop', 0.77],
  ['a longer title', sought('Foundation', ASIMOV), found('Foundation and Empire', ASIMOV), 'drop', 0.77],
  [
    'its title as a subtitle',
    sought('The Gunslinger', ['Stephen King']),
    found('The Dark Tower I: The Gunslinger', ['Stephen King']),
    'suggest',
    0.84,
  ],
  [
    'another subtitle',
    sought('Mistborn: The Final Empire', SANDERSON),
    found('Mistborn: The Well of Ascension', SANDERSON),
    'drop',
    0.55,
  ],
  ['two books', sought('1984', ['George Orwell']), found('Animal Farm and 1984', ['George Orwell']), 'drop', 0.55],
  [
    'a summary',
    sought('Dune', HERBERT),
    found('Summary of Dune by Frank Herbert', ['BookHabits']),
    'drop',
    { atMost: 0.2 },
  ],
  [
    'a box set',
    sought('The Eye of the World', ['Robert Jordan']),
    found('The Wheel of Time, Box Set I, Books 1-3', ['Robert Jordan']),
    'drop',
    { atMost: 0.3 },
  ],
  ['another author', sought('Dune', HERBERT), found('Dune', ['Kevin J. Anderson']), 'drop', 0.5],
  ['the son', sought('Dune', ['Brian Herbert']), found('Dune', HERBERT), 'drop', 0.5],
  [
    'a book about the author',
    sought('A Clockwork Orange', ['Anthony Burgess']),
    found('Anthony Burgess', ['Roger Lewis']),
    'drop',
    0.1,
  ],
  ['a short title', sought('It', ['Stephen King']), found('It Ends with Us', ['Colleen Hoover']), 'drop', 0.24],
  ['a nameless author', sought('The Stand', ['Stephen King']), found('The Stand', ['Unknown']), 'drop', 0.5],
  ['no author', sought('Ulysses'), found('Ulysses', ['James Joyce']), 'suggest', 0.8],
];

it.each(ROWS)('%s', (_, wanted, candidate, verdict, score) => {
  const { accepted, suggestions, dropped } = choose(wanted, [candidate]);
  expect({ accept: accepted, suggest: suggestions[0], drop: dropped[0] }[verdict]?.candidate).toBe(candidate);
  const judged = (accepted ?? suggestions[0] ?? dropped[0])!.match;
  expect(judged.verdict).toBe(verdict);
  if (typeof score === 'object') expect(judged.score).toBeLessThanOrEqual(score.atMost);
  else expect(Math.abs(judged.score - score)).toBeLessThanOrEqual(0.02);
});

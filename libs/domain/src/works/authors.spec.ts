import { authorEvidence } from './author-evidence.js';
import { authorsOf } from './authors-of.js';
import { audiobook, ebook } from './testing/forms.js';

const verdict = (a: string[], b: string[], narrators: string[] = []) => {
  const heard = audiobook('x', b);
  const contributors = [...heard.contributors, ...narrators.map((name) => ({ name, role: 'narrator' as const }))];
  return authorEvidence(authorsOf(ebook('x', a)), authorsOf({ ...heard, contributors })).verdict;
};

describe('two lists of authors', () => {
  it.each([
    [['King, Stephen'], ['Stephen King'], 'same'],
    [['Dostoevsky'], ['Fyodor Dostoevsky'], 'same'],
    [['Fyodor Dostoyevsky'], ['Fjodor Dostojewski'], 'same'],
    [['Robert Galbraith (J. K. Rowling)'], ['J.K. Rowling'], 'same'],
    [['Stephen King writing as Richard Bachman'], ['Richard Bachman'], 'same'],
    [['Machado de Assis'], ['Joaquim Maria Machado de Assis'], 'same'],
    [['Stieg Larsson', 'Reg Keeland - translator'], ['Stieg Larsson'], 'same'],
    [['Lev Tolstoj'], ['Leo Tolstoy'], 'perhaps'],
    [['Paul Winter'], ['Paula Winter'], 'perhaps'],
    [['Joan Smith'], ['John Smith'], 'perhaps'],
    [['Stephen King'], ['Tabitha King'], 'other'],
    [['Unknown'], ['Stephen King'], 'unknown'],
    [[], ['Stephen King'], 'unknown'],
    [['刘慈欣'], ['Cixin Liu'], 'unknown'],
  ] as const)('%j and %j: %s', (a, b, expected) => {
    expect(verdict([...a], [...b])).toBe(expected);
    expect(verdict([...b], [...a])).toBe(expected);
  });

  it('leave out who only reads aloud, unless nobody else is listed', () => {
    expect(verdict(['Stephen Fry'], ['Arthur Conan Doyle', 'Stephen Fry'], ['Stephen Fry'])).toBe('perhaps');
    expect(verdict(['Stephen Fry'], ['Stephen Fry'], ['Stephen Fry'])).toBe('same');
    expect(verdict(['Stephen Fry'], ['Arthur Conan Doyle'], ['Stephen Fry'])).toBe('other');
  });

  it('say whether the first of each is meant', () => {
    const [neruda, merwin] = [ebook('x', ['Pablo Neruda', 'W. S. Merwin']), ebook('x', ['W. S. Merwin'])];
    expect(authorEvidence(authorsOf(neruda), authorsOf(merwin))).toMatchObject({ verdict: 'same', isFirst: false });
  });
});

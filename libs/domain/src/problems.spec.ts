import { readFileSync } from 'node:fs';
import { DomainError, PROBLEMS } from './problems.js';

describe('a domain error', () => {
  it('takes kind and title from the table and keeps its own detail', () => {
    const error = new DomainError('book.not-found', 'no book 7');
    expect(error).toMatchObject({ kind: 'not-found', title: PROBLEMS['book.not-found'].title, message: 'no book 7' });
  });
});

describe('PROBLEMS.md', () => {
  const document = readFileSync('libs/domain/PROBLEMS.md', 'utf8');
  const described = [...document.matchAll(/^\| `([a-z.-]+)` \| ([a-z-]+) \|/gm)].map(([, code, kind]) => [code, kind]);

  it('describes every code with its kind, and no other', () => {
    const table = Object.entries(PROBLEMS).map(([code, { kind }]) => [code, kind]);
    expect(described.sort()).toEqual(table.sort());
  });
});

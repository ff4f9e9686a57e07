import { folderToShow, lastPart } from './folder-path.js';

describe('a path that is typed', () => {
  it.each([
    ['/srv/books', 'books'],
    ['/srv/books/', 'books'],
    [' /srv/my books ', 'my books'],
    ['/', ''],
    ['', ''],
  ])('%j has the name “%s”', (path, name) => {
    expect(lastPart(path)).toBe(name);
  });

  it('is looked into once it is a full one', () => {
    expect(['', 'srv', '/srv', '/'].map(folderToShow)).toEqual(['/', '/', '/srv', '/']);
  });
});

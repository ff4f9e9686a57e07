import { containerDocument, leadsTo } from './container-document.js';

describe('A container document', () => {
  it('leads to the package it is made for', () => {
    expect(leadsTo(containerDocument('a & b/"c".opf'), 'a & b/"c".opf')).toBe(true);
    expect(leadsTo(containerDocument('b.opf'), 'a.opf')).toBe(false);
  });

  const good = containerDocument('OEBPS/content.opf');
  it.each<[string, string]>([
    ['no namespace', good.replace(/xmlns="[^"]*"/, '')],
    ['no version', good.replace(' version="1.0" xmlns', ' xmlns')],
    ['a path from the root', good.replace('OEBPS/', '/OEBPS/')],
    ['an encoded path', good.replace('OEBPS/', 'OEB%50S/')],
    ['another package first', good.replace('<rootfiles>', '<rootfiles><rootfile full-path="x.opf"/>')],
    ['nothing', ''],
  ])('does not lead a strict reader with %s', (_name, container) => {
    expect(leadsTo(container, 'OEBPS/content.opf')).toBe(false);
  });

  it('may quote either way', () => {
    expect(leadsTo(good.replaceAll('"', "'"), 'OEBPS/content.opf')).toBe(true);
  });
});

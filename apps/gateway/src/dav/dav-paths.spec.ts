import { endsInSlash, hrefOf, isForDav, namesIn } from './dav-paths.js';
import { readDepth } from './depth.js';

describe('an address of the library as files', () => {
  it.each([
    ['/dav', []],
    ['/dav/', []],
    ['/dav/Authors/Jane%20Austen/', ['Authors', 'Jane Austen']],
    ['/dav//Authors//?x=/y', ['Authors']],
    ['/dav/a%2Fb/%25', ['a/b', '%']],
    ['/dav/E%CC%81mile', ['\u00c9mile']],
    ['/dav/..', ['..']],
    ['/%64av/x', ['x']],
    ['/dav/%E9', undefined],
    ['/dav/%zz', undefined],
    ['/davos', undefined],
    ['/api/books', undefined],
  ])('%s', (url, names) => expect(namesIn(url)).toEqual(names));

  it.each([
    ['/dav', true],
    ['/dav/x', true],
    ['/dav?x', true],
    ['/davos', false],
    ['/api/dav', false],
  ])('%s: %s', (url, expected) => expect(isForDav(url)).toBe(expected));

  it('says whether it is written as a folder', () => {
    expect([endsInSlash('/dav/'), endsInSlash('/dav/?a'), endsInSlash('/dav?/')]).toEqual([true, true, false]);
  });

  it.each([
    ['http://10.0.0.1:8080', [], '/dav'],
    ['https://a.example/octavo', ['Authors', 'A & B, C'], '/octavo/dav/Authors/A%20%26%20B%2C%20C'],
    ['https://a.example/octavo/', ["it's (1)!*~"], "/octavo/dav/it's%20(1)!*~"],
  ])('below %s, of %j', (address, names, href) => expect(hrefOf(address, names)).toBe(href));
});

describe('the Depth of a question', () => {
  it.each([
    ['0', '0'],
    ['1', '1'],
    [' Infinity', 'infinity'],
    [undefined, 'infinity'],
  ])('%s: %s', (header, depth) => expect(readDepth(header)).toBe(depth));

  it.each(['2', '', '1,noroot', '-1'])('%j is none', (header) => expect(() => readDepth(header)).toThrow('Depth is'));
});

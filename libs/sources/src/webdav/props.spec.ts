import { readEtag, readProps, type WrittenText } from './props.js';

const props = (text: WrittenText, collection = false) =>
  readProps({ collection, syncCollection: false, text }, Date.now());

describe('a tag', () => {
  it.each([
    ['"abc"', 'abc'],
    ['W/"abc"', 'abc'],
    ['w/"abc"', 'abc'],
    ['abc', 'abc'],
    ['-12ab', '-12ab'],
    ['"007"', '007'],
    ['1e5', '1e5'],
    [' "a b" ', 'a b'],
    ['""', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is kept as %s', (written, etag) => expect(readEtag(written)).toBe(etag));
});

describe('properties', () => {
  it('that are not told are unknown', () => expect(props({})).toEqual({ folder: false }));

  it.each([
    ['0', 0],
    ['123', 123],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['0x10', undefined],
    ['many', undefined],
  ])('give %s as size %s', (getcontentlength, size) => expect(props({ getcontentlength }).size).toBe(size));

  it('of a folder have no size', () => expect(props({ getcontentlength: '4096' }, true)).toEqual({ folder: true }));

  it('tell what only some servers know', () => {
    expect(props({ 'oc:fileid': '7', 'oc:id': '7x', 'oc:checksums': 'SHA1:ab MD5:cd' })).toEqual({
      folder: false,
      fileId: '7',
      checksums: 'SHA1:ab MD5:cd',
    });
  });
});

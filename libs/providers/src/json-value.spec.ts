import { at, countAt, listAt, numberAt, parseJson, plainTextAt, rawTextAt, textAt, textsAt } from './json-value.js';

describe('JSON', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff[1]', [1]],
    ['null', null],
    ['', undefined],
    ['{"a":1', undefined],
    ['<html>', undefined],
    ["{'a':1}", undefined],
    ['{"a":"[[[[{{{{"}', { a: '[[[[{{{{' }],
    [`{"a":"${'\\"['.repeat(300)}"}`, { a: '"['.repeat(300) }],
  ])('of %.30s is read', (text, value) => expect(parseJson(text)).toEqual(value));

  it('is none beyond reason', () => {
    expect(parseJson('['.repeat(150) + ']'.repeat(150))).toBeDefined();
    expect(parseJson('['.repeat(201) + ']'.repeat(201))).toBeUndefined();
    expect(parseJson(`"${'x'.repeat(5_000_000)}"`)).toBeUndefined();
  });
});

describe('what lies in JSON', () => {
  const value =
    parseJson(`{"a":{"b":[1,"x"]},"t":" Two  words ","h":"A &amp; <b>B</b>","n":4,"s":"1.426896E12","minus":"-5.5",
    "null":"null","nan":"NaN","empty":" ","list":["x","x",null,"y",{}],"__proto__":{"evil":"x"},"huge":1e400,"zero":0,"true":true}`);

  it('is found by its path, and only what is its own', () => {
    expect(at(value, 'a', 'b')).toEqual([1, 'x']);
    for (const path of [
      ['a', 'c'],
      ['t', 'length'],
      ['constructor'],
      ['toString'],
      ['a', 'b', '0'],
      ['evil'],
      ['x', 'y'],
    ])
      expect(at(value, ...path)).toBeUndefined();
    expect(at(value, '__proto__')).toEqual({ evil: 'x' });
    for (const other of [null, undefined, 7, 'text', [], () => 1]) expect(at(other, 'length')).toBeUndefined();
  });

  it('is a text where it is one', () => {
    expect(['t', 'n', 'null', 'nan', 'empty', 'a', 'list', 'true', 'none'].map((key) => textAt(value, key))).toEqual([
      'Two words',
      '4',
      ...Array.from({ length: 7 }, () => undefined),
    ]);
    expect(plainTextAt(value, 'h')).toBe('A & B');
    expect(rawTextAt(value, 'h')).toBe('A &amp; <b>B</b>');
    expect(rawTextAt(value, 'null')).toBeUndefined();
    expect(textsAt(value, 'list')).toEqual(['x', 'y']);
  });

  it('is a number where it is one', () => {
    expect(['n', 's', 'minus', 't', 'null', 'nan', 'huge', 'true', 'a'].map((key) => numberAt(value, key))).toEqual([
      4,
      1426896000000,
      -5.5,
      ...Array.from({ length: 6 }, () => undefined),
    ]);
    expect(['n', 'zero', 'minus', 's'].map((key) => countAt(value, key))).toEqual([4, undefined, undefined, undefined]);
  });

  it('is a list where it is one, and not without end', () => {
    expect(listAt(value, 'a')).toEqual([]);
    expect(listAt(value, 't')).toEqual([]);
    expect(listAt({ list: Array.from({ length: 100_000 }, () => 1) }, 'list')).toHaveLength(2000);
  });
});

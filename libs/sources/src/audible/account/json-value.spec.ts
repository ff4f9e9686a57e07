import { at, numberAt, parseJson, textAt, tokenAt } from './json-value.js';

describe('JSON of others', () => {
  it.each(['', 'x', '{', '{"a":}', '\ufffd', `${'['.repeat(65)}${']'.repeat(65)}`, '['.repeat(1_000_000)])(
    'is nothing where it is none or too deep (%#)',
    (text) => expect(parseJson(text)).toBeUndefined(),
  );

  it('is read with a byte order mark, and with brackets in its texts', () => {
    const text = '[{"\\"'.repeat(100);
    expect(parseJson(`\ufeff${JSON.stringify({ text })}`)).toEqual({ text });
  });

  it('has only the keys that were written', () => {
    const json = parseJson('{"a":{"b":" x "},"__proto__":{"c":"y"}}');
    expect(textAt(json, 'a', 'b')).toBe('x');
    expect(at(json, 'c')).toBeUndefined();
    expect(at(json, 'constructor')).toBeUndefined();
    expect(at(json, 'a', 'b', 'length')).toBeUndefined();
  });

  it.each([null, 0, true, [], {}, '', '  '])('has no text in %p', (value) =>
    expect(textAt({ value }, 'value')).toBeUndefined(),
  );

  it.each(['a b', 'a\nb', 'ä', 'x'.repeat(9000), 7, null])('has no token that breaks a header (%#)', (value) =>
    expect(tokenAt({ value }, 'value')).toBeUndefined(),
  );

  it.each([
    [3600, 3600],
    ['3600', 3600],
    [' 1893456000.5 ', 1893456000.5],
    ['1e5', undefined],
    ['Infinity', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    ['', undefined],
    [[5], undefined],
  ])('is the number of %p', (value, number) => expect(numberAt({ value }, 'value')).toBe(number));
});

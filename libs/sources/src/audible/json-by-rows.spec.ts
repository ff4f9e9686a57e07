import { parseByRows } from './json-by-rows.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const parsed = (text: string) => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return 'no JSON';
  }
};
const byRows = (text: string) => {
  try {
    return { json: parseByRows(bytes(text)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return 'no JSON';
  }
};

describe('parsing row by row', () => {
  it.each([
    '{"items":[{"asin":"B0","series":[{"a":1}]},{"asin":"}]\\"{","t":"Ä☾"}],"response_groups":["always"]}',
    '{"items":[null,{"at":7},3,"{",[{"x":1}],{}],"other":[{"at":0}],"one":{"two":{"three":{}}}}',
    '{"items":[{"a":1}],"items":[{"b":2},{"c":3}],"2":[{"d":4}],"1":[{"e":5}]}',
    ' {\n "items" : [ { "a" : "\\\\" } , { "b" : "\\u263e" } ] } ',
    '{"__proto__":[{"a":1}]}',
    ...['[{"asin":"B0"},{"a":[{}]}]', '{"items":null}', '{}', '[]', '7', '"x"', 'null', ''],
    ...[
      '{"items":[{"a":1}',
      '{"items":[{"a":1}}',
      '{"items":[{"a":1]}',
      '{"items":[{[}}]}',
      '{"items":[{"a":1}{"b":2}]}',
    ],
    ...['{"items":[{"a":"x}]}', '{"items":[{}]}}', ']}{', '{"items":[{"a":1},]}', '{"items":[{"a":\u00a01}]}', '"\\'],
  ])('gives what JSON.parse gives: %s', (text) => {
    expect(byRows(text)).toEqual(parsed(text));
  });

  it('passes over a mark of the order of bytes, and takes broken letters for question marks', () => {
    expect(byRows('\ufeff{"items":[{"a":1}]}')).toEqual({ json: { items: [{ a: 1 }] } });
    const broken = bytes('{"items":[{"a":"xx"}]}').map((byte) => (byte === 0x78 ? 0xe2 : byte));
    expect(parseByRows(broken)).toEqual({ items: [{ a: '\ufffd\ufffd' }] });
  });
});

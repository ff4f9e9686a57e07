import { judgeAnswer } from './judge-answer.js';
import { reply } from './library/testing/model-library.js';

const ITEMS = { key: 'items', isList: true };
const NOW = Date.UTC(2026, 0, 1);
const judge = (body: unknown, status = 200, headers = {}) => judgeAnswer(reply(body, status, headers), ITEMS, NOW);

describe('judging an answer', () => {
  it.each([[{ items: [] }], [{ items: [], response_groups: ['x'] }], [[]], [{ items: [null], error_code: 'x' }]])(
    'takes %j for a library',
    (body) => expect(judge(body)).toEqual({ kind: 'ok', json: body }),
  );

  it.each([
    ['an empty object', {}],
    ['no list', { items: null }],
    ['a list that is an object', { items: {} }],
    ['nothing', ''],
    ['a number', '7'],
    ['what is cut off', '{"items": [{"asin": "B0'],
    ['an error that says little', { error: 'x' }],
    ['an error code', { error_code: '17' }],
  ])('never takes %s for an empty library', (_, body) => expect(judge(body)).toEqual({ kind: 'malformed' }));

  it.each<[number, string]>([
    [200, '  <!doctype html><p>Sign in'],
    [403, '<html>VPN</html>'],
    [400, '<html></html>'],
    [302, ''],
  ])('takes a page for people (%i) for an outage', (status, body) =>
    expect(judge(body, status)).toEqual({ kind: 'outage', isPage: true }),
  );

  it.each<[number, object]>([
    [401, { kind: 'refused' }],
    [403, { kind: 'refused' }],
    [408, { kind: 'throttled' }],
    [429, { kind: 'throttled' }],
    [500, { kind: 'heavy' }],
    [502, { kind: 'outage', isPage: false }],
    [503, { kind: 'outage', isPage: false }],
    [504, { kind: 'outage', isPage: false }],
    [404, { kind: 'rejected', about: 'other', words: '' }],
    [422, { kind: 'rejected', about: 'other', words: '' }],
  ])('knows %i', (status, judged) => expect(judge({}, status)).toEqual(judged));

  it('says how long a server wants to be left alone', () => {
    expect(judge({}, 429, { 'retry-after': '7' })).toEqual({ kind: 'throttled', waitSec: 7 });
    expect(judge('<html>', 503, { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' })).toEqual({
      kind: 'outage',
      isPage: true,
      waitSec: 60,
    });
  });

  it.each([
    [{ error_code: null, message: 'Implied library size is unsupported' }, 400, 'library_size'],
    [{ message: 'Invalid response group: x' }, 400, 'response_group'],
    [{ message: "1 validation error detected: Value 'x' at 'responseGroups' failed" }, 400, 'response_group'],
    [{ message: "1 validation error detected: Value '1' at 'stateToken' failed" }, 400, 'state_token'],
    [{ message: 'ASIN B0 not present in customer library' }, 200, 'not_found'],
    [{ message: "1 validation error detected: Value '0' at 'page' failed" }, 200, 'other'],
  ])('knows what %j is about', (body, status, about) =>
    expect(judge(body, status)).toMatchObject({ kind: 'rejected', about, words: body.message }),
  );

  it('knows a title that is not there', () => {
    const judged = judgeAnswer(reply({}, 404), { key: 'item', isList: false }, NOW);
    expect(judged).toEqual({ kind: 'rejected', about: 'not_found', words: '' });
  });

  it('takes a token that is not for us for a refusal, whatever its status', () => {
    expect(judge({ message: 'The token does not correspond to the specified Client-ID' }, 400)).toEqual({
      kind: 'refused',
    });
  });

  it('repeats no tokens and no novels', () => {
    const message = `Bad ${'Atna|'}EwICIabc and {enc:abcdef}{key:1} \u0000 ${'long '.repeat(1000)}`;
    const judged = judge({ message }, 400);
    const words = judged.kind === 'rejected' ? judged.words : '';
    expect(words).toMatch(/^Bad … and …\s+long/);
    expect(words.length).toBeLessThanOrEqual(300);
    expect(judge({ message: { a: 1 } }, 400)).toMatchObject({ words: '' });
  });
});

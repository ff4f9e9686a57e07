import { databaseJson } from './database-json.js';

describe('JSON for the database', () => {
  it('has no character PostgreSQL refuses, in values and in keys', () => {
    const given = { 'a\0': ['b\0c', '\ud800x'], plain: { n: 1n, kept: 'é\u0001😀' } };
    expect(JSON.parse(databaseJson(given))).toEqual({
      a: ['bc', '\ufffdx'],
      plain: { n: '1', kept: 'é\u0001😀' },
    });
  });

  it('keeps what only looks like one', () => {
    expect(JSON.parse(databaseJson(['\\u0000', '\\\\u0000']))).toEqual(['\\u0000', '\\\\u0000']);
  });
});

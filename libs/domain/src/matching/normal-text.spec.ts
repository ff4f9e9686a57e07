import fc from 'fast-check';
import { MAX_LENGTH, normalText } from './normal-text.js';

it.each([
  ['Les Misérables', 'les miserables'],
  ['Ender’s Game', 'enders game'],
  ["Ender's Game", 'enders game'],
  ['L´Étranger', 'letranger'],
  ['War & Peace', 'war and peace'],
  ['  Catch-22 … ', 'catch 22'],
  ['Straße Ærø Łódź', 'strasse aero lodz'],
  ['Ёлка и май', 'елка и маи'],
  ['三体：黑暗森林', '三体 黑暗森林'],
  ['ガラスの仮面', 'ガラスの仮面'],
  ['한강', '한강'],
  ['कामायनी', 'कामायनी'],
  ['أَلْف لَيْلَة', 'الف ليله'],
  ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
  ['Ｆｕｌｌ １２', 'full 12'],
  ['İstanbul', 'istanbul'],
  ['C++ and C#', 'cplusplus and csharp'],
  ['?!', '?!'],
  ['', ''],
])('%j is compared as %j', (text, normal) => {
  expect(normalText(text)).toBe(normal);
});

it('is short, and the same when it is made twice, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const once = normalText(text);
      expect(once.length).toBeLessThanOrEqual(MAX_LENGTH);
      if (/[\p{L}\p{N}]/u.test(once)) expect(normalText(once)).toBe(once);
    }),
  );
});

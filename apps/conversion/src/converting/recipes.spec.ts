import { converters, DEFAULT_KEPUB_OPTIONS } from '@octavo/converters';
import { nativeRecipes, preparation, withOptions } from './recipes.js';

const DEFAULTS = DEFAULT_KEPUB_OPTIONS;
const POLICY = { convert: true, sizeLimit: 1_000 };

describe('a recipe', () => {
  it('names the converter and its version, where nothing was decided', () => {
    expect(withOptions('v2', DEFAULTS)).toBe('v2');
    expect(nativeRecipes(converters, DEFAULTS).get('epub')).toMatch(/^v\d+$/);
    expect(nativeRecipes(converters, DEFAULTS).get('cbz')).toMatch(/^cbz-v\d+$/);
  });

  it('is another one for every other decision, and the same for the same', () => {
    const changes = [{ hyphenation: 'on' }, { hyphenation: 'off' }, { css: ['p{}'] }, { css: ['a{}'] }] as const;
    const recipes = changes.map((change) => withOptions('v2', { ...DEFAULTS, ...change }));
    expect(new Set([...recipes, 'v2']).size).toBe(changes.length + 1);
    expect(withOptions('v2', { ...DEFAULTS, css: ['p{}'] })).toBe(recipes[2]);
  });

  it('can be part of the name of a file', () => {
    const wild = { ...DEFAULTS, replacements: [{ find: '../..', replace: '/' }] };
    expect(withOptions('v2', wild)).toMatch(/^v2-[0-9a-f]{8}$/);
  });
});

describe('what books are prepared with', () => {
  const recipes = nativeRecipes(converters, DEFAULTS);

  it('is another for other recipes, limits and ways, and nothing else', () => {
    const all = [
      preparation(POLICY, recipes, false),
      preparation(POLICY, recipes, true),
      preparation({ ...POLICY, sizeLimit: 2 }, recipes, false),
      preparation({ ...POLICY, convert: false }, recipes, false),
      preparation(POLICY, nativeRecipes(converters, { ...DEFAULTS, smartPunctuation: true }), false),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(preparation({ convert: false, sizeLimit: 7 }, recipes, true)).toBe(all[3]);
  });
});

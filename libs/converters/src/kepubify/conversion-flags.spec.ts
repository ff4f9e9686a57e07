import { DEFAULT_KEPUB_OPTIONS, type KepubOptions } from '../kepub/kepub-options.js';
import { conversionFlags } from './conversion-flags.js';

const flagsFor = (options: Partial<KepubOptions>) => conversionFlags({ ...DEFAULT_KEPUB_OPTIONS, ...options });

describe('The flags for kepubify', () => {
  it.each<[Partial<KepubOptions>, string[]]>([
    [{}, []],
    [{ titlePage: 'always' }, ['--add-dummy-titlepage']],
    [{ titlePage: 'never' }, ['--no-add-dummy-titlepage']],
    [{ hyphenation: 'on' }, ['--hyphenate']],
    [{ hyphenation: 'off' }, ['--no-hyphenate']],
    [{ smartPunctuation: true }, ['--smarten-punctuation']],
    [{ fullScreenFixes: true }, ['--fullscreen-reading-fixes']],
    [{ sentences: 'language' }, []],
    [{ css: ['p { margin: 0 }', '-o x'] }, ['--css=p { margin: 0 }', '--css=-o x']],
    [{ replacements: [{ find: 'fox', replace: 'a|b' }] }, ['--replace=fox|a|b']],
    [{ replacements: [{ find: 'fox', replace: '' }] }, ['--replace=fox|']],
    [{ replacements: [{ find: '', replace: 'x' }] }, []],
    [{ replacements: [{ find: '-o=$(touch x)', replace: '\n"`' }] }, ['--replace=-o=$(touch x)|\n"`']],
  ])('are for %j: %j', (options, flags) => {
    expect(flagsFor(options)).toEqual(flags);
  });

  it('come in one order, style sheets and replacements in theirs', () => {
    const everything: KepubOptions = {
      titlePage: 'never',
      hyphenation: 'off',
      smartPunctuation: true,
      fullScreenFixes: true,
      css: ['b', 'a'],
      replacements: [
        { find: '2', replace: '' },
        { find: '1', replace: '' },
      ],
      sentences: 'every tool',
    };
    expect(conversionFlags(everything)).toEqual([
      '--no-add-dummy-titlepage',
      '--no-hyphenate',
      '--smarten-punctuation',
      '--fullscreen-reading-fixes',
      '--css=b',
      '--css=a',
      '--replace=2|',
      '--replace=1|',
    ]);
  });

  it.each<[string, Partial<KepubOptions>]>([
    ['a bar in what is looked for', { replacements: [{ find: 'a|b', replace: 'c' }] }],
    ['a NUL', { css: ['a\0b'] }],
    ['more than one argument can hold', { css: ['é'.repeat(70_000)] }],
  ])('are refused for %s', (_what, options) => {
    expect(() => flagsFor(options)).toThrow(expect.objectContaining({ code: 'conversion.failed' }));
  });
});

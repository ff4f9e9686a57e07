import fc from 'fast-check';
import { makePage } from './make-page.js';
import { pagePlan } from './page-plan.js';
import { convertPage, convertPlainPage } from './page.js';
import { pageText } from './page-text.js';

const PLANS = [
  pagePlan({ version: '3.0' }, {}),
  pagePlan({ version: '2.0' }, { hyphenation: 'off', fullScreenFixes: true }),
  pagePlan({ version: '3.0' }, { css: ['p::before { content: "“é”" }'] }),
  pagePlan({ version: '3.0' }, { smartPunctuation: true }),
  pagePlan({ version: '3.0', language: 'ja' }, { sentences: 'language' }),
  pagePlan({ version: '3.0' }, { replacements: [{ find: 'é', replace: 'e' }] }),
];

// Marks and spaces of two, three and four bytes, those whose bytes look like a space or a mark, and what is cleaned out.
const PIECES = [
  ...[
    'One. ',
    'two?” ',
    '“Three!’\n',
    'four…',
    '.… ',
    '." ',
    ".' x",
    '.”” ',
    '。',
    '\u00a0',
    '\u0085',
    '\u3000',
    '\u2003',
  ],
  ...[
    '\u1680',
    '\u2028',
    '\u205f',
    '\u202f',
    'à ',
    'Р…',
    '\u0420. ',
    '𝔸. ',
    '\uFFFD',
    'a\uFFFD. ',
    ' ',
    '\n',
    '\r\n',
    '\t',
  ],
  ...[
    '&amp;',
    '&lt;. ',
    '&#8221; ',
    '&nbsp;',
    '&eacute;. ',
    '&unknown;',
    '<br/>',
    '<br></br>',
    '<hr />',
    '<img src="à.png"/>',
  ],
  ...[
    '<!-- ”. -->',
    '<![CDATA[<c>. “d”. ]]>',
    '<p>',
    '</p>',
    '<b title="à">',
    '</b>',
    '<i/>',
    '<o:p>',
    '</o:p>',
    '<o:p>\u00a0</o:p>',
  ],
  ...[
    '<math alttext="à"><mi>α</mi><style>x</style></math>',
    '<svg><text>é. è. </text></svg>',
    '<pre>a. b. </pre>',
    '<P>',
  ],
  ...['<span class="koboSpan" id="kobo.1.1">x</span>', '<i class="à koboSpan">y</i>', '<i class="àkoboSpan">z</i>'],
  ...[
    '<div id="book-columns"><div id="book-inner">',
    '</div></div>',
    '\u0001',
    '\uFFFE',
    '<é>',
    '</é>',
    ']]>',
    '&#x41;',
  ],
];
const BEFORE = [
  ...['', '\uFEFF', '\uFEFF\uFEFF', ' \n', '\u00a0', 'stray'],
  ...[
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<?xml version="1.0" encoding="iso-8859-1"?>',
    '<?xml version="1.0"?>\u00a0',
  ],
  ...['<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.0" encoding="nonsense"?>', '<!DOCTYPE html>\n'],
  ...['<!DOCTYPE html [<!ENTITY a "é">]>', '<!DOCTYPE html SYSTEM "a[b">', '<!-- é -->'],
];
const HEADS = [
  ...['<title>T</title>', '', '<meta charset="utf-8\u00a0"/>', '<meta charset="latin1"/>', '<style>é. à</style>'],
  ...['<meta http-equiv="Content-Type" content="text/html; charset=à"/>', '<meta name="Adept.resource" content="é"/>'],
];

const content = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const anyPage = fc
  .tuple(fc.constantFrom(...BEFORE), fc.constantFrom(...HEADS), content)
  .map(([before, head, body]) => `${before}<html><head>${head}</head><body>${body}</body></html>`);
const soundPage = fc
  .array(fc.constantFrom(...PIECES.filter((piece) => !/[<&\]\uFFFE]/.test(piece) && piece !== '\u0001')), {
    maxLength: 12,
  })
  .map((pieces) => `<html><head><title>T</title></head><body><p>${pieces.join('')}</p></body></html>`);

describe('A page', () => {
  it('is made of its bytes what is made of its characters', () => {
    fc.assert(
      fc.property(anyPage, fc.constantFrom(...PLANS), (page, plan) => {
        const source = Buffer.from(page);
        const made = makePage(source, plan);
        const expected = convertPage(pageText(source), plan);
        if (expected.kind === 'skipped') expect(made).toMatchObject({ skipped: expected.reason });
        else {
          expect(Buffer.from(made.bytes ?? []).toString()).toBe(expected.text);
          expect([made.tolerant, made.remark]).toEqual([expected.tolerant, expected.remark]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('that is sound takes the quick way', () => {
    fc.assert(
      fc.property(soundPage, (page) => {
        expect(convertPlainPage(Buffer.from(page).toString('latin1'), PLANS[0]!)).toBeDefined();
      }),
    );
  });
});

import { DomainError } from '@octavo/domain';
import { editableXml } from './editable-xml.js';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const says = (encoding: string, version = '1.0') =>
  `<?xml version="${version}" encoding="${encoding}"?>\n<a>Brontë</a>`;
const TRUE = '<?xml version="1.0" encoding="utf-8"?>\n<a>Brontë</a>';

const textOf = (source: string | Uint8Array) => editableXml(Buffer.from(source), 'It').text;

describe('XML that is to be edited', () => {
  it.each([
    ['UTF-8', `<?xml version='1.0'  encoding='UTF-8' standalone="yes"?>\n<a>Brontë &amp;&#233;</a>`],
    ['without a declaration', "<!-- x --><a b='c'>Brontë<![CDATA[ & < ]]></a>\n"],
    ['with entities that are not used', '<!DOCTYPE a [<!ENTITY t "x">]>\n<a>&amp;</a>'],
    [
      'with a document type',
      '<!DOCTYPE a PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "http://x/y.dtd"><a/>',
    ],
  ])('stays as it is: %s', (_, text) => expect(textOf(text)).toBe(text));

  it.each([
    ['UTF-16', utf16(says('utf-16'))],
    ['Latin-1', Buffer.from(says('ISO-8859-1'), 'latin1')],
    ['UTF-8 that says it is Latin-1', Buffer.from(says('ISO-8859-1'))],
    ['UTF-8 that calls itself XML 1.1', Buffer.from(says('utf-8', '1.1'))],
    ['two declarations', Buffer.from(says('utf-8').replace('\n', '\n<?xml version="1.0"?>\n'))],
  ])('becomes UTF-8 that says so: %s', (_, bytes) => expect(textOf(bytes)).toBe(TRUE));

  it('says UTF-8 where it said so and was not', () => {
    expect(textOf(Buffer.from(says('utf-8'), 'latin1'))).toBe(says('utf-8'));
  });

  it('has its own entities in place, and no document type that declares them', () => {
    const text =
      '<!DOCTYPE a [<!ENTITY t "Emma &#38; Co"> <!ENTITY f SYSTEM "file:///etc/passwd">]>\n<a b="&t;">&t;&f;</a>';
    expect(textOf(text)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE a>\n<a b="Emma &#38; Co">Emma &#38; Co&amp;f;</a>',
    );
  });

  it('has stray ampersands and names of HTML mended, but not where they are text', () => {
    const verbatim = '<!-- a & b &nbsp; --><![CDATA[Q & A]]><?p & ?>';
    expect(textOf(`<a x="1&2">Marks & Co&nbsp;&eacute;${verbatim}</a>`)).toBe(
      `<?xml version="1.0" encoding="utf-8"?>\n<a x="1&amp;2">Marks &amp; Co\u00a0é${verbatim}</a>`,
    );
  });

  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  it.each([
    ['what is not closed', '<a><b></a>', 'file.unreadable'],
    ['no markup', 'Emma', 'file.unreadable'],
    ['nothing', '', 'file.unreadable'],
    ['two roots', '<a/><b/>', 'file.unreadable'],
    ['a document type without end', `<!DOCTYPE a [${'<!ENTITY e "x">'.repeat(30_000)}`, 'file.unreadable'],
    [
      'entities that grow',
      `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(900)}">]><a>${'&e;'.repeat(2000)}</a>`,
      'archive.bomb',
    ],
  ])('is refused: %s', (_, text, code) => {
    let problem: unknown;
    try {
      textOf(text);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(DomainError);
    expect(problem).toMatchObject({ code });
  });

  it('does not laugh a billion times', () => {
    const text = textOf(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`);
    expect(text).toContain('<a>&amp;l9;</a>');
  });

  it('is done with what only opens', () => {
    for (const opening of ['<!--', '<![CDATA[', '<?p ', '&', '<']) {
      expect(() => textOf(`<a>${opening.repeat(200_000)}`)).toThrow(DomainError);
    }
  });
});

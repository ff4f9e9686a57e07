import { MarkupEdits } from './markup-edits.js';
import { firstNamed, parseMarkup, type MarkupElement } from './markup.js';

/** The text after changes; `find` gives the first element of a name. */
function edited(text: string, change: (edits: MarkupEdits, find: (name: string) => MarkupElement) => void): string {
  const markup = parseMarkup(text);
  const edits = new MarkupEdits(markup);
  change(edits, (name) => {
    const found = firstNamed(markup, name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  });
  return edits.finish();
}

const TEXT = `<a>
  <!-- first -->
  <b x='1'>old</b>

  <c/>
  <d><e>f</e></d>
</a>`;

describe('editing markup', () => {
  it('leaves the text as it is where nothing changes', () => {
    expect(edited(TEXT, () => undefined)).toBe(TEXT);
  });

  it('puts plain text in the place of all that is inside', () => {
    expect(edited(TEXT, (edits, find) => edits.setText(find('d'), 'a < b & "c"'))).toBe(
      TEXT.replace('<e>f</e>', 'a &lt; b &amp; "c"'),
    );
    expect(edited(TEXT, (edits, find) => edits.setText(find('c'), 'new'))).toBe(TEXT.replace('<c/>', '<c>new</c>'));
    expect(edited(TEXT, (edits, find) => edits.setText(find('b'), ''))).toBe(TEXT.replace('old', ''));
  });

  it('changes attributes without touching others', () => {
    const changes = (edits: MarkupEdits, find: (name: string) => MarkupElement) => {
      edits.setAttribute(find('b'), 'y', '<"&');
      edits.setAttribute(find('b'), 'x', undefined);
      edits.setAttribute(find('c'), 'id', 'c1');
      edits.setText(find('b'), 'new');
    };
    expect(edited(TEXT, changes)).toBe(
      TEXT.replace(`<b x='1'>old`, '<b y="&lt;&quot;&amp;">new').replace('<c/>', '<c id="c1"/>'),
    );
  });

  it('removes elements with the white space in front of them', () => {
    expect(edited(TEXT, (edits, find) => edits.remove(find('b')))).toBe(TEXT.replace(`\n  <b x='1'>old</b>`, ''));
    const both = (edits: MarkupEdits, find: (name: string) => MarkupElement) => {
      edits.setText(find('e'), 'changed in vain');
      edits.setAttribute(find('e'), 'x', 'in vain');
      edits.remove(find('d'));
      edits.remove(find('c'));
    };
    expect(edited(TEXT, both)).toBe(TEXT.replace('\n\n  <c/>\n  <d><e>f</e></d>', ''));
  });

  it('gives new elements lines like those of their neighbours, in the order they were asked for', () => {
    const changes = (edits: MarkupEdits, find: (name: string) => MarkupElement) => {
      edits.insertAfter(find('b'), '<n/>', '<o/>');
      edits.insertBefore(find('c'), '<p/>');
      edits.insertAfter(find('b'), '<q/>');
      edits.append(find('a'), '<z/>');
      edits.append(find('c'), '<y/>');
    };
    const lines = (...names: string[]) => names.map((name) => `\n  <${name}/>`).join('');
    expect(edited(TEXT, changes)).toBe(
      TEXT.replace('old</b>', `old</b>${lines('n', 'o', 'q', 'p')}`)
        .replace('<c/>', '<c><y/></c>')
        .replace('</d>', `</d>${lines('z')}`),
    );
  });

  it('keeps lines that end as on Windows, and texts in one line', () => {
    const windows = TEXT.replace(/\n/g, '\r\n');
    const one = TEXT.replace(/\n\s*/g, '');
    const change = (edits: MarkupEdits, find: (name: string) => MarkupElement) => edits.insertAfter(find('c'), '<n/>');
    expect(edited(windows, change)).toBe(windows.replace('<c/>', '<c/>\r\n  <n/>'));
    expect(edited(one, change)).toBe(one.replace('<c/>', '<c/><n/>'));
  });

  it('puts new elements in the place of removed ones', () => {
    const changes = (edits: MarkupEdits, find: (name: string) => MarkupElement) => {
      for (const name of ['b', 'c', 'd']) edits.remove(find(name));
      edits.insertBefore(find('b'), '<n/>');
      edits.insertAfter(find('d'), '<o/>');
      edits.append(find('a'), '<p/>');
    };
    expect(edited(TEXT, changes)).toBe('<a>\n  <!-- first -->\n  <n/>\n  <o/>\n  <p/>\n</a>');
  });

  it('puts them there in whatever order it is told to', () => {
    const changes = (edits: MarkupEdits, find: (name: string) => MarkupElement) => {
      edits.remove(find('c'));
      edits.insertAfter(find('b'), '<n/>');
    };
    expect(edited(TEXT, changes)).toBe(TEXT.replace('\n\n  <c/>', '\n  <n/>'));
  });

  it('spreads what is put into an empty element that is spread', () => {
    const change = (edits: MarkupEdits, find: (name: string) => MarkupElement) => edits.append(find('a'), '<n/>');
    expect(edited('<a>\n</a>', change)).toBe('<a>\n  <n/>\n</a>');
    expect(edited('<x>\n  <a>\n  </a></x>', change)).toBe('<x>\n  <a>\n    <n/>\n  </a></x>');
    expect(edited('<a></a>', change)).toBe('<a><n/></a>');
  });
});

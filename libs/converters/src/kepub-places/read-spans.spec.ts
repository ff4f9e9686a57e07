import { MOST_SPANS } from '../kepub/limits.js';
import { readSpans } from './read-spans.js';

const span = (id: string, content: string) => `<span class="koboSpan" id="kobo.${id}">${content}</span>`;
const page = (body: string) => `<html><head><title>T</title></head><body>${body}</body></html>`;

/** "1.1@0 1.2@5 / letters" */
function read(body: string): string {
  const { table, letters } = readSpans(page(body));
  const spans = Array.from({ length: table.count }, (_, n) => `${table.idOf(n).slice(5)}@${table.startOf(n)}`);
  expect(table.length).toBe(letters.length);
  return `${spans.join(' ')} / ${letters}`;
}

describe('the spans of a page', () => {
  it.each([
    ['count the letters in them', `<p>${span('1.1', 'One. ')}${span('1.2', 'Two.')}</p>`, '1.1@0 1.2@4 / One.Two.'],
    ['leave white space out, of every kind', span('1.1', ' a\n\tb\u00a0c\u3000 '), '1.1@0 / abc'],
    ['leave text outside of them out', `x<p>y${span('1.1', 'a')}z</p>`, '1.1@0 / a'],
    ['read references', span('1.1', 'a &amp; b&#8217;&eacute;'), '1.1@0 / a&b’é'],
    ['reach over markup', span('1.1', 'a<b>b</b>c') + 'd', '1.1@0 / abc'],
    ['may lie in each other', span('1.1', `a${span('1.2', 'b')}c`) + 'd', '1.1@0 1.2@1 / abc'],
    ['of pictures take up one letter', span('1.1', '<img src="a"/>') + span('1.2', 'b'), '1.1@0 1.2@1 / \uFFFCb'],
    ['of nothing take up one, at the end too', span('1.1', 'a') + span('1.2', ' '), '1.1@0 1.2@1 / a\uFFFC'],
    ['are told by class and id', '<span class="koboSpan">a</span><span id="kobo.1.1">b</span>', ' / '],
    ['may have more classes', '<span class="x koboSpan\ny" id="kobo.1.1">a</span>', '1.1@0 / a'],
    ['have two plain numbers', span('1', 'a') + span('01.1', 'b') + span('1.1.1', 'c') + span('1e1.1', 'd'), ' / '],
    ['are found in HTML that is no XML', `<P>a<br>${span('1.1', 'b')}<p>${span('2.1', 'c')}`, '1.1@0 2.1@1 / bc'],
    ['end where their paragraph does', `<p><span class="koboSpan" id="kobo.1.1">a</p>b`, '1.1@0 / a'],
    ['may be written as empty', '<span class="koboSpan" id="kobo.1.1"/>b', '1.1@0 / \uFFFC'],
    ['are none in a comment', `<!-- ${span('1.1', 'a')} -->`, ' / '],
  ])('%s', (_what, body, expected) => expect(read(body)).toBe(expected));

  it('are found behind an empty title written as XML does', () => {
    expect(readSpans(`<html><head><title/></head><body>${span('1.1', 'a')}</body></html>`).letters).toBe('a');
  });

  it('find each other by id and by letter', () => {
    const { table } = readSpans(page(span('1.1', 'abc') + span('1.2', 'd') + span('7.1', 'ef') + span('1.2', 'g')));
    expect(['kobo.1.1', 'kobo.1.2', 'kobo.7.1', 'kobo.7.2', 'x', ''].map((id) => table.find(id))).toEqual([
      ...[0, 1, 2],
      ...[undefined, undefined, undefined],
    ]);
    expect([-1, 0, 2, 3, 4, 5, 6, 99].map((letter) => table.spanAt(letter))).toEqual([0, 0, 0, 1, 2, 2, 3, 3]);
  });

  it('end where a page is nested or crowded beyond reason', () => {
    const before = span('1.1', 'a');
    expect(readSpans(before + '<b>'.repeat(100_000) + span('1.2', 'b')).letters).toBe('a');
    const crowded = `<b ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(' ')}>`;
    expect(readSpans(before + crowded + span('1.2', 'b')).letters).toBe('a');
  });

  it('are a bomb when there are too many', () => {
    const many = Array.from({ length: MOST_SPANS + 1 }, (_, n) => span(`${n}.1`, '')).join('');
    expect(() => readSpans(many)).toThrow(expect.objectContaining({ code: 'archive.bomb' }));
  });

  it.each([
    ['open tags without an end', '<b '.repeat(1_000_000)],
    ['comments without an end', '<!--'.repeat(1_000_000)],
    ['end tags nobody opened', '</b></i>'.repeat(500_000)],
    ['paragraphs nobody closed', '<p>'.repeat(1_000_000)],
    ['spans in spans', '<span class="koboSpan" id="kobo.1.1">'.repeat(200_000)],
    ['references to nothing', '&x'.repeat(1_000_000)],
    ['declarations', '<!DOCTYPE a ['.repeat(300_000)],
    ['text of one letter', span('1.1', 'a'.repeat(8_000_000))],
  ])('are read quickly of %s', (_what, source) => {
    const begun = performance.now();
    readSpans(source);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });
});

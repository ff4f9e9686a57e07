import fc from 'fast-check';
import { readAnnotationUpdate } from './annotation-update.js';

const RECEIVED = new Date('2026-03-08T21:15:00Z');
const AT = '2026-03-08T21:14:03.5Z';
const HIGHLIGHT = {
  id: '9f1c2f8e-0000-4000-8000-000000000001',
  type: 'highlight',
  highlightedText: 'All happy families',
  noteText: null,
  highlightColor: '#FFF6A3',
  clientLastModifiedUtc: AT,
  attachments: {},
  location: {
    span: {
      chapterFilename: 'OEBPS/c1.xhtml',
      chapterProgress: 0.25,
      chapterTitle: 'One',
      startPath: 'span#kobo\\.1\\.1',
      startChar: 0,
      endPath: 'span#kobo\\.1\\.1',
      endChar: 18,
    },
  },
};
const read = (body: unknown) => readAnnotationUpdate(body, RECEIVED);
const one = (fields: object) => read({ updatedAnnotations: [{ id: 'a', ...fields }] }).updated[0];

describe('an update of annotations', () => {
  it('is taken as the device sent it, with fields nobody knows', () => {
    expect(read({ updatedAnnotations: [HIGHLIGHT], deletedAnnotationIds: ['x'] })).toEqual({
      updated: [{ id: HIGHLIGHT.id, modifiedAt: new Date(AT), body: HIGHLIGHT }],
      deletedIds: ['x'],
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a list', [HIGHLIGHT]],
    ['bytes', Buffer.from('{')],
    ['lists that are none', { updatedAnnotations: HIGHLIGHT, deletedAnnotationIds: 'x' }],
    ['elements that are none', { updatedAnnotations: [null, 5, 'x', [], {}], deletedAnnotationIds: [null, {}, 7, ''] }],
    ['ids that are none', { updatedAnnotations: [{ id: '' }, { id: 5 }, { id: 'x'.repeat(201) }, { id: '\0' }] }],
  ])('says nothing where it is %s', (_what, body) => {
    expect(read(body)).toEqual({ updated: [], deletedIds: [] });
  });

  it('keeps what can be used beside what cannot', () => {
    const body = { type: 5, highlightedText: ['x'], noteText: 'note', highlightColor: {}, location: 'here' };
    expect(one(body)?.body).toEqual({ id: 'a', noteText: 'note' });
    expect(one({ location: { span: 5, other: 1 } })?.body).toEqual({ id: 'a', location: { other: 1 } });
    expect(read({ updatedAnnotations: [null, { id: 'a' }], deletedAnnotationIds: [3, 'b'] })).toMatchObject({
      updated: [{ id: 'a' }],
      deletedIds: ['b'],
    });
  });

  it.each<[string, unknown, string]>([
    ['within bounds', AT, '2026-03-08T21:14:03.500Z'],
    ['without a zone, which is UTC', '2026-03-08T21:14:03', '2026-03-08T21:14:03.000Z'],
    ['absent', undefined, '2026-03-08T21:15:00.000Z'],
    ['null', null, '2026-03-08T21:15:00.000Z'],
    ['no time', 'yesterday', '2026-03-08T21:15:00.000Z'],
    ['no text', 1_700_000_000, '2026-03-08T21:15:00.000Z'],
    ['of a clock that was lost', '2009-12-31T23:59:59Z', '2026-03-08T21:15:00.000Z'],
    ['the first that counts', '2010-01-01T00:00:00Z', '2010-01-01T00:00:00.000Z'],
    ['a little ahead', '2026-03-08T21:19:00Z', '2026-03-08T21:19:00.000Z'],
    ['years ahead', '2031-01-01T00:00:00Z', '2026-03-08T21:20:00.000Z'],
  ])('has a time that can be reckoned with, where the device says one that is %s', (_what, said, expected) => {
    expect(one({ clientLastModifiedUtc: said })?.modifiedAt.toISOString()).toBe(expected);
  });

  it('names each id once: the newest counts, of the same time the last, and a deletion before all', () => {
    const said = (id: string, minute: number, noteText: string) => ({
      id,
      noteText,
      clientLastModifiedUtc: `2026-03-08T20:${minute}:00Z`,
    });
    const { updated, deletedIds } = read({
      updatedAnnotations: [
        said('a', 12, 'new'),
        said('a', 11, 'old'),
        said('b', 11, '1'),
        said('b', 11, '2'),
        said('c', 59, ''),
      ],
      deletedAnnotationIds: ['c', 'c'],
    });
    expect(updated.map(({ id, body }) => [id, body.noteText])).toEqual([
      ['a', 'new'],
      ['b', '2'],
    ]);
    expect(deletedIds).toEqual(['c']);
  });

  it('is cleaned of what no database keeps', () => {
    const body = JSON.parse(
      '{"id":"a\\u0000","noteText":"x\\u0000\\ud800y","__proto__":{"z":1},"k\\u0000":["\\udfff"]}',
    ) as object;
    const { updated, deletedIds } = read({ updatedAnnotations: [body], deletedAnnotationIds: ['b\0', '\ud800'] });
    expect(updated[0]).toMatchObject({ id: 'a', body: { id: 'a', noteText: 'x\ufffdy', k: ['\ufffd'] } });
    expect(Object.keys(updated[0]!.body)).not.toContain('__proto__');
    expect(deletedIds).toEqual(['b', '\ufffd']);
  });

  it('is bounded in depth and number', () => {
    const deep = JSON.parse('{"id":"a","x":' + '['.repeat(100_000) + ']'.repeat(100_000) + '}') as object;
    expect(JSON.stringify(read({ updatedAnnotations: [deep] }).updated[0]?.body).length).toBeLessThan(100);
    const many = Array.from({ length: 30_000 }, (_, n) => `${n}`);
    const { updated, deletedIds } = read({
      updatedAnnotations: many.map((id) => ({ id: `u${id}` })),
      deletedAnnotationIds: many,
    });
    expect([updated.length, deletedIds.length]).toEqual([20_000, 20_000]);
  });

  it('never throws and always gives what can be kept, whatever is sent', () => {
    const element = fc.oneof(fc.jsonValue(), fc.record({ id: fc.string() }), fc.anything());
    fc.assert(
      fc.property(fc.array(element), fc.array(element), (updatedAnnotations, deletedAnnotationIds) => {
        const { updated, deletedIds } = read({ updatedAnnotations, deletedAnnotationIds });
        const kept = JSON.stringify({ updated, deletedIds });
        expect(kept).not.toMatch(/\\u0000|\\ud[89ab]/i);
        expect(updated.every(({ modifiedAt }) => modifiedAt.getTime() === RECEIVED.getTime())).toBe(true);
      }),
    );
  });
});

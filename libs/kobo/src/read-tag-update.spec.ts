import { DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { readTagUpdate } from './read-tag-update.js';

const book = (RevisionId: unknown, Type: unknown = 'ProductRevisionTagItem') => ({ RevisionId, Type });

describe('what a device says of a collection', () => {
  it.each<[string, unknown, ReturnType<typeof readTagUpdate>]>([
    [
      'its name and books',
      { Name: 'To read', Items: [book('a'), book('b')] },
      { name: 'To read', bookIds: ['a', 'b'] },
    ],
    ['a name in any alphabet', { Name: '执' }, { name: '执' }],
    ['a name with space around it', { Name: '  To read ' }, { name: 'To read' }],
    ['no books at all', { Items: [] }, { bookIds: [] }],
    ['nothing', {}, {}],
    ['a name that is empty', { Name: '' }, {}],
    ['a name of nothing but space', { Name: '   ' }, {}],
    ['a name that is none', { Name: 5 }, {}],
    ['a name beyond all measure', { Name: 'x'.repeat(201) }, { name: 'x'.repeat(200) }],
    ['a body that was no JSON and came as bytes', Buffer.from('{"Name":'), {}],
    ['a word it does not know', { Nam: 'x' }, {}],
    ['books that are no list', { Items: { RevisionId: 'a' } }, {}],
    [
      'things that are no books',
      { Items: [book('a'), book('b', 'SomethingElse'), book(''), book(5), null, 'x', [], {}, book('x'.repeat(201))] },
      { bookIds: ['a'] },
    ],
  ])('%s', (_what, body, expected) => {
    expect(readTagUpdate(body)).toEqual(expected);
  });

  it.each([undefined, null, '', 'x', 5, true, []])('is refused only where it is no object: %j', (body) => {
    expect(() => readTagUpdate(body)).toThrow(
      new DomainError('request.invalid', 'The body says nothing of a collection'),
    );
  });

  it('is bounded: of a list without end the beginning is read', () => {
    const Items = Array.from({ length: 100_001 }, () => book('a'));
    expect(readTagUpdate({ Items }).bookIds).toHaveLength(100_000);
  });

  it('never ends in anything but what was said or a refusal', () => {
    const body = fc.oneof(fc.anything(), fc.record({ Name: fc.anything(), Items: fc.anything() }));
    fc.assert(
      fc.property(body, (said) => {
        let read: object | undefined;
        try {
          read = readTagUpdate(said);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
        for (const key of Object.keys(read ?? {})) expect(['name', 'bookIds']).toContain(key);
      }),
    );
  });
});

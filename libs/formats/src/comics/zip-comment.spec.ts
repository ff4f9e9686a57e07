import { bytesAccess } from '@octavo/domain';
import { aZip } from '@octavo/testing';
import { zipComment } from './zip-comment.js';

const commentOf = (bytes: Uint8Array) => zipComment(bytesAccess(bytes));

describe('the comment of a zip', () => {
  it.each([
    ['short', 'Grüße'],
    ['as long as it may be', 'x'.repeat(65_535)],
    ['one that looks like an end itself', `PK\x05\x06${'\0'.repeat(18)}after`],
    ['none', ''],
  ])('is read: %s', async (_, text) => {
    expect(await commentOf(aZip().with('a', 'b').withComment(text).build())).toBe(text);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('PK')],
    ['an end without its fields', Buffer.from('PK\x05\x06')],
    ['a zip with bytes behind it', Buffer.concat([aZip().withComment('x').build(), Buffer.from('more')])],
  ])('is none in %s', async (_, bytes) => expect(await commentOf(bytes)).toBe(''));
});

import { DomainError } from '@octavo/domain';
import { verdictOn } from './verdict.js';

const full = () => 0;

describe('the verdict on an error', () => {
  it.each([
    ['corrupt fails for good', new DomainError('file.unreadable'), 1, undefined],
    ['not found fails for good', new DomainError('book.not-found'), 1, undefined],
    ['unavailable waits as told', new DomainError('file.settling', '', { retryAfter: 7 }), 1, 7_000],
    ['unavailable waits longer each time where nothing is told', new DomainError('file.vanished'), 3, 4_000],
    ['a bug is tried again', new TypeError('x'), 1, 1_000],
    ['no wait is longer than five minutes', new Error('x'), 30, 300_000],
    ['the last attempt is the last', new Error('x'), 40, undefined],
  ])('%s', (_what, error, attempt, retryIn) => {
    expect(verdictOn(error, attempt, 40, full).retryIn).toBe(retryIn);
  });

  it('spreads those that failed together', () => {
    expect(verdictOn(new Error('x'), 5, 9, () => 1).retryIn).toBe(8_000);
  });

  it('names the code of what was foreseen, and nothing but the message of what was not', () => {
    expect(verdictOn(new DomainError('archive.bomb', 'too big'), 1, 1)).toMatchObject({
      code: 'archive.bomb',
      detail: 'too big',
      level: 'warn',
    });
    expect(verdictOn(new Error('oops'), 1, 1)).toMatchObject({ code: 'internal', detail: 'oops', level: 'error' });
    expect(verdictOn('thrown text', 1, 1).detail).toBe('thrown text');
  });
});

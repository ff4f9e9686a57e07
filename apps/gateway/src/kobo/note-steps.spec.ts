import type { Database } from '@octavo/database';
import type { PinoLogger } from 'nestjs-pino';
import { NoteSteps, stepOf } from './note-steps.js';

describe('the step of a sync', () => {
  it.each([
    ['POST', '/kobo/t/v1/auth/device', 'sign-in'],
    ['POST', '/kobo/t/v1/auth/refresh/', 'sign-in'],
    ['GET', '/kobo/t/v1/initialization', 'initialization'],
    ['POST', '/kobo/t/oauth/token', 'oidc'],
    ['GET', '/kobo/t/v1/library/sync?Filter=ALL', 'sync'],
    ['GET', '/kobo/t/v1/library/a,b/metadata', 'metadata'],
    ['GET', '/kobo/t/v1/books/a/file/kepub', 'download'],
    ['HEAD', '/kobo/t/v1/books/a/file/kepub', undefined],
    ['GET', '/kobo/t/v1/books/a/thumbnail/1/2/false/image.jpg', undefined],
    ['GET', '/kobo/t/oauth/authorize?x=v1/library/sync', undefined],
    ['DELETE', '/kobo/t/v1/library/sync', undefined],
    ['GET', '/kobo/t', undefined],
    ['GET', '', undefined],
  ])('%s %s is %s', (method, url, step) => expect(stepOf(method, url)).toBe(step));
});

describe('noting steps', () => {
  const sync = { method: 'GET', url: '/kobo/t/v1/library/sync' };
  const logger = { warn: jest.fn() } as unknown as PinoLogger;

  function noting(note: () => Promise<void>) {
    return new NoteSteps({ deviceSteps: { note } } as unknown as Database, logger);
  }

  afterEach(() => jest.useRealTimers());

  it('costs one write per device, step and half a minute', async () => {
    jest.useFakeTimers();
    const note = jest.fn(() => Promise.resolve());
    const steps = noting(note);
    for (let n = 0; n < 3; n++) await steps.note('a', sync);
    await steps.note('b', sync);
    await steps.note('a', { method: 'GET', url: '/kobo/t/v1/initialization' });
    await steps.note('a', { method: 'GET', url: '/kobo/t/v1/deals' });
    expect(note.mock.calls).toEqual([
      ['a', 'sync'],
      ['b', 'sync'],
      ['a', 'initialization'],
    ]);
    jest.advanceTimersByTime(31_000);
    await steps.note('a', sync);
    expect(note).toHaveBeenCalledTimes(4);
  });

  it('fails no request, and tries again at the next', async () => {
    const note = jest.fn(() => Promise.reject(new Error('no database')));
    const steps = noting(note);
    await steps.note('a', sync);
    await steps.note('a', sync);
    expect(note).toHaveBeenCalledTimes(2);
  });
});

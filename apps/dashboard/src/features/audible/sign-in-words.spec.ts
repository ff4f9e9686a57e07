import { isSignInLost, landingComplaint, timeLeftWords } from './sign-in-words.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const problem = (code: string, errors?: { path: string; message: string }[]) => ({
  ...{ type: `/problems/${code}`, title: 'A title', status: 422, detail: 'What was wrong.', instance: '' },
  ...(errors && { errors }),
});

describe('the time a sign-in may still take', () => {
  it.each([
    [900, '15 minutes left'],
    [899, '14 minutes left'],
    [61, '1 minute left'],
    [59, 'less than a minute left'],
    [0, undefined],
    [-60, undefined],
  ])('of %i seconds is “%s”', (seconds, words) => {
    expect(timeLeftWords(inSeconds(seconds), NOW)).toBe(words);
  });

  it('is over where nobody knows when it ends', () => {
    expect(timeLeftWords('soon', NOW)).toBeUndefined();
  });
});

describe('what the server says about the pasted address', () => {
  it('stands at the field, as the server words it', () => {
    const errors = [{ path: 'redirectUrl', message: 'This is the address of the sign-in page.' }];
    expect(landingComplaint(problem('input.invalid', errors))).toBe('This is the address of the sign-in page.');
    expect(landingComplaint(problem('audible.sign-in-failed'))).toBe('What was wrong.');
    expect(landingComplaint(problem('audible.sign-in-not-found'))).toBe('What was wrong.');
  });

  it('is nothing where it spoke of something else', () => {
    expect(landingComplaint(problem('audible.unreachable'))).toBeUndefined();
    expect(landingComplaint(undefined)).toBeUndefined();
  });

  it('may be that there is no such sign-in any more', () => {
    expect(isSignInLost(problem('audible.sign-in-not-found'))).toBe(true);
    expect(isSignInLost(problem('audible.sign-in-failed'))).toBe(false);
    expect(isSignInLost(undefined)).toBe(false);
  });
});

import { AUDIBLE_STATES } from '@octavo/contracts';
import { acceptedWords, canUse, importedWords, MODES, signInNeedOf } from './account-words.js';

describe('what keeps an account from being asked', () => {
  it('is nothing but that somebody has to sign in', () => {
    const needs = AUDIBLE_STATES.filter((state) => signInNeedOf({ name: 'Ann', state, detail: null }));
    expect(needs).toEqual(['REAUTH_REQUIRED', 'UNREADABLE']);
  });

  it('is told with what Audible said', () => {
    const need = signInNeedOf({ name: 'Ann', state: 'REAUTH_REQUIRED', detail: 'The device was removed' });
    expect(need?.title).toBe('Audible does not let “Ann” in any more');
    expect(need?.detail).toMatch(/^The device was removed\. Sign in again/);
  });
});

describe('the ways of authorising', () => {
  it('are those the account has credentials for, or whichever works', () => {
    const open = (...ways: ('signing' | 'token')[]) =>
      MODES.filter(({ mode }) => canUse(mode, ways)).map(({ mode }) => mode);
    expect(open('signing', 'token')).toEqual(['auto', 'signing', 'token']);
    expect(open('token')).toEqual(['auto', 'token']);
    expect(open()).toEqual([]);
  });
});

describe('a sync that was asked for', () => {
  const job = (notBefore?: string) => ({ storeId: 's', jobId: 'j', ...(notBefore !== undefined && { notBefore }) });

  it('begins', () => {
    expect(acceptedWords({ jobId: 'j', jobs: [job(), job()] })).toBe('Syncing now');
    expect(acceptedWords({ jobId: 'j', jobs: [] })).toBe('Syncing now');
  });

  it('waits as long as Audible wants, where it does', () => {
    const until = '2026-11-22T12:00:00Z';
    expect(acceptedWords({ jobId: 'j', jobs: [job(until)] })).toMatch(/until 22 Nov 2026.* It is synced then\.$/);
    expect(acceptedWords({ jobId: 'j', jobs: [job(until), job()] })).toMatch(/What may be asked is synced now\.$/);
  });
});

describe('accounts out of a file', () => {
  it('are named where it is one, and counted where they are several', () => {
    expect(importedWords({ name: 'Ann', others: [] })).toMatch(/^“Ann” is connected/);
    expect(importedWords({ name: 'Ann', others: [{ name: 'Ben' }] })).toMatch(/^2 accounts are connected/);
  });
});

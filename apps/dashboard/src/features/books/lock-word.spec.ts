import { lockWord } from './lock-word.js';

describe('what keeps a book closed', () => {
  it('is a word for its badge, and a password another', () => {
    expect(lockWord([])).toBeUndefined();
    expect(lockWord([{ drm: null }])).toBeUndefined();
    expect(lockWord([{ drm: null }, { drm: 'audible' }])).toBe('DRM');
    expect(lockWord([{ drm: 'password' }])).toBe('Password');
    expect(lockWord([{ drm: 'password' }, { drm: 'kindle' }])).toBe('DRM');
  });
});

import { isLocked, type Origins } from './origins.js';
import { lockParts } from './lock-parts.js';

describe('locks', () => {
  it('holds a field that has a value, and lets it go as it was', () => {
    const origins: Origins = { title: { source: 'enrichment', provider: 'amazon' } };
    const held = lockParts(origins, { title: true });
    expect(held).toEqual({ title: { source: 'enrichment', provider: 'amazon', locked: true } });
    expect(lockParts(held, { title: false })).toEqual(origins);
  });

  it('holds a field of which nobody has said anything', () => {
    const held = lockParts({}, { subtitle: true });
    expect(isLocked(held, 'subtitle')).toBe(true);
  });

  it('holds one part of a field, or all of them', () => {
    const origins: Origins = { 'contributors.author': { source: 'file' } };
    const narrators = lockParts(origins, { 'contributors.narrator': true });
    expect(isLocked(narrators, 'contributors.narrator')).toBe(true);
    expect(isLocked(narrators, 'contributors.author')).toBe(false);
    const all = lockParts(origins, { contributors: true });
    expect(all.contributors).toEqual({ source: 'file', locked: true });
    expect(isLocked(all, 'contributors.narrator')).toBe(true);
    expect(isLocked(lockParts({ ...narrators, ...all }, { contributors: false }), 'contributors.narrator')).toBe(false);
  });

  it('takes nothing else', () => {
    const origins: Origins = { title: { source: 'file' }, publisher: { source: 'manual', locked: true } };
    expect(lockParts(origins, { title: true }).publisher).toEqual({ source: 'manual', locked: true });
    expect(lockParts(origins, { title: false }).publisher).toEqual({ source: 'manual', locked: true });
  });
});

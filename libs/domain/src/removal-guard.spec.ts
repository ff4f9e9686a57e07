import { whyHold } from './removal-guard.js';

const removal = (present: number, gone: number, more: { goneRecently?: number; confirmed?: number } = {}) =>
  whyHold({ present, gone, goneRecently: more.goneRecently ?? 0, confirmed: more.confirmed ?? null });

describe('a removal', () => {
  it.each([
    [200, 0],
    [200, 2],
    [200, 40],
    [100, 25],
    [5, 2],
    [8, 4],
    [50, 25],
    [3, 2],
  ])('of %d files of which %d are gone is believed', (present, gone) => {
    expect(removal(present, gone)).toBeUndefined();
  });

  it.each([
    [200, 150],
    [200, 41],
    [100, 26],
    [50, 26],
    [8, 5],
    [9, 5],
  ])('of %d files of which %d are gone waits for a word', (present, gone) => {
    expect(removal(present, gone)).toContain(`${gone} of ${present} files are gone`);
  });

  it.each([1, 2, 1_000])('that leaves nothing of %d files waits for a word', (present) => {
    expect(removal(present, present)).toMatch(/mounted/);
  });

  it('in many small steps is one removal', () => {
    expect(removal(180, 20, { goneRecently: 20 })).toBeUndefined();
    expect(removal(160, 20, { goneRecently: 40 })).toBeDefined();
  });

  it('that was confirmed is believed, up to as many files as were shown', () => {
    expect(removal(200, 150, { confirmed: 150 })).toBeUndefined();
    expect(removal(200, 200, { confirmed: 200 })).toBeUndefined();
    expect(removal(200, 151, { confirmed: 150 })).toBeDefined();
  });
});

import { kepubFinding } from './kepub.js';

const ALL = { kepub: 0, epub: 0, waiting: 0, failed: 0, none: 0, otherwise: 0, otherwiseBecause: null };

describe('books for devices', () => {
  it.each([
    [ALL, true, 'good', /^0 books ready as KEPUB\.$/],
    [{ ...ALL, kepub: 1 }, true, 'good', /^1 book ready as KEPUB\.$/],
    [
      { ...ALL, kepub: 5, epub: 2, waiting: 3, none: 1 },
      true,
      'good',
      /5 books.*2 ready as EPUB, 3 being prepared, 1 that no Kobo/,
    ],
    [{ ...ALL, epub: 2, failed: 1 }, true, 'warning', /^1 book could not be converted and goes as EPUB/],
    [{ ...ALL, epub: 2 }, false, 'warning', /KEPUB_CONVERT is off/],
    [{ ...ALL, kepub: 2, otherwise: 1, otherwiseBecause: 'x' }, true, 'warning', /^1 book is ready, but not made as/],
  ])('%j, converting %s: %s', (readiness, converts, state, detail) => {
    expect(kepubFinding(readiness, converts)).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });
});

import { kepubWords } from './kepub-words.js';

const kepub = (state: 'NONE' | 'PENDING' | 'READY' | 'FAILED', reason: string | null = null, size: number | null = null) => ({
  kepub: { state, reason, size, remark: null },
  format: 'epub' as const,
});

describe('what became of a KEPUB', () => {
  it.each([
    [kepub('READY', null, 1_200_000), 'Ready for Kobo (1.2 MB)'],
    [kepub('READY'), 'Ready for Kobo'],
    [kepub('PENDING'), 'Being made'],
    [
      kepub('FAILED', 'chapter 3 is broken.'),
      'Could not be made: chapter 3 is broken. A Kobo gets the EPUB as it is.',
    ],
    [{ ...kepub('FAILED', 'no page opens'), format: 'cbz' as const }, 'Could not be made: no page opens'],
    [kepub('READY', 'kepubify failed', 1_200_000), 'Ready for Kobo (1.2 MB). kepubify failed.'],
    [
      { kepub: { ...kepub('READY').kepub, remark: '1 page was mended.' }, format: 'epub' as const },
      'Ready for Kobo. 1 page was mended.',
    ],
    [kepub('NONE', 'its pages are fixed'), 'None: its pages are fixed'],
    [kepub('NONE'), 'None asked for'],
    [{ ...kepub('NONE'), format: 'kepub' as const }, undefined],
    [{ ...kepub('NONE', 'Only EPUBs become KEPUBs'), format: 'm4b' as const }, undefined],
  ])('%j', (file, words) => {
    expect(kepubWords(file)).toBe(words);
  });
});

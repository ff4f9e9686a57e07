import type { Format } from '@octavo/domain';
import { clockWords, playingTimeOf, playingTimeWords } from './playing-time.js';

const part = (format: Format, durationSec: number | null, missing = false) => ({ format, durationSec, missing });

describe('how long a book plays', () => {
  it('is the sum of its parts', () => {
    expect(playingTimeOf([part('mp3', 1_000), part('mp3', 500)])).toBe(1_500);
  });

  it('counts a book that lies there twice once', () => {
    expect(playingTimeOf([part('m4b', 1_510), part('mp3', 1_000), part('mp3', 500)])).toBe(1_510);
  });

  it('is not known where the length of a part is not', () => {
    expect(playingTimeOf([part('mp3', 1_000), part('mp3', null)])).toBeUndefined();
    expect(playingTimeOf([part('m4b', 1_510), part('mp3', null)])).toBe(1_510);
  });

  it('leaves out files that are gone, unless all are', () => {
    expect(playingTimeOf([part('mp3', 1_000), part('mp3', 500, true)])).toBe(1_000);
    expect(playingTimeOf([part('mp3', 1_000, true)])).toBe(1_000);
  });

  it('is nothing of a book to be read', () => {
    expect(playingTimeOf([part('epub', null)])).toBeUndefined();
    expect(playingTimeOf([])).toBeUndefined();
  });

  it.each([
    [0.4, '0 s'],
    [40, '40 s'],
    [59.4, '59 s'],
    [59.9, '1 min'],
    [60, '1 min'],
    [2_700, '45 min'],
    [3_599, '1 h'],
    [7_200, '2 h'],
    [40_980, '11 h 23 min'],
    [360_060, '100 h 1 min'],
  ])('%s seconds are “%s”', (seconds, words) => {
    expect(playingTimeWords(seconds)).toBe(words);
  });

  it.each([
    [0, '0:00'],
    [247.9, '4:07'],
    [3_725, '1:02:05'],
    [36_000, '10:00:00'],
  ])('the place at %s seconds is “%s”', (seconds, words) => {
    expect(clockWords(seconds)).toBe(words);
  });
});

import { FIND_STANDINGS } from '@octavo/contracts';
import { formWord, pageAddress, reasonWords, scoreWords, standingWord } from './find-words.js';

describe('a find in words', () => {
  it.each([
    [1, 'surely this book'],
    [0.9, 'most likely this book'],
    [0.8, 'perhaps this book'],
    [0.3, 'hardly this book'],
  ])('a score of %s is “%s”', (score, words) => {
    expect(scoreWords(score)).toBe(words);
  });

  it.each([
    ['title 1.00', 'the same title'],
    ['author 0.91', 'nearly the same author'],
    ['title 0.70', 'title alike by 70 %'],
    ['same ISBN', 'same ISBN'],
    ['another volume: 2, not 1', 'another volume: 2, not 1'],
  ])('“%s” is “%s”', (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
  });

  it('has a word for every standing, and for forms', () => {
    for (const standing of FIND_STANDINGS) expect(standingWord(standing)).toBeTruthy();
    expect(formWord('mass-market')).toBe('Mass market');
  });

  it.each([
    ['https://www.example.org/dp/1', true],
    ['http://127.0.0.1:8080/x', true],
    ['javascript:alert(1)', false],
    ['nonsense', false],
  ])('%s is a page: %s', (url, is) => {
    expect(pageAddress(url)).toBe(is ? url : undefined);
  });
});

import { takenWords } from './taken-words.js';

describe('what came of a find', () => {
  it.each([
    [undefined, 'It is being taken into “Emma”.'],
    [{ changed: [] }, '“Emma” is as it was: there was nothing to take.'],
    [{ changed: ['title', 'publishedDate'] }, 'Taken into “Emma”: Title, Published. Its history can take it back.'],
    [{ problem: 'It broke.' }, 'It could not be taken into “Emma”: It broke.'],
  ])('%j: %s', (result, words) => {
    expect(takenWords('Emma', result)).toBe(words);
  });
});

import { ApiProblem } from './api.js';
import { isWorthRepeating } from './worth-repeating.js';

const problem = (status: number) => new ApiProblem({ type: '', title: '', status, detail: '', instance: '' });

describe('asking again', () => {
  it.each([
    [0, true],
    [500, true],
    [503, true],
    [401, false],
    [404, false],
    [429, false],
    [200, false],
  ])('after a status of %i: %s', (status, expected) => {
    expect(isWorthRepeating(0, problem(status))).toBe(expected);
  });

  it('ends after two repetitions', () => {
    expect([0, 1, 2].map((failures) => isWorthRepeating(failures, problem(503)))).toEqual([true, true, false]);
  });

  it('never repeats what failed within the page', () => {
    expect(isWorthRepeating(0, new TypeError('undefined is not a function'))).toBe(false);
  });
});

import { isSwitchedOn } from './switched-on.js';

it.each([
  [true, true, undefined, true],
  [false, false, 'http://mirror', false],
  [null, false, undefined, true],
  [null, true, undefined, false],
  [null, true, 'http://mirror', true],
])('set to %j, scraping %j, at %j: %j', (on, scrapes, baseUrl, asked) => {
  expect(isSwitchedOn(on, { scrapes }, baseUrl)).toBe(asked);
});

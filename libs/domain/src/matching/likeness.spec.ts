import fc from 'fast-check';
import { nameLikeness } from './name-likeness.js';
import { editDistance, likeness } from './text-likeness.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('king', 'stephen', 's', 'e', 'jr', 'dune', 'the', '三体', 'Лев', ','), { maxLength: 6 })
    .map((words) => words.join(' ')),
);

it.each([
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['same', 'same', 0],
  ['ab', 'ba', 2],
])('the distance of %j and %j is %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

it.each([
  ['dune', 'dune', 1],
  ['dune', 'dune messiah', 0.63],
  ['foundation', 'foundation and empire', 0.63],
  ['dragon girl', 'girl dragon', 0.95],
  ['the', 'the the', 0.95],
  ['三体', '三体', 1],
  ['война и мир', '三体', 0],
  ['', '', 0],
])('%j and %j are alike by %d', (a, b, value) => {
  expect(likeness(a, b)).toBeCloseTo(value, 2);
});

it('is the same from both sides and between 0 and 1', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(nameLikeness(a, b)).toBe(nameLikeness(b, a));
      for (const value of [likeness(a, b), nameLikeness(a, b) ?? 0]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it.each([
  ['J.R.R. Tolkien', 'J. R. R. Tolkien', 1],
  ['JRR Tolkien', 'Tolkien, J. R. R.', 1],
  ['Cixin Liu', 'Liu Cixin', 0.95],
  ['刘 慈欣', '刘慈欣', 1],
  ['Bruce A. Tate', 'Bruce Tate', 0.95],
  ['S. King', 'Stephen King', 0.9],
  ['Stephen King', 'Stephan King', 0.85],
  ['Brian Herbert', 'Frank Herbert', 0.4],
  ['Tolkien', 'J. R. R. Tolkien', 0.75],
  ['Martin Luther King, Jr.', 'Martin Luther King', 1],
  ['Ursula K. Le Guin', 'Ursula K. LeGuin', 1],
  ['Anthony Burgess', 'Roger Lewis', 0],
])('the names %j and %j are alike by %d', (a, b, value) => {
  expect(nameLikeness(a, b)).toBeCloseTo(value, 2);
});

it('a name in another script says nothing', () => {
  expect(nameLikeness('Leo Tolstoy', 'Лев Толстой')).toBeUndefined();
  expect(nameLikeness('?!', 'Leo Tolstoy')).toBeDefined();
  expect(nameLikeness('', 'Leo Tolstoy')).toBeUndefined();
});

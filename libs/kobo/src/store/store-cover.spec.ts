import { storeCover } from './store-cover.js';

it('the store has covers of its own, by the same id and size', () => {
  const asked = { imageId: 'aaaaaaaa-0000-4000-8000-000000000000', width: 355, height: 530, grey: false };
  expect(storeCover(asked)).toBe(
    'https://cdn.kobo.com/book-images/aaaaaaaa-0000-4000-8000-000000000000/355/530/false/image.jpg',
  );
  for (const imageId of ['../x', 'a/b', 'a?b', 'a b', '@evil', 'x'.repeat(101), ''])
    expect(storeCover({ ...asked, imageId })).toBeUndefined();
});

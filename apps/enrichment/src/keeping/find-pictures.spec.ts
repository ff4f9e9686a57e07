import { candidate } from '../../test/told-books.js';
import { picturesKnown, toBePictured, withPictures } from './find-pictures.js';
import { findKey, findName, type FindToNote } from './new-finds.js';

const ADDRESSES = ['https://shop.example/a.jpg'] as const;

const find = (id: string, score = 0.8, over: Partial<FindToNote> = {}): FindToNote => {
  const one = candidate(id, { cover: ADDRESSES });
  return {
    provider: 'amazon',
    candidateId: findKey(one),
    candidate: one,
    score,
    reasons: [],
    standing: 'SUGGESTED',
    ...over,
  };
};
const ids = (finds: readonly FindToNote[]) => finds.map(({ candidateId }) => candidateId);
const NONE = new Map<string, string>();

describe('the pictures of suggestions', () => {
  it('are fetched of the best three, whichever provider has them', () => {
    const finds = [find('a', 0.8), find('b', 0.5), find('c', 0.9, { provider: 'goodreads' }), find('d', 0.7)];
    expect(ids(toBePictured(finds, NONE))).toEqual(['c', 'a', 'd']);
  });

  it('are none where there is none, where somebody has chosen already, and where it is known', () => {
    const bare = find('bare', 1, { candidate: candidate('bare') });
    const known = new Map([['amazon a', 'c1']]);
    const finds = [
      bare,
      find('taken', 1, { standing: 'ACCEPTED' }),
      find('a'),
      find('a', 0.5, { provider: 'goodreads' }),
    ];
    expect(toBePictured(finds, known).map(findName)).toEqual(['goodreads a']);
  });

  it('are known by provider and number, since two providers may have one number', () => {
    const row = (provider: string, coverId: string | null) => ({ provider, candidateId: 'a', coverId });
    expect(picturesKnown([row('amazon', 'c1'), row('goodreads', null)])).toEqual(new Map([['amazon a', 'c1']]));
  });

  it('stand with their finds, and nothing takes the place of those that are known', () => {
    const picture = { id: 'c2', mediaType: 'image/jpeg', width: 400, height: 600, size: 9 };
    const [a, b] = withPictures([find('a'), find('b')], new Map([['amazon b', picture]]));
    expect(a).not.toHaveProperty('coverId');
    expect(b).toMatchObject({ candidateId: 'b', coverId: 'c2' });
  });
});

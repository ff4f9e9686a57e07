import fc from 'fast-check';

export const DEVICES = 2;

/** What becomes of a request: lost on its way, answered in vain, answered twice, or answered too late to matter. */
export const FATES = [
  'arrives',
  'arrives',
  'arrives',
  'arrives',
  'request lost',
  'answer lost',
  'twice',
  'late',
] as const;
export type Fate = (typeof FATES)[number];

/** One thing that happens. */
export type Step =
  | { do: 'addBook' | 'replaceFile' | 'editBook' | 'deleteBook'; book: string }
  | { do: 'addShelf' | 'renameShelf' | 'deleteShelf'; shelf: string }
  | { do: 'putOnShelf' | 'takeOffShelf'; shelf: string; book: string }
  | { do: 'choose'; device: number; shelves: string[] | null }
  | { do: 'readInBrowser'; book: string }
  | { do: 'read' | 'delete' | 'sendAgain'; device: number; book: string }
  | { do: 'request'; device: number; fate: Fate }
  | { do: 'factoryReset' | 'signOut' | 'lateAnswer'; device: number };

const BOOKS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SHELVES = ['x', 'y', 'z'];

const book = fc.constantFrom(...BOOKS);
const shelf = fc.constantFrom(...SHELVES);
const device = fc.nat({ max: DEVICES - 1 });
const what = <Do extends string>(...names: Do[]) => fc.constantFrom(...names);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: what('addBook'), book }) },
  { weight: 4, arbitrary: fc.record({ do: what('replaceFile', 'editBook', 'deleteBook'), book }) },
  { weight: 2, arbitrary: fc.record({ do: what('addShelf', 'renameShelf', 'deleteShelf'), shelf }) },
  { weight: 4, arbitrary: fc.record({ do: what('putOnShelf', 'takeOffShelf'), shelf, book }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: what('choose'),
      device,
      shelves: fc.option(fc.uniqueArray(shelf, { minLength: 1 }), { nil: null }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: what('readInBrowser'), book }) },
  { weight: 4, arbitrary: fc.record({ do: what('read', 'read', 'delete', 'sendAgain'), device, book }) },
  { weight: 14, arbitrary: fc.record({ do: what('request'), device, fate: fc.constantFrom(...FATES) }) },
  { weight: 1, arbitrary: fc.record({ do: what('factoryReset', 'signOut', 'lateAnswer', 'lateAnswer'), device }) },
);

/** A random history; a third of its answers is lost, repeated or late. */
export const histories: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 70, size: 'max' });

import { DeviceScope } from '@octavo/contracts';
import { choiceOf, scopeOf } from './scope-choice.js';

const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const scopes: DeviceScope[] = [
  { kind: 'everything' },
  { kind: 'libraries', libraryIds: [id] },
  { kind: 'shelves', shelfIds: [id] },
];

describe('a choice of books', () => {
  it.each(scopes)('%j comes out of the form as it went in', (scope) => {
    expect(scopeOf(choiceOf(scope))).toEqual(scope);
  });

  it('keeps what was ticked of another kind to itself', () => {
    const choice = { ...choiceOf({ kind: 'libraries', libraryIds: [id] }), kind: 'shelves' as const };
    expect(DeviceScope.parse(scopeOf(choice))).toEqual({ kind: 'shelves', shelfIds: [] });
    expect(scopeOf({ ...choice, kind: 'libraries' })).toEqual({ kind: 'libraries', libraryIds: [id] });
  });
});

import { acceptByPatience, type DoubtGuard, type SyncCensus, whyDoubt } from './why-doubt.js';

const GOOD: SyncCensus = {
  ...{ present: 200, gone: 2, listed: 198, baseCount: 12, goneRecently: 0, confirmed: null },
  ...{ whole: true, identityChanged: false, refused: false },
};
const doubt = (census: Partial<SyncCensus>) => whyDoubt({ ...GOOD, ...census });
/** What trips each guard, the gravest first. */
const TRIPS: [DoubtGuard, Partial<SyncCensus>][] = [
  ['G1', { whole: false }],
  ['G6', { refused: true }],
  ['G5', { identityChanged: true }],
  ['G2', { baseCount: 0 }],
  ['G3', { listed: 0 }],
  ['G4', { gone: 150 }],
];

describe('files that are gone after a run', () => {
  it('are gone where nothing speaks against it', () => expect(doubt({})).toBeUndefined());

  it.each(TRIPS)('are doubted by %s', (guard, census) => expect(doubt(census)).toMatchObject({ guard }));

  it('are doubted for the gravest reason', () => {
    TRIPS.forEach(([guard], at) => {
      const all = Object.assign({}, ...TRIPS.slice(at).map(([, census]) => census)) as Partial<SyncCensus>;
      expect(doubt(all)).toMatchObject({ guard });
    });
  });

  it('are nothing to doubt where there are none', () => {
    for (const [, census] of TRIPS) expect(doubt({ ...census, gone: 0 })).toBeUndefined();
    expect(doubt({ present: 0, gone: 0, listed: 0, baseCount: 0 })).toBeUndefined();
  });

  it.each([
    [200, 40],
    [100, 25],
    [1_000, 200],
    [99, 49],
    [50, 25],
    [8, 4],
    [4, 4],
    [1, 1],
  ])('of %d files are believed to be %d', (present, gone) => expect(doubt({ present, gone })).toBeUndefined());

  it.each([
    [200, 41],
    [200, 150],
    [100, 26],
    [1_000, 201],
    [99, 50],
    [50, 26],
    [8, 5],
    [5, 5],
  ])('of %d files are too many when they are %d', (present, gone) =>
    expect(doubt({ present, gone })).toEqual({
      guard: 'G4',
      because: `${gone} of ${present} files are gone. Was that meant?`,
      confirmable: true,
    }),
  );

  it('are counted together when they go in many small steps', () => {
    expect(doubt({ present: 180, gone: 20, goneRecently: 20 })).toBeUndefined();
    expect(doubt({ present: 160, gone: 20, goneRecently: 40 })).toMatchObject({ guard: 'G4' });
  });

  it('may be confirmed, up to as many as were shown, unless the run proves nothing', () => {
    for (const [guard, census] of TRIPS) {
      const { confirmable } = doubt(census)!;
      expect([guard, confirmable]).toEqual([guard, guard !== 'G1' && guard !== 'G6']);
      const gone = census.gone ?? GOOD.gone;
      expect(doubt({ ...census, confirmed: gone }) === undefined).toBe(confirmable);
      expect(doubt({ ...census, confirmed: gone - 1 })).toMatchObject({ guard });
    }
  });

  it('are spoken of in a plain sentence', () => {
    for (const [, census] of TRIPS) {
      const { because } = doubt(census)!;
      expect(because).toMatch(/^[A-Z0-9].*[.?]$/);
      expect(because.length).toBeLessThan(120);
    }
    const sentences = [
      [1, 1],
      [3, 1],
      [3, 2],
    ].map(([present, gone]) => doubt({ present, gone, listed: 0 })!.because);
    expect(sentences.map((one) => /, and (.*)\. /.exec(one)?.[1])).toEqual([
      'the only file is gone',
      '1 of 3 files is gone',
      '2 of 3 files are gone',
    ]);
  });
});

describe('patience with a doubt', () => {
  const NOW = new Date('2026-11-22T12:00:00Z');
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);

  it.each<[DoubtGuard, number, number, boolean]>([
    ['G4', 10, 7, true],
    ['G5', 10, 7, true],
    ['G4', 500, 400, true],
    ['G4', 9, 7, false],
    ['G4', 10, 6.99, false],
    ['G1', 500, 400, false],
    ['G2', 500, 400, false],
    ['G3', 500, 400, false],
    ['G6', 500, 400, false],
  ])('of %s after %d runs and %d days ends: %s', (guard, completeRuns, days, expected) =>
    expect(acceptByPatience({ guard, completeRuns, sameSince: daysAgo(days), now: NOW })).toBe(expected),
  );
});

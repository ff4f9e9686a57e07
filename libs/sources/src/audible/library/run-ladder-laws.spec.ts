import { AudibleError } from '../audible-error.js';
import { beginLadder, type LadderEnd } from './ladder/index.js';
import { asinOf, breakOff, ModelLibrary, shelf, type ModelItem, type ModelManners } from './testing/model-library.js';
import { chance, type Chance } from './testing/chance.js';
import { GROUPS, Keeper, Visit } from './testing/visit.js';

const NOW = Date.UTC(2026, 0, 1);

/** Titles with dates as libraries have them: mostly apart, some at one moment, few without. */
function someShelf(random: Chance, count: number): ModelItem[] {
  const [ties, gaps] = [
    random.below(3) === 0 ? random.below(count + 1) : 0,
    random.below(4) === 0 ? random.below(9) : 0,
  ];
  const from = random.below(count + 1);
  return shelf(count, (at) => {
    if (random.below(Math.max(count, 1)) < gaps)
      return { purchase_date: random.below(2) === 0 ? null : '1970-01-01T00:00:00.000Z' };
    return at >= from && at < from + ties ? { purchase_date: '2015-01-01T00:00:00.000Z' } : {};
  });
}

function someManners(random: Chance): ModelManners {
  const now = (share: number) => random.below(share) === 0;
  return {
    strict: now(2),
    ignoresPage: now(5),
    ignoresSort: now(12),
    ignoresWindow: now(8),
    noTotal: now(3),
    sameTies: now(3),
    undatedNewest: now(3),
    ...(now(4) && { chain: now(2) ? ('offered' as const) : ('demanded' as const) }),
    ...(now(10) && { chainEnds: 10 * random.below(30) }),
    ...(now(6) && { deepest: 1000 + 100 * random.below(20) }),
  };
}

/** Bought, returned, or brought to the head again by a new episode. */
function disturb(library: ModelLibrary, random: Chance, stayed: Set<string>): void {
  const { items } = library;
  const at = random.below(3) === 0 ? items.length - 1 : random.below(items.length);
  const kind = random.below(3);
  const fresh = {
    asin: asinOf(900_000 + random.below(90_000)),
    title: 'N',
    purchase_date: new Date(NOW + library.asked.length).toISOString(),
  };
  if (kind === 0) return library.change([...items, fresh]);
  const taken = items[at];
  if (!taken) return;
  const rest = items.filter((one) => one !== taken);
  if (kind === 2) return library.change([...rest, { ...taken, purchase_date: fresh.purchase_date }]);
  stayed.delete(taken.asin);
  library.change(rest);
}

/** Goes on after each death of the worker, as its supervisor would have it. */
async function walkOn(keeper: Keeper, library: ModelLibrary): Promise<LadderEnd> {
  for (let lives = 10; ; lives -= 1) {
    try {
      return await keeper.walk(new Visit(library.ask));
    } catch (error) {
      if (!(error instanceof AudibleError) || error.reason !== 'unreachable' || lives === 0) throw error;
    }
  }
}

describe('whatever the library and the server are like', () => {
  it.each(Array.from({ length: 12 }, (_, at) => at))(
    'what stayed all the time is read, or it says that some is not (%i)',
    async (seed) => {
      let complete = 0;
      for (let round = 0; round < 60; round += 1) {
        const random = chance(seed * 1000 + round);
        const count = random.below(round % 20 === 0 ? 3000 : 300);
        const items = someShelf(random, count);
        const stayed = new Set(items.map(({ asin }) => asin));
        const pageSize = round % 20 === 0 ? 100 + random.below(900) : 10 + random.below(60);
        const changes = random.below(2) === 0 ? 0 : 1 + random.below(4);
        const until = 2 + random.below(Math.ceil(count / pageSize) + 4);
        const disturbed = new Set(Array.from({ length: changes }, () => 1 + random.below(until)));
        const deaths = new Set(Array.from({ length: random.below(4) }, () => 1 + random.below(until)));
        const manners = someManners(random);
        const before = (call: number, library: ModelLibrary) => disturbed.has(call) && disturb(library, random, stayed);
        const library = new ModelLibrary(items, {
          ...manners,
          before,
          instead: (call) => (deaths.has(call) ? breakOff() : undefined),
        });
        const keeper = new Keeper(beginLadder({ groups: GROUPS, pageSize }));
        const end = await walkOn(keeper, library);
        const missing = [...stayed].filter((asin) => !keeper.met.has(asin)).length;
        const told = JSON.stringify({ seed, round, count, pageSize, manners, disturbed: [...disturbed], end });
        expect([told, end.complete ? missing : 0, end.seen]).toEqual([told, 0, keeper.met.size]);
        if (end.mayConcludeAbsence) expect([told, keeper.met.size]).toEqual([told, library.items.length]);
        expect([told, end.calls <= Math.max(200, count / pageSize + 20)]).toEqual([told, true]);
        if (end.complete) complete += 1;
      }
      expect(complete).toBeGreaterThan(25);
    },
  );
});

import { chooseCover, type CoverFacts, type CoverRules, type KeptCover } from './choose-cover.js';

const NORMAL: CoverRules = { mode: 'normal', overrides: false };
const OVERRIDES: CoverRules = { mode: 'normal', overrides: true };
const REFRESH: CoverRules = { mode: 'refresh', overrides: false };
const cover = (source: CoverFacts['source'], width = 600, height = 900): CoverFacts => ({ source, width, height });
const kept = (of?: CoverFacts, more: Partial<KeptCover> = {}): KeptCover => ({
  ...(of && { cover: of }),
  isPageBased: false,
  ...more,
});

type Row = [what: string, kept: KeptCover, offers: CoverFacts[], rules: CoverRules, taken: number | undefined];
const found = (width: number, height: number) => cover('enrichment', width, height);

it.each<Row>([
  ['none there: the one that was found', kept(), [found(100, 150)], NORMAL, 0],
  [
    'none there: the one in the file before the one found',
    kept(),
    [found(200, 300), cover('file', 200, 300)],
    NORMAL,
    1,
  ],
  [
    'none there: a clearly better one, where that is allowed',
    kept(),
    [found(2_000, 3_000), cover('file', 200, 300)],
    OVERRIDES,
    0,
  ],
  ['in the file: not what was found', kept(cover('file')), [found(2_000, 3_000)], NORMAL, undefined],
  [
    'in the file: what is found larger, where that is allowed',
    kept(cover('file')),
    [found(1_200, 1_800)],
    OVERRIDES,
    0,
  ],
  ['in the file: not what is hardly larger', kept(cover('file')), [found(700, 1_050)], OVERRIDES, undefined],
  ['in the file: not what is smaller', kept(cover('file')), [found(300, 450)], OVERRIDES, undefined],
  ['in the file: not a square', kept(cover('file')), [found(2_000, 2_000)], OVERRIDES, undefined],
  ['in the file: the new one of a changed file', kept(cover('file')), [cover('file', 300, 400)], NORMAL, 0],
  ['in the file: a sidecar', kept(cover('file')), [cover('sidecar', 300, 450)], NORMAL, 0],
  ['a sidecar: not the file', kept(cover('sidecar')), [cover('file', 900, 1_350)], NORMAL, undefined],
  ['found: the file', kept(cover('enrichment')), [cover('file', 300, 450)], NORMAL, 0],
  [
    'found in place of that of the file: not the file again',
    kept(found(2_000, 3_000)),
    [cover('file')],
    OVERRIDES,
    undefined,
  ],
  ['found: a larger one', kept(found(600, 900)), [found(601, 900)], NORMAL, 0],
  ['found: not one as large', kept(found(600, 900)), [found(600, 900)], NORMAL, undefined],
  ['chosen: nothing', kept(cover('manual', 10, 15)), [found(2_000, 3_000), cover('sidecar')], OVERRIDES, undefined],
  ['chosen: what another person chooses', kept(cover('manual')), [cover('manual', 10, 10)], NORMAL, 0],
  ['chosen: the file in a refresh', kept(cover('manual')), [cover('file', 300, 450)], REFRESH, 0],
  [
    'chosen: nothing smaller that was found, not even in a refresh',
    kept(cover('manual')),
    [found(300, 450)],
    REFRESH,
    undefined,
  ],
  ['locked: nothing', kept(cover('file'), { isLocked: true }), [cover('file')], REFRESH, undefined],
  ['taken away: nothing', kept(undefined, { isCleared: true }), [cover('file')], NORMAL, undefined],
  ['taken away: the file in a refresh', kept(undefined, { isCleared: true }), [cover('file')], REFRESH, 0],
  [
    'a first page: not what was found',
    kept(cover('file'), { isPageBased: true }),
    [found(2_000, 3_000)],
    OVERRIDES,
    undefined,
  ],
  ['no first page: what was found', kept(undefined, { isPageBased: true }), [found(2_000, 3_000)], NORMAL, 0],
  ['no size is no cover', kept(), [cover('file', 0, 900), cover('file', NaN, 900)], NORMAL, undefined],
  ['nothing is offered', kept(cover('file')), [], REFRESH, undefined],
])('%s', (_, before, offers, rules, taken) => {
  const { take, reason } = chooseCover(before, offers, rules);
  expect(take).toBe(taken === undefined ? undefined : offers[taken]);
  expect(reason).toMatch(/^\S/);
});

it('a second run over the same covers ends with the same', () => {
  const offers = [cover('file'), found(1_200, 1_800)];
  const { take } = chooseCover(kept(), offers, OVERRIDES);
  expect(take).toBe(offers[1]);
  expect(chooseCover(kept(take), offers, OVERRIDES).take).toBeUndefined();
});

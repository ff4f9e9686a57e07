import { PROGRESS_GROUPS, RECOMMENDED_GROUPS } from '../query.js';
import { readTold } from '../testing/read.js';
import { combine } from './combine.js';
import { itemContext } from './read-item.js';

const told = (fields: object, groups = RECOMMENDED_GROUPS) => readTold(fields, itemContext(groups));
const kept = told({
  subtitle: 'A Voyage',
  authors: [{ name: 'Ines Marlow' }],
  series: [{ title: 'Harbour' }],
  publisher_summary: '<p>Fog.</p>',
  product_images: 'https://m.media-amazon.com/a.jpg',
  runtime_length_min: 600,
  percent_complete: 40,
  content_delivery_type: 'PodcastParent',
  status: 'Active',
});

describe('what is kept and what is told', () => {
  it.each([
    { publisher_summary: null },
    { product_images: null },
    { product_images: {} },
    { authors: null },
    { authors: [null] },
    { runtime_length_min: 'abc' },
    { runtime_length_min: null },
  ])('is not erased by %j', (fields) => {
    const same = { subtitle: 'A Voyage', series: [{ title: 'Harbour' }], percent_complete: 40, ...fields };
    expect(combine(kept, told(same))).toEqual(kept);
  });

  it('loses what is told to be gone', () => {
    const now = combine(kept, told({ subtitle: null, series: [], authors: [], percent_complete: null }));
    expect(now).toMatchObject({
      subtitle: null,
      series: [],
      authors: [],
      percentComplete: null,
      summaryHtml: '<p>Fog.</p>',
    });
  });

  it('loses nothing by groups that were not asked for', () => {
    const light = told(
      { title: null, subtitle: null, series: null, percent_complete: 55, is_finished: true },
      PROGRESS_GROUPS,
    );
    expect(combine(kept, light)).toEqual({ ...kept, percentComplete: 55, isFinished: true });
  });

  it('takes over what changed', () => {
    const now = combine(
      kept,
      told({ title: 'Salt Ways', runtime_length_min: 601, subtitle: 'X', series: [{ title: 'Other' }] }),
    );
    expect(now).toMatchObject({
      title: 'Salt Ways',
      runtimeMin: 601,
      subtitle: 'X',
      series: [{ title: 'Other' }],
      kind: 'podcast',
    });
  });

  it('changes nothing by a hollow answer but whether the title is there', () => {
    expect(combine(kept, told({ title: null, authors: [], runtime_length_min: 1 }))).toEqual(kept);
    expect(combine({ ...kept, status: 'Revoked' }, told({ title: null, status: 'Active' })).status).toBe('Active');
    expect(combine(kept, told({ title: null, subtitle: undefined, status: 'Revoked' }))).toMatchObject({
      title: 'Salt Roads',
      status: 'Revoked',
    });
  });

  it('makes a hollow item whole', () => {
    const hollow = told({ title: null, sku_lite: 'S' });
    expect(combine(hollow, told({}))).toMatchObject({ hollow: false, title: 'Salt Roads', skuLite: 'S' });
    expect(combine(hollow, told({ title: null, percent_complete: 3 }, PROGRESS_GROUPS)).hollow).toBe(true);
    expect(combine(hollow, hollow)).toEqual(hollow);
  });

  it('is the same when told twice', () => {
    for (const news of [told({}), told({ series: [], subtitle: 'x' }), told({ title: null }), kept]) {
      const once = combine(kept, news);
      expect(combine(once, news)).toEqual(once);
    }
  });
});

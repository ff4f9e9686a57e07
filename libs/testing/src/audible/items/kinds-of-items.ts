/** In two parts, told in the wrong order. */
export const PARTS_BOOK = {
  content_delivery_type: 'MultiPartBook',
  has_children: true,
  relationships: [part(2), part(1)],
} as const;

/** A whole podcast; how many episodes it has is a text. */
export const PODCAST = {
  content_type: 'Podcast',
  content_delivery_type: 'PodcastParent',
  episode_count: '148',
  has_children: true,
  runtime_length_min: null,
  series: null,
} as const;

/** An episode of a podcast. */
export const EPISODE = {
  content_type: 'Episode',
  content_delivery_type: 'PodcastEpisode',
  episode_number: 7,
  season_number: 1,
  episode_type: 'full',
  series: null,
} as const;

/** Borrowed for as long as a plan lasts. */
export const PLUS_TITLE = {
  is_ayce: true,
  plans: [
    { plan_name: 'US Minerva', start_date: '2021-12-12T20:51:00.00051Z', end_date: '2099-12-31T12:00:00.00000Z' },
  ],
  origin_type: 'Subscription',
  customer_rights: { is_consumable: true, is_consumable_indefinitely: false, is_consumable_offline: true },
} as const;

/** Bought and not yet out. */
export const PRE_ORDER = {
  release_date: '2099-05-01',
  issue_date: '2099-05-01',
  runtime_length_min: null,
  is_released: false,
  is_prereleased: true,
} as const;

function part(number: number) {
  const sku = `BK_PART_00000${number}`;
  const kind = { relationship_to_product: 'child', relationship_type: 'component' } as const;
  return { asin: `B0PART000${number}`, ...kind, sequence: '', sort: String(number), sku, sku_lite: sku } as const;
}

/**
 * What each response group brings. Where no survey says which group a field belongs to, it is with product_attrs. Fields
 * that stand here nowhere come always.
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  product_desc: ['title', 'subtitle'],
  product_attrs: [
    ...['content_type', 'content_delivery_type', 'format_type', 'has_children', 'is_adult_product', 'is_listenable'],
    ...['issue_date', 'release_date', 'publication_datetime', 'publication_name', 'language', 'merchandising_summary'],
    ...['runtime_length_min', 'thesaurus_subject_keywords', 'available_codecs', 'content_rating', 'asset_details'],
    ...['episode_count', 'episode_number', 'episode_type', 'season_number', 'is_buyable', 'is_released'],
    ...['is_prereleased', 'voice_description', 'read_along_support'],
  ],
  contributors: ['authors', 'narrators', 'publisher_name'],
  media: ['product_images', 'social_media_images', 'runtime_length_min'],
  series: ['series'],
  product_extended_attrs: ['publisher_summary', 'editorial_reviews', 'audible_editors_summary'],
  product_details: ['extended_product_description', 'copyright', 'isbn', 'platinum_keywords'],
  category_ladders: ['category_ladders'],
  rating: ['rating'],
  provided_review: ['provided_review'],
  relationships: ['relationships'],
  relationships_v2: ['relationships'],
  product_plans: ['plans'],
  product_plan_details: ['plans'],
  price: ['price'],
  pdf_url: ['pdf_url', 'is_pdf_url_available'],
  is_finished: ['is_finished'],
  percent_complete: ['percent_complete'],
  listening_status: ['listening_status'],
  customer_rights: ['customer_rights'],
  is_archived: ['is_archived'],
  is_downloaded: ['is_downloaded'],
  is_playable: ['is_playable'],
  is_removable: ['is_removable'],
  is_returnable: ['is_returnable'],
  is_visible: ['is_visible'],
  origin_asin: ['origin_asin', 'origin_id', 'origin_marketplace', 'origin_type'],
  badge_types: ['origin_asin', 'origin_id', 'origin_marketplace', 'origin_type'],
  origin: ['origin_asin', 'origin_id', 'origin_marketplace', 'origin_type'],
  order_details: ['order_id', 'order_item_id'],
  sku: ['sku'],
  sample: ['sample_url'],
};

/** Known, and of no consequence here. */
const WITHOUT_FIELDS = [
  ...['badges', 'categories', 'category_media', 'category_metadata', 'claim_code_url', 'in_wishlist', 'periodicals'],
  ...['profile_sharing', 'review_attrs', 'reviews', 'shared', 'ws4v', 'ws4v_rights'],
];

const GROUPS: ReadonlySet<string> = new Set([...Object.keys(FIELDS), ...WITHOUT_FIELDS]);

/** All a title says about its owner: the catalogue knows neither the groups nor the fields. */
export const OWNERS_GROUPS: ReadonlySet<string> = new Set([
  ...['is_archived', 'is_downloaded', 'is_finished', 'is_playable', 'is_removable', 'is_returnable', 'is_visible'],
  ...['listening_status', 'order_details', 'origin', 'origin_asin', 'percent_complete', 'provided_review'],
]);

/** Said of titles whatever is asked, by a library alone. */
export const OWNERS_FIELDS: ReadonlySet<string> = new Set([
  'purchase_date',
  'library_status',
  'status',
  'provided_review',
]);

/** Fields that come only where their group was asked for. */
export const GROUPED_FIELDS: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());

/** The groups of a comma list; spaces do not matter. */
export function groupsIn(list: string | null): string[] {
  return (list ?? '')
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '');
}

/** The first group nobody knows. */
export function unknownGroup(groups: readonly string[], also: ReadonlySet<string> = new Set()): string | undefined {
  return groups.find((group) => !GROUPS.has(group) || also.has(group));
}

/** The fields that these groups bring. A review of one's own is there only beside `rating`. */
export function fieldsOf(groups: readonly string[]): ReadonlySet<string> {
  const fields = new Set(groups.flatMap((group) => FIELDS[group] ?? []));
  if (!groups.includes('rating')) fields.delete('provided_review');
  return fields;
}

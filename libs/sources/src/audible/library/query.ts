import type { Query } from '../target.js';

/** The least that is asked of each title. */
export const SEED_GROUPS = 'product_attrs,product_desc,media,contributors,series';
/** All that is worth keeping and does not make the server slow. */
export const RECOMMENDED_GROUPS = [
  SEED_GROUPS,
  'product_extended_attrs,product_details,relationships_v2',
  'is_finished,percent_complete,listening_status',
  'customer_rights,pdf_url,category_ladders,rating,product_plans,origin_asin,is_archived,sku',
].join(',');
/** Only how far each title was listened to: what changes without the state token moving. */
export const PROGRESS_GROUPS = 'is_finished,percent_complete,listening_status';

/** Sizes up to 500 and above it are made of different pictures. */
export const IMAGE_SIZES = '500,1215';

export const LARGEST_PAGE = 1000;
/** What a page is not halved below. */
export const SMALLEST_PAGE = 50;
/** What may be configured. */
export const LEAST_PAGE = 10;
/** Pages times their size beyond this are refused. */
export const DEEPEST_ROW = 10_000;

export type SortOrder = '-PurchaseDate' | 'PurchaseDate';

/** One question for a page of the library. Without a `page` above 1 none is named: some servers know only tokens. */
export interface LibraryQuestion {
  groups: string;
  pageSize: number;
  page?: number | undefined;
  sort?: SortOrder | undefined;
  /** ISO 8601. */
  purchasedAfter?: string | undefined;
  continuation?: string | undefined;
  /** With it only changes are told, titles that went among them. */
  stateToken?: string | undefined;
}

export const LIBRARY_PATH = '/1.0/library';

/** The parameters of a question, those that every page of a walk repeats first. */
export function libraryQuery(question: LibraryQuestion): Query {
  const { groups, pageSize, page = 1, sort, purchasedAfter, continuation, stateToken } = question;
  const parameters: [string, string | undefined][] = [
    ['num_results', String(pageSize)],
    ['sort_by', sort],
    ['response_groups', groups],
    ['image_sizes', IMAGE_SIZES],
    ['state_token', stateToken],
    ['status', stateToken === undefined ? undefined : 'Active,Revoked'],
    ['include_pending', stateToken === undefined ? undefined : 'true'],
    ['purchased_after', purchasedAfter],
    ['page', page > 1 ? String(page) : undefined],
    ['continuation_token', continuation],
  ];
  return parameters.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The names in a list of groups. */
export function groupsIn(groups: string): Set<string> {
  return new Set(
    groups
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
}

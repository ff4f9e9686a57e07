import type { AudibleManners } from './audible-manners.js';
import { groupsIn, unknownGroup } from './response-groups.js';

/** Says what a value must be and is not. */
export type Constraint = (value: string) => string | undefined;

export type Constraints = Readonly<Record<string, Constraint>>;

export const SORT_ORDERS = [
  ...['-Author', '-Length', '-Narrator', '-PurchaseDate', '-Title'],
  ...['Author', 'Length', 'Narrator', 'PurchaseDate', 'Title'],
];

const IMAGE_SIZES = '252,315,360,408,500,558,570,882,900,1024,1215'.split(',');
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const pattern = (fits: RegExp) => (value: string) =>
  fits.test(value) ? undefined : `Member must satisfy regular expression pattern: ${fits.source}`;

const within =
  (most: number): Constraint =>
  (value) => {
    if (!/^\d+$/.test(value)) return pattern(/^\d+$/)(value);
    if (Number(value) < 1) return 'Member must have value greater than or equal to 1';
    return Number(value) > most ? `Member must have value less than or equal to ${most}` : undefined;
  };

const listOf =
  (allowed: readonly string[]): Constraint =>
  (value) =>
    value.split(',').every((one) => allowed.includes(one.trim()))
      ? undefined
      : `Member must satisfy enum value set: [${allowed.join(', ')}]`;

const groups =
  (names: boolean | undefined, also?: ReadonlySet<string>): Constraint =>
  (value) => {
    const unknown = unknownGroup(groupsIn(value), also);
    return unknown === undefined ? undefined : `Invalid response group${names ? `: ${unknown}` : ''}`;
  };

/** What a listing of the library wants of its parameters. Others are not looked at. */
export function libraryConstraints({ namesInvalidGroup, continuation }: AudibleManners): Constraints {
  return {
    num_results: within(1000),
    page: continuation === 'required' ? () => 'Member must not be given' : within(Number.MAX_SAFE_INTEGER),
    sort_by: (value) => (SORT_ORDERS.includes(value) ? undefined : listOf(SORT_ORDERS)('')),
    response_groups: groups(namesInvalidGroup),
    image_sizes: listOf(IMAGE_SIZES),
    purchased_after: (value) => (Number.isNaN(Date.parse(value)) ? pattern(MOMENT)('') : pattern(MOMENT)(value)),
    status: listOf(['Active', 'Revoked']),
    include_pending: (value) => (['true', 'false'].includes(value) ? undefined : listOf(['true', 'false'])('')),
    state_token: pattern(/^\d+$/),
  };
}

/** What a question for products wants; `most` of them at once. */
export function catalogueConstraints(most: number, known: AudibleManners, owners: ReadonlySet<string>): Constraints {
  return {
    response_groups: groups(known.namesInvalidGroup, owners),
    image_sizes: listOf(IMAGE_SIZES),
    asins: atMost(most),
  };
}

/** So many entries of a comma list and no more. */
export function atMost(most: number): Constraint {
  return (value) =>
    value.split(',').length > most ? `Member must have length less than or equal to ${most}` : undefined;
}

/** What the API says of the first value that will not do; undefined where all will. */
export function objectionTo(query: URLSearchParams, constraints: Constraints): string | undefined {
  for (const [name, value] of query) {
    const constraint = Object.hasOwn(constraints, name) ? constraints[name]?.(value) : undefined;
    if (constraint !== undefined) return objection(name, value, constraint);
  }
  return undefined;
}

/** An objection in the API's words; it names parameters in camel case. */
export function objection(name: string, value: string, constraint: string): string {
  const named = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `1 validation error detected: Value '${value}' at '${named}' failed to satisfy constraint: ${constraint}`;
}

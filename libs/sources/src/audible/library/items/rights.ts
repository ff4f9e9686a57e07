import { isoOf, readInstant } from '../instants.js';
import { flagAt, isObject, listAt, at, type Json } from '../json-value.js';
import { lineOf } from './harmless.js';

export interface AudiblePlan {
  name: string;
  /** ISO 8601. */
  startsAt: string | null;
  /** ISO 8601; null where it has no end, which Audible writes as a year far off. */
  endsAt: string | null;
  eligible: boolean | null;
}

export interface AudibleRights {
  consumable: boolean | null;
  /** Bought: for good. */
  indefinitely: boolean | null;
  offline: boolean | null;
  /** ISO 8601. */
  until: string | null;
}

const NEVER = Date.UTC(2090, 0, 1);
const MOST_PLANS = 100;

export function plansOf(value: Json): AudiblePlan[] | undefined {
  return listAt({ value }, 'value')
    ?.slice(0, MOST_PLANS)
    .flatMap((entry) => {
      const name = isObject(entry) ? lineOf(entry['plan_name']) : undefined;
      if (name === undefined) return [];
      const startsAt = isoOf(readInstant(at(entry, 'start_date'))) ?? null;
      return [
        { name, startsAt, endsAt: endOf(at(entry, 'end_date')), eligible: flagAt(entry, 'customer_eligible') ?? null },
      ];
    });
}

export function rightsOf(value: Json): AudibleRights | undefined {
  if (!isObject(value)) return undefined;
  return {
    consumable: flagAt(value, 'is_consumable') ?? null,
    indefinitely: flagAt(value, 'is_consumable_indefinitely') ?? null,
    offline: flagAt(value, 'is_consumable_offline') ?? null,
    until: endOf(value['is_consumable_until']),
  };
}

function endOf(value: Json): string | null {
  const ms = readInstant(value);
  return ms === undefined || ms >= NEVER ? null : (isoOf(ms) ?? null);
}

export interface HowHeld {
  isAyce: boolean | undefined;
  plans: readonly AudiblePlan[] | undefined;
  rights: AudibleRights | undefined;
}

/**
 * The moment a title of a plan leaves it (ISO 8601): what the rights say, else the last end of its plans. Null where it
 * stays; undefined where nothing about it was told.
 */
export function leavingOn({ isAyce, plans, rights }: HowHeld): string | null | undefined {
  if (!plans && !rights) return undefined;
  if (rights?.indefinitely === true) return null;
  if (rights?.until != null) return rights.until;
  const open = plans?.filter(({ eligible }) => eligible !== false) ?? [];
  if (isAyce !== true || open.length === 0 || open.some(({ endsAt }) => endsAt === null)) return null;
  return (
    open
      .flatMap(({ endsAt }) => endsAt ?? [])
      .sort()
      .at(-1) ?? null
  );
}

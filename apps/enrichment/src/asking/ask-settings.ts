import type { PaceRules } from '@octavo/domain';
import type { ProviderId } from '@octavo/providers';
import { paceTable } from './pace-table.js';

/** The token under which the settings of all asking are injected. */
export const ASK_SETTINGS = Symbol('how providers are asked');

/** How all providers are asked. */
export interface AskSettings {
  /** Who asks, for what is meant for programs: "Octavo/1.2.3 (+https://octavo.example)". */
  userAgent: string;
  pace: Readonly<Record<ProviderId, PaceRules>>;
}

/** From the version of this program, where its operator can be reached, and how many product pages a day may have. */
export function askSettings(of: { version: string; contactUrl: string; pagesPerDay: number }): AskSettings {
  return { userAgent: `Octavo/${of.version} (+${of.contactUrl})`, pace: paceTable(of.pagesPerDay) };
}

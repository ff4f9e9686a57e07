import type { PaceRules } from '@octavo/domain';
import type { ProviderId } from '@octavo/providers';
import { type Pace, paceTable } from './pace-table.js';

/** The token under which the settings of all asking are injected. */
export const ASK_SETTINGS = Symbol('how providers are asked');

/** How all providers are asked. */
export interface AskSettings {
  /** Who asks, for what is meant for programs: "Octavo/1.2.3 (+https://octavo.example)". */
  userAgent: string;
  pace: Readonly<Record<ProviderId, PaceRules>>;
}

/** From the version of this program, where its operator can be reached, and how providers are to be asked. */
export function askSettings({
  version,
  contactUrl,
  ...pace
}: Pace & { version: string; contactUrl: string }): AskSettings {
  return { userAgent: `Octavo/${version} (+${contactUrl})`, pace: paceTable(pace) };
}

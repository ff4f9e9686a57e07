import type { AnyKit } from './check.js';
import type { Endpoint } from './endpoint.js';
import { equal, fits, holds } from './expectation.js';
import { jsonOf } from './http-call.js';
import { field } from './sync-items.js';
import { State } from './wire-schemas.js';

export const LOCATION = { Value: 'kobo.409.3', Type: 'KoboSpan', Source: 'OEBPS/Text/chapter07.xhtml' };

/** A whole update of one book, as a device sends it. */
export function stateUpdate(id: string, at: string, bookmark: object = {}) {
  return {
    EntitlementId: id,
    LastModified: at,
    CurrentBookmark: {
      LastModified: at,
      ProgressPercent: 34,
      ContentSourceProgressPercent: 33,
      Location: LOCATION,
      ...bookmark,
    },
    Statistics: { LastModified: at, SpentReadingMinutes: 142, RemainingTimeMinutes: 260 },
    StatusInfo: { LastModified: at, Status: 'Reading' },
  };
}

/** PUT of one state; its answer must be 200 and JSON. */
export async function putState(device: Endpoint, id: string, state: object): Promise<unknown> {
  const answer = await device.call('PUT', `/v1/library/${id}/state`, { body: { ReadingStates: [state] } });
  return jsonOf(answer, 'PUT state');
}

/** GET of it: the one state, and the text it was sent as. */
export async function readState(device: Endpoint, id: string): Promise<{ state: unknown; text: string }> {
  const answer = await device.get(`/v1/library/${id}/state`);
  const list = jsonOf(answer, 'GET state');
  holds(Array.isArray(list) && list.length === 1, 'a list of one', list);
  const [state] = list as unknown[];
  fits(state, State, 'the reading state');
  equal(field(state, 'EntitlementId'), id, 'EntitlementId');
  return { state, text: answer.bytes.toString('utf8') };
}

/** A book of the account, with a state of which everything is known. */
export async function bookInReading(kit: AnyKit): Promise<string> {
  const { id } = await kit.someBook();
  await putState(kit.device, id, stateUpdate(id, kit.stamp()));
  return id;
}

import { jsonReply, refusalReply, type AudibleReply } from './audible-reply.js';
import type { OwnersQuestion } from './audible-question.js';
import { atMost, objectionTo } from './query-constraints.js';

/** GET /1.0/annotations/lastpositions: where somebody is in up to 25 titles. */
export function lastPositions({ seen, query, account }: OwnersQuestion): AudibleReply {
  const said = objectionTo(query, { asins: atMost(25) });
  if (said !== undefined) return refusalReply(400, said);
  const { positions } = account.library(seen.country);
  const asins = (query.get('asins') ?? '').split(',').filter((asin) => asin !== '');
  const told = asins.map((asin) => {
    const position = positions.get(asin);
    const last_position_heard = position ? { status: 'Exists', ...position } : { status: 'DoesNotExist' };
    return { asin, last_position_heard };
  });
  return jsonReply(200, { asin_last_position_heard_annots: told });
}

import { KoboExamination } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../../api.js';

/**
 * An examination takes up to ten seconds and only one goes at a time, so it is made when somebody asks and never because
 * of an announcement (`enabled`); and it is not broken off, since the server would go on with it.
 */
export const doctorQuery = queryOptions({
  queryKey: ['doctor'],
  queryFn: () => ask(KoboExamination, withQuery('/api/kobo/doctor', { now: new Date().toISOString() })),
  enabled: false,
  gcTime: 0,
});

import { z } from 'zod';

/**
 * What the server announces to open dashboards over GET /api/events (server-sent events; the event's name is `kind`).
 * Only that something changed: whoever listens asks for it again. `id` is null when so much changed
 * that naming each would cost more than it helps.
 */
export const LibraryEvent = z.object({
  kind: z.enum(['job', 'book', 'source', 'device', 'shelf']),
  id: z.uuid().nullable(),
});
export type LibraryEvent = z.infer<typeof LibraryEvent>;

import { z } from 'zod';

/** RFC 9457. `type` ends in a code of the table in libs/domain/src/problems.ts. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  /** Each fault by itself; `path` is a field of the request, or a file of a library. */
  errors: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

import { z } from 'zod';
import { Id, Time } from './primitives.js';

/** One thing looked at. `unknown`: it could not be found out. */
export const Finding = z.object({
  check: z.string(),
  title: z.string(),
  state: z.enum(['good', 'warning', 'bad', 'unknown']),
  /** What was seen, in one sentence. */
  detail: z.string(),
  /** What to do; null where there is nothing to do. */
  advice: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** GET /api/kobo/doctor: would a Kobo get through to us? */
export const KoboExamination = z.object({
  at: Time,
  publicUrl: z.string(),
  server: z.array(Finding),
  devices: z.array(z.object({ id: Id, name: z.string(), findings: z.array(Finding) })),
});
export type KoboExamination = z.infer<typeof KoboExamination>;

import { z } from 'zod';

/** A field of a form that may be left empty: then nothing is sent for it. */
export function leftEmpty<Sent>(contract: z.ZodType<Sent, string | undefined>) {
  return z
    .string()
    .transform((text) => (text.trim() === '' ? undefined : text))
    .pipe(contract);
}

import { NewAudibleSignIn } from '@octavo/contracts';
import { z } from 'zod';

/** The fields of a form as a sign-in begins with them. `accountId`: the account that is signed in again. */
export function signInForm(accountId?: string): z.ZodType<NewAudibleSignIn> {
  return z
    .object({ marketplace: NewAudibleSignIn.shape.marketplace, withUsername: z.string().optional() })
    .transform(({ marketplace, withUsername }) => ({
      marketplace,
      withUsername: withUsername !== undefined,
      ...(accountId !== undefined && { accountId }),
    }));
}

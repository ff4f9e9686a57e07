import type { z } from 'zod';

export interface Setting<Type extends z.ZodType = z.ZodType> {
  type: Type;
  /** As written in the environment; absent where there is none. */
  default?: string;
  /** Passwords and the like: may be given as <NAME>_FILE and are never printed. */
  secret?: true;
  meaning: string;
}

export const setting = <Type extends z.ZodType>(definition: Setting<Type>) => definition;

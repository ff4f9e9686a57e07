import { z } from 'zod';

/** A time as we send it: UTC with a Z, and never the years 1 or 101 that stand for "undefined" elsewhere. */
export const WireDate = z.string().regex(/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);

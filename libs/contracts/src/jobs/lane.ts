import { z } from 'zod';

/** Which of so many jobs that work on one thing side by side. */
export const laneOf = (lanes: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(lanes - 1);

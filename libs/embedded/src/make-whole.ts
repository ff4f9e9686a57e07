import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Makes the folder `place` whole or not at all: `fill` works on a draft beside it, which one rename puts in its place.
 * A draft that an interrupted run has left is removed. Whoever calls this holds the claim on the folder around it.
 */
export async function makeWhole(place: string, fill: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${place}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  try {
    await fill(draft);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

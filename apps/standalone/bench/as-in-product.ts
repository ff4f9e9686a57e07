import { fileURLToPath } from 'node:url';

/** Where a file of the built product is; `path` below dist. */
export const built = (path: string): string => fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url));

/** As .scripts/start-octavo.mjs and the Dockerfile have them; V8 and glibc keep far more memory by themselves. */
export const NODE_FLAGS = [
  ...['--import', new URL('../../../dist/libs/platform/src/trace-sources.js', import.meta.url).href],
  '--min-semi-space-size=4',
  '--max-semi-space-size=4',
  '--heap-growing-percent=20',
];
export const MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '1000000' };

import { DomainError } from '@octavo/domain';

/** How much of a folder is asked for: itself, with what is in it, or with all that is below. */
export type Depth = '0' | '1' | 'infinity';

/** The Depth header; where there is none, everything is meant (RFC 4918 §9.1). */
export function readDepth(header: string | undefined): Depth {
  const depth = header?.trim().toLowerCase() ?? 'infinity';
  if (depth === '0' || depth === '1' || depth === 'infinity') return depth;
  throw new DomainError('request.invalid', 'Depth is 0, 1 or infinity');
}

/** Says that a whole tree is not listed at once, and that asking folder by folder does it (RFC 4918 §9.1.1). */
export const FINITE_DEPTH_ONLY = `<?xml version="1.0" encoding="utf-8"?>
<D:error xmlns:D="DAV:"><D:propfind-finite-depth/></D:error>
`;

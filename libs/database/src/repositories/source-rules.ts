import { Prisma } from '../client.js';

/** What a tag looks like, its letters and digits left out: tags of two looks come of two programs and tell nothing. */
const formOf = (etag: Prisma.Sql) =>
  Prisma.sql`regexp_replace(regexp_replace(${etag}, '^-', ''), '[A-Za-z0-9_+/=]+', 'x', 'g')`;
/** The rule of compareItems in libs/domain, for a known item `i` and a listed one `l`; a spec keeps the two the same. */
export const DIFFERS = Prisma.sql`((i.size <> l.size) is true or case
  when (i.etag = l.etag) is true then false
  when (i.etag <> l.etag) is true and ${formOf(Prisma.sql`i.etag`)} = ${formOf(Prisma.sql`l.etag`)}
    then (i.size = l.size and i.modified = l.modified) is not true
  else (i.modified <> l.modified) is true end)`;

/** A listed one `l` that is worth a look: an empty file is no book yet. */
export const HAS_BYTES = Prisma.sql`(l.size <> 0) is not false`;

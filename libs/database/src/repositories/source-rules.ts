import { Prisma } from '../client.js';

/** What a tag looks like, its letters and digits left out: tags of two looks come of two programs and tell nothing. */
const formOf = (etag: Prisma.Sql) =>
  Prisma.sql`regexp_replace(regexp_replace(${etag}, '^-', ''), '[A-Za-z0-9_+/=]+', 'x', 'g')`;
/**
 * The rule of compareItems in libs/domain, for a known item `i` and a listed one `l`; a spec keeps the two the same. The
 * looks of tags, which take longest, are asked for where nothing else tells.
 */
export const DIFFERS = Prisma.sql`((i.size <> l.size) is true or case
  when (i.etag = l.etag) is true then false
  when (i.modified <> l.modified) is true then true
  when (i.size = l.size and i.modified = l.modified) is true then false
  when (i.etag <> l.etag) is not true then false
  else ${formOf(Prisma.sql`i.etag`)} = ${formOf(Prisma.sql`l.etag`)} end)`;

/** What is kept of a known item `i` is not what a listed one `l` says. */
export const IS_OUTDATED = Prisma.sql`(${DIFFERS} or i.settling or i.request_path <> l.request_path
  or i.etag is distinct from l.etag or i.remote_id is distinct from l.remote_id or i.modified is distinct from l.modified)`;

/** A listed one `l` that is worth a look: an empty file is no book yet. */
export const HAS_BYTES = Prisma.sql`(l.size <> 0) is not false`;

-- DropIndex
DROP INDEX "arrival_library_id_due_at_idx";

-- DropIndex
DROP INDEX "arrival_scan_id_idx";

-- CreateIndex
CREATE INDEX "arrival_library_id_scan_id_due_at_idx" ON "arrival"("library_id", "scan_id", "due_at");


-- The same as before, without a regular expression: for each of a hundred thousand paths that takes its time.
CREATE OR REPLACE FUNCTION "folder_of"(path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN position('/' IN path) = 0 THEN '' ELSE left(path, -position('/' IN reverse(path))) END;

-- A scan's arrivals are looked for below their library.
CREATE OR REPLACE FUNCTION release_arrivals_of_scans() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE arrival SET scan_id = NULL WHERE (library_id, scan_id) IN (SELECT library_id, id FROM gone);
  RETURN NULL;
END $$;

-- Figures of what is listed are taken for each comparison: all that has to be known is how much it is, and that paths are
-- each another. A small sample tells that.
ALTER TABLE "listed_item"
  ALTER COLUMN "scan_id" SET STATISTICS 10, ALTER COLUMN "path" SET STATISTICS 10,
  ALTER COLUMN "folder" SET STATISTICS 10, ALTER COLUMN "attempt" SET STATISTICS 0,
  ALTER COLUMN "request_path" SET STATISTICS 0, ALTER COLUMN "sidecar" SET STATISTICS 10,
  ALTER COLUMN "size" SET STATISTICS 10, ALTER COLUMN "modified" SET STATISTICS 0, ALTER COLUMN "etag" SET STATISTICS 0,
  ALTER COLUMN "remote_id" SET STATISTICS 0, ALTER COLUMN "fresh" SET STATISTICS 10;

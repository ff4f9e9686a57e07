-- CreateEnum
CREATE TYPE "WatchMode" AS ENUM ('STARTING', 'EVENTS', 'POLLING', 'DEGRADED', 'OFF');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('LISTING', 'IMPORTING', 'HELD', 'COMPLETED', 'CANCELLED', 'FAILED');

-- AlterTable
ALTER TABLE "book" ADD COLUMN     "abridged" BOOLEAN,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "file" ADD COLUMN     "chapters" JSONB,
ADD COLUMN     "disc" INTEGER,
ADD COLUMN     "duration_sec" DOUBLE PRECISION,
ADD COLUMN     "track" INTEGER;

-- AlterTable
ALTER TABLE "library" ADD COLUMN     "confirmed_gone" INTEGER,
ADD COLUMN     "paused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scan_wanted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "watch_detail" TEXT,
ADD COLUMN     "watch_mode" "WatchMode" NOT NULL DEFAULT 'STARTING';

-- AlterTable
ALTER TABLE "place" ADD COLUMN     "folder" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "group_key" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "sidecar" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "mtime_ns" BIGINT NOT NULL,
    "inode" TEXT NOT NULL,

    CONSTRAINT "sidecar_pkey" PRIMARY KEY ("library_id","path")
);

-- CreateTable
CREATE TABLE "arrival" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "scan_id" UUID,
    "origin" TEXT NOT NULL,
    "reread" BOOLEAN NOT NULL DEFAULT false,
    "size" BIGINT,
    "mtime_ns" BIGINT,
    "same_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim" UUID,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "arrival_pkey" PRIMARY KEY ("library_id","path")
);

-- CreateTable
CREATE TABLE "scan" (
    "id" UUID NOT NULL,
    "library_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "state" "ScanState" NOT NULL DEFAULT 'LISTING',
    "found" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "held_because" TEXT,
    "error_code" TEXT,
    "error_detail" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_fault" (
    "scan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "scan_fault_pkey" PRIMARY KEY ("scan_id","path")
);

-- CreateTable
CREATE TABLE "listed_file" (
    "scan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "sidecar" BOOLEAN NOT NULL,
    "size" BIGINT NOT NULL,
    "mtime_ns" BIGINT NOT NULL,
    "inode" TEXT NOT NULL,

    CONSTRAINT "listed_file_pkey" PRIMARY KEY ("scan_id","path")
);

-- CreateIndex
CREATE INDEX "sidecar_library_id_folder_idx" ON "sidecar"("library_id", "folder");

-- CreateIndex
CREATE INDEX "arrival_library_id_due_at_idx" ON "arrival"("library_id", "due_at");

-- CreateIndex
CREATE INDEX "arrival_library_id_folder_idx" ON "arrival"("library_id", "folder");

-- CreateIndex
CREATE INDEX "arrival_scan_id_idx" ON "arrival"("scan_id");

-- CreateIndex
CREATE INDEX "scan_library_id_started_at_idx" ON "scan"("library_id", "started_at");

-- CreateIndex
CREATE INDEX "place_library_id_folder_idx" ON "place"("library_id", "folder");

-- CreateIndex
CREATE INDEX "place_library_id_group_key_idx" ON "place"("library_id", "group_key");

-- AddForeignKey
ALTER TABLE "sidecar" ADD CONSTRAINT "sidecar_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrival" ADD CONSTRAINT "arrival_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrival" ADD CONSTRAINT "arrival_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_fault" ADD CONSTRAINT "scan_fault_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A listing lives for one scan: losing it in a crash costs nothing, writing it twice (once to the log) would cost much.
ALTER TABLE "listed_file" SET UNLOGGED;

-- What was derived from paths when the columns did not exist yet.
UPDATE "place" SET
  "folder" = CASE WHEN position('/' IN "path") = 0 THEN '' ELSE regexp_replace("path", '/[^/]*$', '') END,
  "group_key" = 'ebook:' || lower(normalize(regexp_replace("path", '(\.kepub)?\.[^./]*$', '', 'i'), NFC));

-- Places that are there, by library: what a removal is measured against.
CREATE INDEX "place_present" ON "place"("library_id") WHERE "missing_since" IS NULL;

-- Books nobody settled a form for: there are few, and they are looked for often.
CREATE INDEX "book_unprepared" ON "book"("added_at") WHERE "delivery_form" IS NULL OR "delivery_form" = 'stale';

-- What events and uploads bring goes before what a scan found; there is little of it.
CREATE INDEX "arrival_unscanned" ON "arrival"("library_id", "path") WHERE "scan_id" IS NULL;

-- "a/b/c.epub" -> "a/b"; empty for what lies at the top.
CREATE FUNCTION "folder_of"(path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN position('/' IN path) = 0 THEN '' ELSE regexp_replace(path, '/[^/]*$', '') END;

-- "a/b/Cover.JPG" -> "cover", in one Unicode form.
CREATE FUNCTION "stem_of"(path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(normalize(regexp_replace(regexp_replace(path, '^.*/', ''), '[.][^.]*$', ''), NFC));

-- The few sidecars that may be a book's, in folders of thousands.
CREATE INDEX "sidecar_stem" ON "sidecar"("library_id", "folder", "stem_of"("path"));

-- CreateEnum
CREATE TYPE "LibraryKind" AS ENUM ('FOLDER', 'WEBDAV');

-- CreateEnum
CREATE TYPE "ConnectionState" AS ENUM ('ACTIVE', 'REFUSED', 'UNREADABLE', 'REMOVED');

-- CreateEnum
CREATE TYPE "SyncStatus" AS ENUM ('OK', 'PARTIAL', 'HELD', 'FAILED');

-- AlterTable
ALTER TABLE "library" ADD COLUMN     "kind" "LibraryKind" NOT NULL DEFAULT 'FOLDER',
ALTER COLUMN "path" DROP NOT NULL;

-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "tally" JSONB;

-- CreateTable
CREATE TABLE "webdav_connection" (
    "library_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "base_url" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "secret" TEXT,
    "state" "ConnectionState" NOT NULL DEFAULT 'ACTIVE',
    "facts" JSONB NOT NULL,
    "facts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pruning" JSONB,
    "reports" JSONB,
    "deep" TEXT,
    "is_moved" BOOLEAN NOT NULL DEFAULT false,
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_sync_at" TIMESTAMPTZ(3),
    "last_sync_status" "SyncStatus",
    "last_error_code" TEXT,
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "next_sync_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3),
    "held" JSONB,
    "turn" UUID,
    "turn_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webdav_connection_pkey" PRIMARY KEY ("library_id")
);

-- CreateTable
CREATE TABLE "source_item" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "request_path" TEXT NOT NULL,
    "sidecar" BOOLEAN NOT NULL,
    "size" BIGINT,
    "modified" TIMESTAMPTZ(3),
    "etag" TEXT,
    "remote_id" TEXT,
    "revision" TEXT NOT NULL,
    "content_hash" TEXT,
    "settling" BOOLEAN NOT NULL DEFAULT false,
    "unread" BOOLEAN NOT NULL DEFAULT true,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "first_missed_at" TIMESTAMPTZ(3),
    "last_missed_at" TIMESTAMPTZ(3),
    "missing_since" TIMESTAMPTZ(3),

    CONSTRAINT "source_item_pkey" PRIMARY KEY ("library_id","path")
);

-- CreateTable
CREATE TABLE "source_folder" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "etag" TEXT,
    "modified" TIMESTAMPTZ(3),
    "count" INTEGER NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "awake" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "source_folder_pkey" PRIMARY KEY ("library_id","path")
);

-- CreateTable
CREATE TABLE "listed_item" (
    "scan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "request_path" TEXT NOT NULL,
    "sidecar" BOOLEAN NOT NULL,
    "size" BIGINT,
    "modified" TIMESTAMPTZ(3),
    "etag" TEXT,
    "remote_id" TEXT,
    "fresh" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "listed_folder" (
    "scan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "target" JSONB NOT NULL,
    "outcome" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "modified" TIMESTAMPTZ(3),
    "count" INTEGER NOT NULL DEFAULT 0,
    "date" TIMESTAMPTZ(3),
    "detail" TEXT,

    CONSTRAINT "listed_folder_pkey" PRIMARY KEY ("scan_id","path")
);

-- CreateIndex
CREATE INDEX "webdav_connection_next_sync_at_idx" ON "webdav_connection"("next_sync_at");

-- CreateIndex
CREATE UNIQUE INDEX "webdav_connection_user_id_base_url_username_key" ON "webdav_connection"("user_id", "base_url", "username");

-- AddForeignKey
ALTER TABLE "webdav_connection" ADD CONSTRAINT "webdav_connection_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webdav_connection" ADD CONSTRAINT "webdav_connection_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_folder" ADD CONSTRAINT "source_folder_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What is listed is compared within minutes or listed anew.
ALTER TABLE "listed_item" SET UNLOGGED;
ALTER TABLE "listed_folder" SET UNLOGGED;

-- A folder that is watched has a path; what lies on another server has none.
ALTER TABLE "library" ADD CONSTRAINT "library_path_of_folders" CHECK (("kind" = 'FOLDER') = ("path" IS NOT NULL));

-- The rows that are looked for where few are: after a scan of a hundred thousand files.
CREATE INDEX "source_item_unread" ON "source_item"("library_id") WHERE "unread";
CREATE INDEX "source_item_settling" ON "source_item"("library_id") WHERE "settling";

-- Lists of a hundred thousand rows are written at once, and looking for the library of each row takes longer than writing
-- it. What foreign keys would do when a library or a scan goes is done by the set.
ALTER TABLE "arrival" DROP CONSTRAINT "arrival_library_id_fkey";
ALTER TABLE "arrival" DROP CONSTRAINT "arrival_scan_id_fkey";

CREATE FUNCTION forget_lists_of_libraries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM arrival WHERE library_id IN (SELECT id FROM gone);
  DELETE FROM source_item WHERE library_id IN (SELECT id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER library_takes_its_lists AFTER DELETE ON library REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_lists_of_libraries();

CREATE FUNCTION release_arrivals_of_scans() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE arrival SET scan_id = NULL WHERE scan_id IN (SELECT id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER scan_releases_its_arrivals AFTER DELETE ON scan REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION release_arrivals_of_scans();

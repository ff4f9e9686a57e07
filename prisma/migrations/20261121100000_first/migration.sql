-- Search looks for pieces of words.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "BookStatus" AS ENUM ('NEW', 'READY', 'PROBLEM');

-- CreateEnum
CREATE TYPE "ConversionState" AS ENUM ('PENDING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('waiting', 'active', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('admin', 'reader');

-- CreateTable
CREATE TABLE "work" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "book" (
    "id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "owner_id" UUID,
    "title" TEXT NOT NULL,
    "sort_title" TEXT NOT NULL,
    "subtitle" TEXT,
    "author_sort" TEXT NOT NULL DEFAULT '',
    "description" TEXT,
    "publisher" TEXT,
    "published_date" TEXT,
    "language" TEXT,
    "subjects" TEXT[],
    "page_count" INTEGER,
    "status" "BookStatus" NOT NULL DEFAULT 'NEW',
    "search_text" TEXT NOT NULL DEFAULT '',
    "missing_since" TIMESTAMPTZ(3),
    "delivery_form" TEXT,
    "cover_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT,

    CONSTRAINT "contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "book_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "contributor_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("book_id","position")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_entry" (
    "book_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "series_id" UUID NOT NULL,
    "number" TEXT,

    CONSTRAINT "series_entry_pkey" PRIMARY KEY ("book_id","position")
);

-- CreateTable
CREATE TABLE "identifier" (
    "book_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "identifier_pkey" PRIMARY KEY ("book_id","scheme","value")
);

-- CreateTable
CREATE TABLE "library" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_scan_at" TIMESTAMPTZ(3),
    "file_system" TEXT,
    "problem_code" TEXT,
    "problem_detail" TEXT,

    CONSTRAINT "library_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "owner_id" UUID,
    "fingerprint" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "layout" TEXT NOT NULL DEFAULT 'reflowable',
    "drm" TEXT,
    "problem_code" TEXT,
    "problem_detail" TEXT,
    "warnings" TEXT[],
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "size" BIGINT NOT NULL,
    "mtime_ns" BIGINT NOT NULL,
    "inode" TEXT NOT NULL,
    "missing_since" TIMESTAMPTZ(3),

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "converted_file" (
    "file_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "state" "ConversionState" NOT NULL DEFAULT 'PENDING',
    "fingerprint" TEXT NOT NULL,
    "converter_version" INTEGER NOT NULL,
    "size" BIGINT,
    "checksum" TEXT,
    "problem_code" TEXT,
    "problem_detail" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "converted_file_pkey" PRIMARY KEY ("file_id","target")
);

-- CreateTable
CREATE TABLE "cover" (
    "id" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "state" "JobState" NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error_code" TEXT,
    "error_detail" TEXT,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_provenance" (
    "book_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "provider" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "field_provenance_pkey" PRIMARY KEY ("book_id","field")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "model" TEXT,
    "firmware" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_point" (
    "device_id" UUID NOT NULL,
    "line" INTEGER NOT NULL DEFAULT 1,
    "offered" BIGINT NOT NULL DEFAULT 0,
    "acknowledged" BIGINT NOT NULL DEFAULT 0,
    "last_sync_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_point_pkey" PRIMARY KEY ("device_id")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "device_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "granted_at" BIGINT NOT NULL,
    "first_granted_at" BIGINT NOT NULL,
    "file_at" BIGINT NOT NULL,
    "metadata_at" BIGINT NOT NULL,
    "state_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_time" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "downloaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("device_id","book_id")
);

-- CreateTable
CREATE TABLE "reading_state" (
    "user_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "bookmark" JSONB,
    "statistics" JSONB,
    "status" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_state_pkey" PRIMARY KEY ("user_id","book_id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" "UserRole" NOT NULL DEFAULT 'reader',
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "book_work_id_idx" ON "book"("work_id");

-- CreateIndex
CREATE INDEX "book_owner_id_idx" ON "book"("owner_id");

-- CreateIndex
CREATE INDEX "book_cover_id_idx" ON "book"("cover_id");

-- CreateIndex
CREATE INDEX "book_added_at_id_idx" ON "book"("added_at", "id");

-- CreateIndex
CREATE INDEX "book_updated_at_id_idx" ON "book"("updated_at", "id");

-- CreateIndex
CREATE INDEX "book_sort_title_id_idx" ON "book"("sort_title", "id");

-- CreateIndex
CREATE INDEX "book_author_sort_id_idx" ON "book"("author_sort", "id");

-- CreateIndex
CREATE INDEX "book_search_text_trgm" ON "book" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "contributor_name_key" ON "contributor"("name");

-- CreateIndex
CREATE INDEX "contribution_contributor_id_idx" ON "contribution"("contributor_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_name_key" ON "series"("name");

-- CreateIndex
CREATE INDEX "series_entry_series_id_idx" ON "series_entry"("series_id");

-- CreateIndex
CREATE INDEX "identifier_scheme_value_idx" ON "identifier"("scheme", "value");

-- CreateIndex
CREATE UNIQUE INDEX "library_path_key" ON "library"("path");

-- CreateIndex
CREATE INDEX "library_owner_id_idx" ON "library"("owner_id");

-- CreateIndex
CREATE INDEX "file_book_id_idx" ON "file"("book_id");

-- CreateIndex
CREATE INDEX "place_file_id_idx" ON "place"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_library_id_path_key" ON "place"("library_id", "path");

-- CreateIndex
CREATE INDEX "job_run_queue_state_idx" ON "job_run"("queue", "state");

-- CreateIndex
CREATE INDEX "job_run_queue_name_key_created_at_idx" ON "job_run"("queue", "name", "key", "created_at");

-- CreateIndex
CREATE INDEX "job_run_created_at_id_idx" ON "job_run"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "device_token_hash_key" ON "device"("token_hash");

-- CreateIndex
CREATE INDEX "device_user_id_idx" ON "device"("user_id");

-- CreateIndex
CREATE INDEX "entitlement_device_id_changed_at_idx" ON "entitlement"("device_id", "changed_at");

-- CreateIndex
CREATE INDEX "entitlement_book_id_idx" ON "entitlement"("book_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_user_id_idx" ON "api_key"("user_id");

-- AddForeignKey
ALTER TABLE "book" ADD CONSTRAINT "book_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "book" ADD CONSTRAINT "book_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "book" ADD CONSTRAINT "book_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "cover"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_contributor_id_fkey" FOREIGN KEY ("contributor_id") REFERENCES "contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_entry" ADD CONSTRAINT "series_entry_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_entry" ADD CONSTRAINT "series_entry_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifier" ADD CONSTRAINT "identifier_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library" ADD CONSTRAINT "library_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "converted_file" ADD CONSTRAINT "converted_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_provenance" ADD CONSTRAINT "field_provenance_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_point" ADD CONSTRAINT "sync_point_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_state" ADD CONSTRAINT "reading_state_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The same bytes are one file within one owner's books.
CREATE UNIQUE INDEX "file_identity" ON "file"(coalesce("owner_id", '00000000-0000-0000-0000-000000000000'::uuid), "fingerprint", "size");

-- Asking twice is asking once, and nothing runs beside itself.
CREATE UNIQUE INDEX "job_run_one_waiting" ON "job_run"("queue", "name", "key") WHERE "state" = 'waiting';
CREATE UNIQUE INDEX "job_run_one_active" ON "job_run"("queue", "name", "key") WHERE "state" = 'active';

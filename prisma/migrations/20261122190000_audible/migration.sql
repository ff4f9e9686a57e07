-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'AUDIBLE';

-- CreateEnum
CREATE TYPE "AudibleState" AS ENUM ('OK', 'REAUTH_REQUIRED', 'THROTTLED', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "AudibleSyncState" AS ENUM ('RUNNING', 'COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RemoteState" AS ENUM ('PRESENT', 'REMOVED');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('OPEN', 'DECLINED');

-- AlterTable
ALTER TABLE "book" ADD COLUMN     "compared_at" TIMESTAMPTZ(3),
ADD COLUMN     "work_is_said" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "audible_account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'auto',
    "ways" TEXT[],
    "is_imported" BOOLEAN NOT NULL,
    "secret" TEXT NOT NULL,
    "access" TEXT,
    "access_until" TIMESTAMPTZ(3),
    "state" "AudibleState" NOT NULL DEFAULT 'OK',
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audible_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audible_store" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "total" INTEGER,
    "verified_at" TIMESTAMPTZ(3),
    "state_token" TEXT,
    "token_groups" TEXT,
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_sync_at" TIMESTAMPTZ(3),
    "last_sync_status" "SyncStatus",
    "last_error_code" TEXT,
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_sync_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3),
    "turn" UUID,
    "turn_until" TIMESTAMPTZ(3),

    CONSTRAINT "audible_store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audible_sync" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "state" "AudibleSyncState" NOT NULL DEFAULT 'RUNNING',
    "checkpoint" JSONB,
    "total" INTEGER,
    "tally" JSONB NOT NULL,
    "oddities" JSONB NOT NULL DEFAULT '[]',
    "error_code" TEXT,
    "error_detail" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "audible_sync_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_purchase" (
    "sync_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "seen_purchase_pkey" PRIMARY KEY ("sync_id","mark")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "asin" TEXT NOT NULL,
    "book_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "item" JSONB NOT NULL,
    "raw" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "volatile_digest" TEXT NOT NULL,
    "hollow" BOOLEAN NOT NULL DEFAULT false,
    "purchased_at" TIMESTAMPTZ(3),
    "runtime_min" INTEGER,
    "heard_percent" DOUBLE PRECISION,
    "is_finished" BOOLEAN,
    "remote_state" "RemoteState" NOT NULL DEFAULT 'PRESENT',
    "removed_at" TIMESTAMPTZ(3),
    "misses" INTEGER NOT NULL DEFAULT 0,
    "cover_from" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audible_sign_in" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" UUID,
    "secret" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audible_sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_listing" (
    "country" TEXT NOT NULL,
    "asin" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "volumes" JSONB NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "series_listing_pkey" PRIMARY KEY ("country","asin")
);

-- CreateTable
CREATE TABLE "work_key" (
    "book_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "work_key_pkey" PRIMARY KEY ("book_id","key")
);

-- CreateTable
CREATE TABLE "work_suggestion" (
    "book_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[],
    "state" "SuggestionState" NOT NULL DEFAULT 'OPEN',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_suggestion_pkey" PRIMARY KEY ("book_id","other_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audible_account_user_id_customer_key_key" ON "audible_account"("user_id", "customer_key");

-- CreateIndex
CREATE INDEX "audible_store_next_sync_at_idx" ON "audible_store"("next_sync_at");

-- CreateIndex
CREATE UNIQUE INDEX "audible_store_account_id_country_key" ON "audible_store"("account_id", "country");

-- CreateIndex
CREATE INDEX "audible_sync_store_id_started_at_idx" ON "audible_sync"("store_id", "started_at");

-- CreateIndex
CREATE INDEX "purchase_book_id_idx" ON "purchase"("book_id");

-- CreateIndex
CREATE INDEX "purchase_asin_idx" ON "purchase"("asin");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_store_id_asin_key" ON "purchase"("store_id", "asin");

-- CreateIndex
CREATE INDEX "audible_sign_in_expires_at_idx" ON "audible_sign_in"("expires_at");

-- CreateIndex
CREATE INDEX "work_key_key_idx" ON "work_key"("key");

-- CreateIndex
CREATE INDEX "work_suggestion_other_id_idx" ON "work_suggestion"("other_id");

-- AddForeignKey
ALTER TABLE "audible_account" ADD CONSTRAINT "audible_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audible_store" ADD CONSTRAINT "audible_store_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "audible_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audible_sync" ADD CONSTRAINT "audible_sync_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "audible_store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "audible_store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audible_sign_in" ADD CONSTRAINT "audible_sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_key" ADD CONSTRAINT "work_key_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_suggestion" ADD CONSTRAINT "work_suggestion_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_suggestion" ADD CONSTRAINT "work_suggestion_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What a sync has seen is good for as long as it runs.
ALTER TABLE "seen_purchase" SET UNLOGGED;

-- One look at a store at a time, whatever becomes of those who look.
CREATE UNIQUE INDEX "audible_sync_running" ON "audible_sync" ("store_id") WHERE state = 'RUNNING';

-- What is to be compared with other books: those nobody compared since they changed.
CREATE INDEX "book_to_compare" ON "book" ("id") WHERE compared_at IS NULL OR compared_at < updated_at;

-- Suggestions are kept once for both books.
ALTER TABLE "work_suggestion" ADD CONSTRAINT "work_suggestion_in_order" CHECK (book_id < other_id);

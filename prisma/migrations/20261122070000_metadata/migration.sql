-- CreateEnum
CREATE TYPE "EnrichmentState" AS ENUM ('WANTED', 'DONE', 'SUGGESTED', 'NONE', 'BLOCKED');

-- CreateEnum
CREATE TYPE "FindStanding" AS ENUM ('ACCEPTED', 'SUGGESTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('FILE', 'RESYNC', 'ENRICHMENT', 'EDIT', 'BULK', 'UNDO');

-- AlterTable
ALTER TABLE "library" ADD COLUMN     "root_inode" TEXT;

-- AlterTable
ALTER TABLE "file" ADD COLUMN     "says" JSONB;

-- CreateTable
CREATE TABLE "provider_host" (
    "host" TEXT NOT NULL,
    "holder" UUID,
    "held_until" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "closed_until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "day" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "day_count" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "provider_answer" (
    "key" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "found" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_answer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "book_enrichment" (
    "book_id" UUID NOT NULL,
    "state" "EnrichmentState" NOT NULL DEFAULT 'WANTED',
    "detail" TEXT,
    "retry_at" TIMESTAMPTZ(3),
    "retried" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "book_enrichment_pkey" PRIMARY KEY ("book_id")
);

-- CreateTable
CREATE TABLE "provider_find" (
    "id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "candidate" JSONB NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[],
    "standing" "FindStanding" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_find_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_run" (
    "id" UUID NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metadata_change" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "metadata_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "provider_answer_expires_at_idx" ON "provider_answer"("expires_at");

-- CreateIndex
CREATE INDEX "book_enrichment_state_retry_at_idx" ON "book_enrichment"("state", "retry_at");

-- CreateIndex
CREATE INDEX "provider_find_standing_at_idx" ON "provider_find"("standing", "at");

-- CreateIndex
CREATE UNIQUE INDEX "provider_find_book_id_provider_candidate_id_key" ON "provider_find"("book_id", "provider", "candidate_id");

-- CreateIndex
CREATE INDEX "change_run_at_id_idx" ON "change_run"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "metadata_change_run_id_idx" ON "metadata_change"("run_id");

-- CreateIndex
CREATE INDEX "metadata_change_book_id_at_idx" ON "metadata_change"("book_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "book_enrichment" ADD CONSTRAINT "book_enrichment_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_find" ADD CONSTRAINT "provider_find_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_run" ADD CONSTRAINT "change_run_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metadata_change" ADD CONSTRAINT "metadata_change_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "change_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metadata_change" ADD CONSTRAINT "metadata_change_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;


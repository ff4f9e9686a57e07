-- CreateEnum
CREATE TYPE "DeviceScope" AS ENUM ('everything', 'libraries', 'shelves');

-- CreateEnum
CREATE TYPE "Withheld" AS ENUM ('device', 'user');

-- AlterTable
ALTER TABLE "device" ADD COLUMN     "annotations_since" TIMESTAMPTZ(3),
ADD COLUMN     "clock_ahead_sec" INTEGER,
ADD COLUMN     "scope" "DeviceScope" NOT NULL DEFAULT 'everything',
ADD COLUMN     "store_proxy" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "entitlement" ADD COLUMN     "announced_at" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "downloaded_content" TEXT,
ADD COLUMN     "first_downloaded_at" TIMESTAMPTZ(3),
ADD COLUMN     "withheld" "Withheld",
ADD COLUMN     "withheld_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sync_point" ADD COLUMN     "advances" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "answered" JSONB,
ADD COLUMN     "asked_times" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "asked_with" TEXT,
ADD COLUMN     "carries_tokens" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "doubtful_ends" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tokens_given" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "shelf" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shelf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelf_entry" (
    "shelf_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shelf_entry_pkey" PRIMARY KEY ("shelf_id","book_id")
);

-- CreateTable
CREATE TABLE "reading_place" (
    "user_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "bookmark_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "content_percent" INTEGER,

    CONSTRAINT "reading_place_pkey" PRIMARY KEY ("user_id","book_id","content")
);

-- CreateTable
CREATE TABLE "reading_change" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device_name" TEXT,
    "device_id" UUID,
    "bookmark" JSONB,
    "statistics" JSONB,
    "status" JSONB,

    CONSTRAINT "reading_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation" (
    "user_id" UUID NOT NULL,
    "content_id" TEXT NOT NULL,
    "annotation_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "device_id" UUID,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("user_id","content_id","annotation_id")
);

-- CreateTable
CREATE TABLE "device_library" (
    "device_id" UUID NOT NULL,
    "library_id" UUID NOT NULL,

    CONSTRAINT "device_library_pkey" PRIMARY KEY ("device_id","library_id")
);

-- CreateTable
CREATE TABLE "device_shelf" (
    "device_id" UUID NOT NULL,
    "shelf_id" UUID NOT NULL,

    CONSTRAINT "device_shelf_pkey" PRIMARY KEY ("device_id","shelf_id")
);

-- CreateTable
CREATE TABLE "sync_answer" (
    "device_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reached" BIGINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_answer_pkey" PRIMARY KEY ("device_id","line","reached")
);

-- CreateTable
CREATE TABLE "device_step" (
    "device_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_step_pkey" PRIMARY KEY ("device_id","step")
);

-- CreateTable
CREATE TABLE "device_bearer" (
    "token_hash" TEXT NOT NULL,
    "device_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_bearer_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "store_cursor" (
    "id" BIGSERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_cursor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelf_entitlement" (
    "device_id" UUID NOT NULL,
    "tag_id" TEXT NOT NULL,
    "shelf_id" UUID,
    "granted_at" BIGINT NOT NULL,
    "first_granted_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,
    "changed_time" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shelf_entitlement_pkey" PRIMARY KEY ("device_id","tag_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shelf_user_id_name_key" ON "shelf"("user_id", "name");

-- CreateIndex
CREATE INDEX "shelf_entry_book_id_idx" ON "shelf_entry"("book_id");

-- CreateIndex
CREATE INDEX "reading_change_user_id_book_id_at_idx" ON "reading_change"("user_id", "book_id", "at");

-- CreateIndex
CREATE INDEX "device_library_library_id_idx" ON "device_library"("library_id");

-- CreateIndex
CREATE INDEX "device_shelf_shelf_id_idx" ON "device_shelf"("shelf_id");

-- CreateIndex
CREATE INDEX "device_bearer_device_id_idx" ON "device_bearer"("device_id");

-- CreateIndex
CREATE INDEX "store_cursor_device_id_idx" ON "store_cursor"("device_id");

-- CreateIndex
CREATE INDEX "shelf_entitlement_device_id_changed_at_idx" ON "shelf_entitlement"("device_id", "changed_at");

-- CreateIndex
CREATE INDEX "shelf_entitlement_shelf_id_idx" ON "shelf_entitlement"("shelf_id");

-- AddForeignKey
ALTER TABLE "shelf" ADD CONSTRAINT "shelf_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelf_entry" ADD CONSTRAINT "shelf_entry_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "shelf"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelf_entry" ADD CONSTRAINT "shelf_entry_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_change" ADD CONSTRAINT "reading_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_library" ADD CONSTRAINT "device_library_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_library" ADD CONSTRAINT "device_library_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_shelf" ADD CONSTRAINT "device_shelf_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_shelf" ADD CONSTRAINT "device_shelf_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "shelf"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_answer" ADD CONSTRAINT "sync_answer_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_step" ADD CONSTRAINT "device_step_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_bearer" ADD CONSTRAINT "device_bearer_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_cursor" ADD CONSTRAINT "store_cursor_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelf_entitlement" ADD CONSTRAINT "shelf_entitlement_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Tombstones are told before anything else: they are few, and looked for at the start of every sync.
CREATE INDEX "entitlement_revoked" ON "entitlement"("device_id", "changed_at") WHERE "revoked";

UPDATE "entitlement" SET "announced_at" = greatest("granted_at", "file_at"), "first_downloaded_at" = "downloaded_at";
ALTER TABLE "entitlement" ALTER COLUMN "announced_at" DROP DEFAULT;
-- AlterTable
ALTER TABLE "reading_state" ADD COLUMN     "bookmark_by" UUID;

-- CreateIndex
CREATE INDEX "reading_state_book_id_idx" ON "reading_state"("book_id");


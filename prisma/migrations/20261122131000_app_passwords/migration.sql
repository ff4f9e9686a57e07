-- AlterTable
ALTER TABLE "contributor" ADD COLUMN     "folder_key" TEXT;

-- AlterTable
ALTER TABLE "series" ADD COLUMN     "folder_key" TEXT;

-- CreateTable
CREATE TABLE "app_password" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_password_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_password_password_hash_key" ON "app_password"("password_hash");

-- CreateIndex
CREATE INDEX "app_password_user_id_idx" ON "app_password"("user_id");

-- CreateIndex
CREATE INDEX "contributor_folder_key_idx" ON "contributor"("folder_key");

-- CreateIndex
CREATE INDEX "series_folder_key_idx" ON "series"("folder_key");

-- AddForeignKey
ALTER TABLE "app_password" ADD CONSTRAINT "app_password_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

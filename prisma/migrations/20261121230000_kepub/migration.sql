-- AlterTable
ALTER TABLE "book" ADD COLUMN     "prepared_with" TEXT;

-- What devices get of every book is settled anew: the converter is another, and comics reach devices now.
UPDATE "book" SET "prepared_with" = 'earlier' WHERE "delivery_form" IS NOT NULL;

-- AlterTable
ALTER TABLE "converted_file" ADD COLUMN     "earlier_checksum" TEXT,
ADD COLUMN     "earlier_recipe" TEXT,
ADD COLUMN     "recipe" TEXT,
ADD COLUMN     "remark" TEXT,
ADD COLUMN     "tried" TEXT;

UPDATE "converted_file" SET "recipe" = 'v' || "converter_version" WHERE "state" = 'READY';
UPDATE "converted_file" SET "tried" = 'v' || "converter_version" WHERE "state" <> 'PENDING';

ALTER TABLE "converted_file" DROP COLUMN "converter_version";

-- CreateTable
CREATE TABLE "replaced_original" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "mtime_ns" BIGINT NOT NULL,

    CONSTRAINT "replaced_original_pkey" PRIMARY KEY ("library_id","path")
);

-- CreateIndex
CREATE INDEX "converted_file_fingerprint_idx" ON "converted_file"("fingerprint");

-- AddForeignKey
ALTER TABLE "replaced_original" ADD CONSTRAINT "replaced_original_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

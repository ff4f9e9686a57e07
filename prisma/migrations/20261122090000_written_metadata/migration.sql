-- AlterTable
ALTER TABLE "file" ADD COLUMN     "is_written" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "write_problem" TEXT,
ADD COLUMN     "written_for" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "library" ADD COLUMN     "write_metadata" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "provider_find" ADD COLUMN     "cover_id" TEXT;

-- CreateTable
CREATE TABLE "rewrite" (
    "library_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "kept_path" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rewrite_pkey" PRIMARY KEY ("library_id","path")
);

-- AddForeignKey
ALTER TABLE "provider_find" ADD CONSTRAINT "provider_find_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "cover"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "library"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;


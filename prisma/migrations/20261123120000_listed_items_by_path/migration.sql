-- The path of a file tells its folder; a tenth less has to be written down of each that is listed.
-- AlterTable
ALTER TABLE "listed_item" DROP COLUMN "folder";

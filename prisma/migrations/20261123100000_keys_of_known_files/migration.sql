-- Whatever is known of servers is written by the hundred thousand and looked through whole: keys for what is being written
-- and for what nobody has looked into cost more than they save.
DROP INDEX "source_item_settling";
DROP INDEX "source_item_unread";

-- That there are many paths, each another, a sample of some hundreds tells as well as one of thousands, in a tenth of the
-- time.
ALTER TABLE "listed_item"
  ALTER COLUMN "scan_id" SET STATISTICS 1, ALTER COLUMN "path" SET STATISTICS 1, ALTER COLUMN "folder" SET STATISTICS 1,
  ALTER COLUMN "sidecar" SET STATISTICS 1, ALTER COLUMN "size" SET STATISTICS 1, ALTER COLUMN "fresh" SET STATISTICS 1;

-- What a device's last request proved it to know: what stands beyond may be in an answer that is still under way.
ALTER TABLE "sync_point" ADD COLUMN "asked_from" BIGINT NOT NULL DEFAULT 0;

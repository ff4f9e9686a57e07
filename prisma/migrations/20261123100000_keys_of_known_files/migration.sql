-- Whatever is known of servers is written by the hundred thousand and looked through whole: keys for what is being written
-- and for what nobody has looked into cost more than they save.
DROP INDEX "source_item_settling";
DROP INDEX "source_item_unread";

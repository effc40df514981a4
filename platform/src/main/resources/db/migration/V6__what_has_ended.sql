-- Of an expired plan: which one it was, as the claim plan_ended says it; null where nobody knows.
alter table account add column ended varchar(16);

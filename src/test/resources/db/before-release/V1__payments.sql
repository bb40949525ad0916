-- As no release has had it: what the start finds in the database of somebody who has tried an early version.
create table payment (id uuid primary key);

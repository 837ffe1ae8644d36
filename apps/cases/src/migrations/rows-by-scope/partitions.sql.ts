/** As it was made first, with one more line for each new partition: nobody but its owner reads it by its own name. */
const ensureMonths = (closing: string): string => `
  create or replace function ensure_timeline_months(ahead int) returns void
     language plpgsql security definer set search_path = cases, pg_temp as $$
   declare
     first_day timestamp;
     partition_name text;
   begin
     perform pg_advisory_xact_lock(hashtext('timeline_months'));
     for i in 0..least(greatest(ahead, 0), 24) loop
       first_day := date_trunc('month', now() at time zone 'Asia/Shanghai') + make_interval(months => i);
       partition_name := 'timeline_entry_' || to_char(first_day, 'YYYY_MM');
       continue when to_regclass(partition_name) is not null;
       begin
         execute format('create table %I partition of timeline_entry for values from (%L) to (%L)', partition_name,
           first_day at time zone 'Asia/Shanghai', (first_day + interval '1 month') at time zone 'Asia/Shanghai');
         execute format('revoke update, delete, truncate on %I from yiwang_cases', partition_name);
         ${closing}
       exception when check_violation then
         null; -- entries of that month are in the default partition already and may stay there
       end;
     end loop;
   end $$`;

const eachPartition = (act: string): string => `
  do $$
  declare part regclass;
  begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'timeline_entry'::regclass loop
      execute format('alter table %s ${act} row level security', part);
    end loop;
  end $$`;

/** The rules of a partitioned table hold for whoever names it, and not for whoever names a partition. */
export const CLOSED_PARTITIONS = [
  eachPartition('enable'),
  ensureMonths(`execute format('alter table %I enable row level security', partition_name);`),
];

export const OPEN_PARTITIONS = [ensureMonths(''), eachPartition('disable')];

-- Who looked at one student, by the index of students. Row security compares before it lets a query use an operator that might leak
-- what it sees, and containment in an array is such a one: so asked plainly, the whole log is read. This function sees the log as a
-- backup does, and gives out nothing but ids of looks in the district of whoever asks; the looks themselves are read under row
-- security as ever.
create function people.looks_at(student uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  select id from people.look
  where district_id = nullif(current_setting('guidepost.district', true), '')::uuid and student_ids @> array[student];
end;
revoke execute on function people.looks_at(uuid) from public;
grant execute on function people.looks_at(uuid) to guidepost_app;
grant create on schema people to guidepost_backup;
alter function people.looks_at(uuid) owner to guidepost_backup;
revoke create on schema people from guidepost_backup;

-- A school or a department goes only while nothing speaks of it. Grants say so by their foreign key; plans and documents name
-- whose they are in `org_id`, which may be the district, a school or a department, so that no key can.
create function district.place_in_use() returns trigger language plpgsql as $$
begin
  if exists (select from plan.plan where district_id = old.district_id and org_id = old.id)
    or exists (select from plan.document where district_id = old.district_id and org_id = old.id)
  then
    raise exception 'a plan or a document names this place'
      using errcode = 'foreign_key_violation', constraint = 'place_in_use';
  end if;
  return old;
end
$$;
revoke execute on function district.place_in_use() from public;
create trigger place_in_use before delete on district.school for each row execute function district.place_in_use();
create trigger place_in_use before delete on district.department for each row execute function district.place_in_use();

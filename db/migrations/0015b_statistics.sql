-- A table that has just been filled is empty to the planner until someone counts it, and rows that come by the hundred thousand
-- are joined in the very transaction that brings them. Only the owner of a table may count it.
create function imports.learn(filled regclass) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('analyze %s', filled);
end
$$;
revoke execute on function imports.learn(regclass) from public;
grant execute on function imports.learn(regclass) to guidepost_app;

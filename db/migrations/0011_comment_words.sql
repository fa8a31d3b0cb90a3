-- What someone wrote stays as it was written: those who keep the plan show it or not, and put no words into anyone's mouth. Who
-- may see it follows its version.
create function plan.comment_words_are_final() returns trigger language plpgsql as $$
begin
  if (new.name, new.text, new.element_id, new.version_id, new.written_at)
    is distinct from (old.name, old.text, old.element_id, old.version_id, old.written_at)
  then
    raise exception 'a comment stays as it was written'
      using errcode = 'restrict_violation', constraint = 'comment_words_are_final';
  end if;
  return new;
end
$$;
revoke execute on function plan.comment_words_are_final() from public;
create trigger comment_words_are_final before update on plan.comment for each row execute function plan.comment_words_are_final();

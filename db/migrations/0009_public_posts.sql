-- What was posted here without an account, remembered for a day so that no one fills a page: only keyed digests of the sender's
-- address and of the words. Whoever reads these rows learns neither.
create table sign_in.public_post (
  n bigint generated always as identity primary key,
  sender text not null,
  words text not null constraint public_post_once unique,
  at timestamptz not null
);
create index public_post_of on sign_in.public_post (sender, at);
grant select, insert, update, delete on sign_in.public_post to guidepost_sign_in;

select public.guidepost_let_backup_in();

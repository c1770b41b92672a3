-- Instances keep accounts in memory: each is told of a change when it commits, whoever made it.

create function core.tell_account() returns trigger language plpgsql as $$
begin
  perform pg_notify('waymark_accounts', old.district_code || ' ' || old.account_id);
  return null;
end $$;
comment on function core.tell_account() is 'Tells the instances which account changed: district code, account id.';

create trigger account_changed after update or delete on core.account
  for each row execute function core.tell_account();

-- What open pages have heard of. One row for each topic, counted by the last statement of a transaction that
-- changes it: the numbers grow in the order of the commits.
create table core.live_topic (
  district_code text not null,
  topic         text not null check (topic in ('progress', 'published')),
  revision      bigint not null check (revision > 0),
  primary key (district_code, topic)
);
comment on column core.live_topic.revision is 'How many commits changed the topic; holds no data, a page that has another number reads anew.';

-- Reviewers are reminded too, of what came in time and is about to be overdue for want of a review.
alter table core.reminder drop constraint reminder_kind_check;
alter table core.reminder add constraint reminder_kind_check check (kind in ('due', 'overdue', 'review'));
comment on column core.reminder.stage is 'T-30, T-15, T-7, T-1; V-5, V-1 working days left for reviews; overdue:<day> for each working day past due.';

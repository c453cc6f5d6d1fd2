-- Deadlines: what is settled with CİMER and Açık Kapı is how many of which days, not only the kind of day. Nothing could be written before.
alter table partner_days rename to partner_periods;
delete from partner_periods;

-- Kernel: whoever asks the audit about a thing has its id and need not know its kind.
drop index audit_entries_subject;
create index audit_entries_subject on audit_entries (subject_id, at desc, id desc) where subject_id is not null;

-- Calls: an information request must be in writing (4982), so the caller is sent the form's link. To which number, because a fixed line gets none.
create table call_form_links (
  id       uuid primary key,
  call_id  uuid not null references calls,
  phone    text not null,
  language text not null check (language in ('tr','en')),
  asked_at timestamptz not null,
  -- Pressed twice, sent once.
  unique (call_id, phone)
);

alter table calls drop constraint calls_purpose_check;
alter table calls add constraint calls_purpose_check
  check (purpose in ('request','status','information','foi-form','debt','wrong-number','silent','other'));

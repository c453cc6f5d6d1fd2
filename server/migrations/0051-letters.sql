-- Official letters of answers. What a letter says is frozen with the answer; the file is drawn when it is first asked for and stays the same.
create sequence letter_register;

create table answer_letters (
  answer_id   uuid primary key references request_answers,
  request_id  uuid not null references service_requests,
  -- Its number in our own register; the document number of the house is made of it.
  register    bigint not null unique default nextval('letter_register'),
  -- Everything that is printed but the addressee's name, which is read from the case when a copy for the post is made.
  content     jsonb not null,
  made_at     timestamptz not null,
  -- The citizen's copy, once drawn.
  file_id     uuid references stored_files,
  -- The signed original lies in the municipality's own document system (EBYS), under this number.
  ebys_number text check (ebys_number <> ''),
  ebys_date   date,
  check ((ebys_number is null) = (ebys_date is null))
);
create index answer_letters_request on answer_letters (request_id);

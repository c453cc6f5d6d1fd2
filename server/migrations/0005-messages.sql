-- Floor 6: correspondence. The outbox: written in the transaction that owes the message.

create table texts (
  key       text not null,
  channel   text not null check (channel in ('sms','email')),
  language  text not null check (language in ('tr','en')),
  subject   text,
  body      text not null,
  version   integer not null,
  primary key (key, channel, language)
);

create table messages (
  id              uuid primary key,
  request_id      uuid references service_requests,
  text_key        text not null,
  text_version    integer not null,
  channel         text not null check (channel in ('sms','email')),
  address         text not null,
  language        text not null,
  subject         text,
  body            text not null,
  state           text not null check (state in ('queued','sending','unknown','accepted','sent','delivered','failed','expired','dead','cancelled')),
  created_at      timestamptz not null,
  not_before      timestamptz not null,
  attempts        smallint not null default 0,
  lease_until     timestamptz,
  claim           uuid,
  -- The reference the last attempt carried, stored before it is made: the key for asking the provider after a time-out.
  reference       text,
  attempted_at    timestamptz,
  urgency         text not null check (urgency in ('answer','notice')),
  provider        text,
  provider_id     text,
  segments        smallint,
  cost_kurus      integer,
  accepted_at     timestamptz,
  ended_at        timestamptz,
  last_code       text,
  -- One fact owes one person one message, however often its reaction runs.
  dedupe_key      text not null unique
);
create index messages_waiting on messages (not_before, id) where state in ('queued','sending','unknown');
create index messages_request on messages (request_id);
create index messages_provider on messages (provider, provider_id) where provider_id is not null;
create index messages_dead on messages (created_at) where state = 'dead';
create index messages_created on messages (created_at desc, id desc);

create table delivery_attempts (
  id         bigint generated always as identity primary key,
  message_id uuid not null references messages,
  at         timestamptz not null,
  provider   text not null,
  what       text not null check (what in ('handed-over','receipt','looked-up','resend-asked')),
  result     text not null,
  code       text
);
create index delivery_attempts_message on delivery_attempts (message_id);

create table provider_circuits (
  provider   text primary key,
  state      jsonb not null,
  changed_at timestamptz not null
);

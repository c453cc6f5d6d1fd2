-- Deadlines: a person gives another day with a reason. The clock of the word given before ends on that ground; a clock of the law never does.
alter table clocks drop constraint clocks_end_reason_check;
alter table clocks add constraint clocks_end_reason_check
  check (end_reason in ('responded','answered','forwarded','withdrawn','deemed-withdrawn','cancelled','extended','fee-notice','paid',
                        'kind-changed','topic-changed','interim-answer','implied-refusal','promise-moved'));

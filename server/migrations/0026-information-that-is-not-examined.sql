-- Requests: information that is not examined names what m.4 or m.6 of law 4982 asks and is missing (requests/grounds.ts).
alter table request_answers
  drop constraint request_answers_grounds_check,
  add constraint request_answers_grounds_check
    check (grounds <@ array['4982-4','4982-6','4982-7','4982-8','4982-15','4982-16','4982-17','4982-18','4982-19','4982-20',
                            '4982-21','4982-22','4982-23','4982-24','4982-25','4982-26','4982-27','3071-6a','3071-6b','3071-6c']);

/** A hundred thousand requests to work among, written by SQL: how they came there is not what is measured. */
import pg from 'pg';

export async function fill(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(REQUESTS, [count]);
    await client.query(ASSIGNMENTS);
    await client.query(HISTORY);
    await client.query('analyze');
    await client.query('vacuum');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** One in ten is open, as in a municipality that keeps up. */
const REQUESTS = `
  insert into service_requests (id, tracking_number, access_token_hash, kind, channel, text, language, topic_code, topic_version,
    contact_phone, notify_by, neighbourhood_id, street, state, outcome, received_at, recorded_at, concluded_at, promised_at,
    next_due_at, next_due_kind, client_key)
  select gen_random_uuid(), lpad(upper(to_hex(n)), 11, 'Z'), decode(lpad(to_hex(n), 64, '0'), 'hex'), 'complaint',
         (array['phone','web','desk','cimer'])[1 + n % 4], 'Sokağımızda çöpler alınmadı, bekliyoruz. ' || n, 'tr', t.code, t.version,
         '+90500' || lpad((n % 50000)::text, 7, '0'), 'sms', 1 + n % 37, 'Selvi Sokak',
         case when n % 10 = 0 then 'assigned' else 'concluded' end, case when n % 10 = 0 then null else 'done' end,
         at, at, case when n % 10 = 0 then null else at + interval '2 days' end, at + interval '3 days',
         case when n % 10 = 0 then at + interval '3 days' end, case when n % 10 = 0 then 'conclusion' end, 'filled ' || n
  from generate_series(1, $1::int) n
  cross join lateral (select now() - (n % 365) * interval '1 day' - (n % 1440) * interval '1 minute' as at) times
  join (select code, version, row_number() over (order by code) - 1 as place, count(*) over () as topics from topics) t
    on t.place = n % t.topics`;

const ASSIGNMENTS = `
  insert into assignments (id, request_id, directorate_code, state, why_here, outcome, assigned_at, ended_at, due_at)
  select gen_random_uuid(), r.id, t.directorate_code, case when r.concluded_at is null then 'offered' else 'answered' end,
         'Konu bu müdürlüğün.', r.outcome, r.received_at, r.concluded_at, r.promised_at
  from service_requests r join topics t on t.code = r.topic_code where r.client_key like 'filled %'`;

const HISTORY = `
  insert into request_history (request_id, at, actor_kind, what, to_value)
  select id, received_at, 'system', 'recorded', 'received' from service_requests where client_key like 'filled %'`;

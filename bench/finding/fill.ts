/** A million requests of nine years to look among, with people, parts, notes and answers. How they came there is not what is measured. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { newId } from '../../server/kernel/ids.ts';
import { fold } from '../../text/turkish.ts';
import { ALPHABET } from '../../text/tracking-number.ts';
import { Dice, landmark, personName, sentenceOn } from './sentences.ts';

const BATCH = 4_000;
const DAY = 86_400_000;
const YEARS = 9;
const PEOPLE_PER_REQUEST = 0.3;

interface Topic {
  code: string;
  version: number;
  directorate: string;
  restricted: boolean;
}

interface Ground {
  topics: Topic[];
  places: { id: number; latitude: number; longitude: number; streets: string[] }[];
}

/** One in ten is open. `now`: when the last one came. */
export async function fill(url: string, count: number, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ground = await groundOf(client);
    const dice = new Dice(count);
    await client.query('set synchronous_commit = off');
    const people = await fillPeople(client, { dice, count: Math.max(10, Math.floor(count * PEOPLE_PER_REQUEST)), now });
    const began = now.getTime() - YEARS * 365 * DAY;
    for (let first = 0; first < count; first += BATCH) {
      const many = Math.min(BATCH, count - first);
      const rows = Array.from({ length: many }, (_, place) => {
        const share = (first + place + 1) / count;
        return aRequest(dice, ground, { at: new Date(began + share * (now.getTime() - began)), share, people, now });
      });
      await insertRows(client, rows);
    }
    await client.query(
      'vacuum analyze service_requests, assignments, citizens, request_notes, request_answers, request_history',
    );
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

async function groundOf(client: pg.Client): Promise<Ground> {
  const topics = await client.query<Topic>(
    `select code, version, directorate_code as directorate, coalesce((definition ->> 'restricted')::boolean, false) as restricted from topics order by code`,
  );
  const places = await client.query<Ground['places'][number]>(
    `select n.id, n.latitude, n.longitude, coalesce(array_agg(s.name) filter (where s.name is not null), '{}') as streets
     from neighbourhoods n left join streets s on s.neighbourhood_id = n.id group by n.id order by n.id`,
  );
  return { topics: topics.rows, places: places.rows };
}

async function fillPeople(client: pg.Client, { dice, count, now }: { dice: Dice; count: number; now: Date }) {
  const ids: string[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const names = Array.from({ length: Math.min(BATCH, count - first) }, () => personName(dice));
    const batch = names.map(() => newId(new Date(now.getTime() - YEARS * 365 * DAY)));
    await client.query(
      `insert into citizens (id, kind, name, name_folded, language, created_at)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])`,
      [batch, batch.map(() => 'person'), names, names.map(fold), batch.map(() => 'tr'), batch.map(() => now)],
    );
    ids.push(...batch);
  }
  return ids;
}

type Row = ReturnType<typeof aRequest>;

const STATES = [
  'received',
  'in-review',
  'assigned',
  'assigned',
  'in-progress',
  'in-progress',
  'waiting-for-citizen',
  'reopened',
];
const CHANNELS = [
  'phone',
  'phone',
  'phone',
  'phone',
  'phone',
  'phone',
  'phone',
  'web',
  'web',
  'cimer',
  'whatsapp',
  'desk',
  'email',
];
const KINDS = [
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'request',
  'request',
  'suggestion',
  'tip-off',
  'petition',
  'thanks',
];

function aRequest(
  dice: Dice,
  { topics, places }: Ground,
  { at, share, people, now }: { at: Date; share: number; people: string[]; now: Date },
) {
  const topic = topics[dice.skewed(topics.length)]!;
  const place = places[dice.skewed(places.length)]!;
  // Of the newest tenth most are open, of the old ones hardly any.
  const open = share > 0.9 ? dice.chance(0.72) : dice.chance(0.03);
  const who = dice.below(people.length);
  const channel = dice.pick(CHANNELS);
  const text = sentenceOn(topic.code, dice);
  const street = dice.chance(0.7)
    ? dice.chance(0.1)
      ? `${8000 + dice.below(90)}/${1 + dice.below(9)} Sokak`
      : dice.pick(place.streets)
    : null;
  const description = dice.chance(0.6) ? landmark(dice) : null;
  // Most of what is open still has time: a municipality that is late with everything needs no work list.
  const due = open ? new Date(now.getTime() + (dice.next() - 0.15) * 60 * DAY) : new Date(at.getTime() + 30 * DAY);
  return {
    id: newId(at), number: anyNumber(dice), topic, at, open, channel, text, street, description, due,
    kind: dice.pick(KINDS), neighbourhood: place.id, citizen: dice.chance(0.93) ? people[who]! : null,
    phone: `+90500${String(who).padStart(7, '0')}`, secret: topic.restricted && dice.chance(0.3),
    latitude: place.latitude + (dice.next() - 0.5) * 0.012, longitude: place.longitude + (dice.next() - 0.5) * 0.016,
    pinned: dice.chance(0.8), state: open ? dice.pick(STATES) : 'concluded', outcome: open ? null : dice.pick(['done', 'done', 'done', 'information-given', 'forwarded', 'refused']),
    concluded: open ? null : new Date(at.getTime() + dice.below(20) * DAY), external: channel === 'cimer' ? `24${String(dice.below(1e9)).padStart(9, '0')}` : null,
    note: dice.chance(0.15) ? `Ekip ile görüşüldü, ${landmark(dice)} kontrol edilecek.` : null,
    answer: open ? null : dice.pick(['Ekibimiz yerinde gerekli çalışmayı yaptı.', 'Talebiniz yerine getirildi.', 'Yerinde incelendi, eksik giderildi.', 'Konu görev alanımızda değil; görevli kuruma ilettik.']),
  }; // prettier-ignore
}

const anyNumber = (dice: Dice): string =>
  Array.from({ length: 11 }, () => ALPHABET[dice.below(ALPHABET.length)]).join('');
const column = <Key extends keyof Row>(rows: Row[], key: Key): Row[Key][] => rows.map((row) => row[key]);

async function insertRows(client: pg.Client, rows: Row[]): Promise<void> {
  await client.query('begin');
  await client.query(
    `insert into service_requests (id, tracking_number, access_token_hash, kind, channel, text, language, topic_code, topic_version, citizen_id,
       contact_phone, notify_by, identity_secret, restricted, neighbourhood_id, street, place_description, latitude, longitude, state, outcome,
       received_at, recorded_at, concluded_at, promised_at, next_due_at, next_due_kind, client_key, external_number)
     select i.id, number, hash, kind, channel, text, 'tr', topic, version, citizen, phone, 'sms', secret, restricted, place, street, description,
       latitude, longitude, state, outcome, at, at, concluded, due, case when concluded is null then due end,
       case when concluded is null then 'conclusion' end, 'filled ' || i.id, external
     from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::uuid[], $10::text[], $11::boolean[],
       $12::boolean[], $13::smallint[], $14::text[], $15::text[], $16::float8[], $17::float8[], $18::text[], $19::text[], $20::timestamptz[],
       $21::timestamptz[], $22::timestamptz[], $23::text[])
       as i(id, number, hash, kind, channel, text, topic, version, citizen, phone, secret, restricted, place, street, description, latitude, longitude,
            state, outcome, at, concluded, due, external)
     on conflict do nothing`,
    [
      column(rows, 'id'), column(rows, 'number'), rows.map(({ id }) => createHash('sha256').update(id).digest()), column(rows, 'kind'),
      column(rows, 'channel'), column(rows, 'text'), rows.map(({ topic }) => topic.code), rows.map(({ topic }) => topic.version),
      column(rows, 'citizen'), column(rows, 'phone'), column(rows, 'secret'), rows.map(({ topic }) => topic.restricted),
      column(rows, 'neighbourhood'), column(rows, 'street'), column(rows, 'description'),
      rows.map((row) => (row.pinned ? row.latitude : null)), rows.map((row) => (row.pinned ? row.longitude : null)),
      column(rows, 'state'), column(rows, 'outcome'), column(rows, 'at'), column(rows, 'concluded'), column(rows, 'due'), column(rows, 'external'),
    ],
  ); // prettier-ignore
  await insertParts(client, rows);
  await client.query('commit');
}

async function insertParts(client: pg.Client, rows: Row[]): Promise<void> {
  const parts = rows.map(
    (row) =>
      [
        newId(row.at),
        row.id,
        row.topic.directorate,
        row.open ? 'offered' : 'answered',
        row.outcome,
        row.at,
        row.concluded,
        row.due,
      ] as const,
  );
  await client.query(
    `insert into assignments (id, request_id, directorate_code, state, why_here, outcome, assigned_at, ended_at, due_at)
     select p.id, r.id, p.directorate, p.state, 'Konu bu müdürlüğün.', p.outcome, p.at, p.ended, p.due
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
       as p(id, request, directorate, state, outcome, at, ended, due) join service_requests r on r.id = p.request`,
    [0, 1, 2, 3, 4, 5, 6, 7].map((place) => parts.map((part) => part[place])),
  );
  await client.query(
    `insert into request_history (request_id, at, actor_kind, what, to_value)
     select r.id, r.received_at, 'system', 'recorded', 'received' from unnest($1::uuid[]) as i(id) join service_requests r on r.id = i.id`,
    [column(rows, 'id')],
  );
  const noted = rows.filter(({ note }) => note !== null);
  await client.query(
    `insert into request_notes (id, request_id, author, text, noted_at) select i.id, r.id, 'staff', i.text, r.received_at
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as i(id, request, text) join service_requests r on r.id = i.request`,
    [noted.map(({ at }) => newId(at)), column(noted, 'id'), column(noted, 'note')],
  );
  const answered = rows.filter(({ answer }) => answer !== null);
  await client.query(
    `insert into request_answers (id, request_id, kind, text, outcome, answered_at)
     select i.id, r.id, 'final', i.text, 'done', r.concluded_at
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as i(id, request, text) join service_requests r on r.id = i.request`,
    [answered.map(({ at }) => newId(at)), column(answered, 'id'), column(answered, 'answer')],
  );
}

import type { Db } from '../../kernel/db/database.ts';
import { among } from '../../kernel/db/hidden.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Language } from '../../../text/language.ts';
import type { Citizen, CitizenKind } from './citizen.ts';

export interface Identity {
  channel: 'phone' | 'email';
  externalId: string;
}

export interface CitizenRecord {
  id: string;
  kind: CitizenKind;
  name: string;
  nameFolded: string;
  language: Language;
  identities: Identity[];
  nationalIdSealed: Buffer | null;
  nationalIdIndex: Buffer | null;
  now: Date;
}

/** The citizen with this identity and name, or the given one newly written, in one statement. Call it in one's turn. */
export function findOrInsert(
  db: Db,
  record: CitizenRecord,
): Promise<{ id: string; added: boolean; hasNationalId: boolean }> {
  return oneRow(
    db,
    sql`with known as (${knownCitizen(record)}),
        added as (
          insert into citizens (id, kind, name, name_folded, language, national_id_sealed, national_id_index, created_at)
          select ${record.id}::uuid, ${record.kind}, ${record.name}, ${record.nameFolded}, ${record.language},
                 ${record.nationalIdSealed}::bytea, ${record.nationalIdIndex}::bytea, ${record.now}::timestamptz
          where not exists (select from known)
          returning id
        ),
        identities as (
          insert into citizen_identities (channel, external_id, citizen_id, created_at)
          select i.channel, i."externalId", added.id, ${record.now}
          from added, jsonb_to_recordset(${JSON.stringify(record.identities)}::jsonb)
                        as i(channel text, "externalId" text)
        )
        -- Who was merged into another is that one.
        select coalesce(merged_into, id) as id, false as added, national_id_index is not null as "hasNationalId" from known
        union all
        select id, true, true from added`,
  );
}

function knownCitizen({ identities, kind, nameFolded, nationalIdIndex }: CitizenRecord) {
  const [strongest] = identities;
  if (strongest !== undefined) {
    return sql`
      select c.id, c.merged_into, c.national_id_index from citizen_identities i join citizens c on c.id = i.citizen_id
      where i.channel = ${strongest.channel} and i.external_id = ${strongest.externalId}
        and c.kind = ${kind} and c.name_folded = ${nameFolded}
        and (${nationalIdIndex}::bytea is null or coalesce(c.national_id_index = ${nationalIdIndex}, true))
      order by c.created_at, c.id limit 1`;
  }
  return sql`
    select id, merged_into, national_id_index from citizens
    where national_id_index = ${nationalIdIndex}::bytea and kind = ${kind} and name_folded = ${nameFolded}
    order by created_at, id limit 1`;
}

export async function writeNationalId(db: Db, id: string, { sealed, index }: { sealed: Buffer; index: Buffer }) {
  await run(db, sql`update citizens set national_id_sealed = ${sealed}, national_id_index = ${index} where id = ${id}`);
}

export interface KnownByPhone {
  id: string;
  name: string;
  language: Language;
}

export function withPhone(db: Db, e164: string): Promise<KnownByPhone[]> {
  return rows<KnownByPhone>(
    db,
    sql`select c.id, c.name, c.language
        from citizens c
        where c.id in (select coalesce(own.merged_into, own.id) from citizen_identities i join citizens own on own.id = i.citizen_id
                       where i.channel = 'phone' and i.external_id = ${e164})
        order by c.created_at desc, c.id desc
        limit 20`,
  );
}

export function citizenRow(db: Db, id: string): Promise<Citizen | undefined> {
  return maybeRow<Citizen>(
    db,
    sql`select id, kind, name, language, national_id_index is not null as "hasNationalId",
               array(select external_id from citizen_identities
                     where channel = 'phone' and citizen_id in (select own.id from citizens own
                       where own.id = citizens.id or own.merged_into = citizens.id) order by created_at) as phones,
               array(select external_id from citizen_identities
                     where channel = 'email' and citizen_id in (select own.id from citizens own
                       where own.id = citizens.id or own.merged_into = citizens.id) order by created_at) as emails
        from citizens where id = ${id}`,
  );
}

export async function sealedNationalId(db: Db, id: string): Promise<Buffer | null> {
  const row = await maybeRow<{ sealed: Buffer | null }>(
    db,
    sql`select national_id_sealed as sealed from citizens where id = ${id}`,
  );
  return row?.sealed ?? null;
}

export async function namesOfCitizens(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>(
    db,
    sql`select id, name from citizens where id = ${among(ids)}`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

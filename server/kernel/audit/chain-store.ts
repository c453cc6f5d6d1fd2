/** Rows of the audit's chain: what waits for its seal, the seals, and both beside their entries. */
import type { Db } from '../db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../db/database.ts';
import type { EntryToSeal, Link, SealedEntry } from './chain.ts';
import { BEFORE_THE_FIRST } from './chain.ts';

/** As text, so that what is hashed is exactly what is stored and no driver's idea of it. */
const ENTRY = sql.raw(`e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor, e.act,
  e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.words_digest as "wordsDigest", e.detail::text as detail`);

/** One sealer at a time in the whole house, until its transaction ends; false: another one is at it. */
export async function takeSealersTurn(db: Db): Promise<boolean> {
  const row = await oneRow<{ mine: boolean }>(
    db,
    sql`select pg_try_advisory_xact_lock(hashtextextended('audit-sealer', 0)) as mine`,
  );
  return row.mine;
}

export function entriesToSeal(db: Db, most: number): Promise<EntryToSeal[]> {
  return rows<EntryToSeal>(
    db,
    sql`select ${ENTRY} from audit_unsealed u join audit_entries e on e.id = u.entry_id order by e.id limit ${most}`,
  );
}

export async function somethingWaits(db: Db): Promise<boolean> {
  return (await maybeRow(db, sql`select from audit_unsealed limit 1`)) !== undefined;
}

export async function writeSeals(db: Db, sealed: readonly { entryId: number; link: Link }[], now: Date): Promise<void> {
  const ids = sealed.map(({ entryId }) => entryId);
  const hashes = sealed.map(({ link }) => link.hash.toString('hex'));
  await run(
    db,
    sql`insert into audit_seals (seq, entry_id, sealed_at, hash)
        select s.seq, s.entry_id, ${now}, decode(s.hash, 'hex')
        from unnest(${sealed.map(({ link }) => link.seq)}::bigint[], ${ids}::bigint[], ${hashes}::text[]) as s(seq, entry_id, hash)`,
  );
  await run(db, sql`delete from audit_unsealed where entry_id = any(${ids}::bigint[])`);
}

export interface Head extends Link {
  /** When the last link was made; null: nothing is sealed yet. */
  sealedAt: Date | null;
}

export async function headOfChain(db: Db): Promise<Head> {
  const last = await maybeRow<Head>(
    db,
    sql`select seq, hash, sealed_at as "sealedAt" from audit_seals order by seq desc limit 1`,
  );
  return last ?? { ...BEFORE_THE_FIRST, sealedAt: null };
}

/** The next seals after one, with what they seal. */
export function sealsAfter(db: Db, seq: number, most: number): Promise<SealedEntry[]> {
  return rows<SealedEntry>(
    db,
    sql`select s.seq, s.hash, e.id is null as "entryIsGone", ${ENTRY},
               case when w.entry_id is not null then w.salt end as salt, w.reason,
               e.words_digest is not null and w.entry_id is null and exists (
                 select from audit_entries f where f.subject_kind = 'audit-entry' and f.subject_id = s.entry_id::text
                   and f.act = 'words-forgotten') as "wordsWereForgotten"
        from audit_seals s left join audit_entries e on e.id = s.entry_id left join audit_words w on w.entry_id = s.entry_id
        where s.seq > ${seq} order by s.seq limit ${most}`,
  ).then((found) => found.map(withWords));
}

function withWords(row: SealedEntry): SealedEntry {
  const { salt, reason } = row as unknown as { salt: Buffer | null; reason: string | null };
  return { ...row, words: salt === null || reason === null ? null : { salt, reason } };
}

export async function sealAt(db: Db, seq: number): Promise<Buffer | null> {
  return (await maybeRow<{ hash: Buffer }>(db, sql`select hash from audit_seals where seq = ${seq}`))?.hash ?? null;
}

export interface Outside {
  /** Entries that neither have a seal nor wait for one: written around the program. */
  slippedIn: number[];
  /** Entries that wait, and the oldest one's time. */
  waiting: number;
  waitingSince: Date | null;
}

/** What is not in the chain. The first hundred are named: more are not needed to know that something is wrong. */
export async function outsideTheChain(db: Db): Promise<Outside> {
  const slipped = await rows<{ id: number }>(
    db,
    sql`select e.id from audit_entries e
        where not exists (select from audit_seals s where s.entry_id = e.id)
          and not exists (select from audit_unsealed u where u.entry_id = e.id) order by e.id limit 100`,
  );
  const waiting = await oneRow<Pick<Outside, 'waiting' | 'waitingSince'>>(
    db,
    sql`select count(*) as waiting, min(e.at) as "waitingSince"
        from audit_unsealed u join audit_entries e on e.id = u.entry_id`,
  );
  return { slippedIn: slipped.map(({ id }) => id), ...waiting };
}

/** Destroys what somebody typed and the key to its digest. False: there were no words. */
export async function deleteWords(db: Db, entryId: number): Promise<boolean> {
  return (await run(db, sql`delete from audit_words where entry_id = ${entryId}`)) === 1;
}

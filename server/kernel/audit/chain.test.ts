import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { act, emptyHouse } from '../../testing/empty-house.ts';
import { audit } from '../audit.ts';
import { rows, run, sql } from '../db/database.ts';
import type { RawBuilder } from 'kysely';
import { AnchorFileProblem, anchorLine, anchorsThatHold, readAnchorFile, readAnchorLines } from './anchors.ts';
import { headOfChain } from './chain-store.ts';
import { anchorChain, continueAfterRestore, forgetWords } from './keep.ts';
import { sealAll, sealRound } from './seal.ts';
import { verifyChain } from './verify.ts';

const bare = await emptyHouse();
const folder = mkdtempSync(join(tmpdir(), 'hemsehri-anchors-'));
let count = 0;
let house = bare;

/** Each test begins with an empty audit and an anchor file of its own. */
beforeEach(async () => {
  count += 1;
  house = { ...bare, config: { ...bare.config, anchorFile: join(folder, `${count}.txt`) } };
  await asOwner(sql`delete from audit_seals`);
  await asOwner(sql`delete from audit_words`, sql`delete from audit_unsealed`, sql`delete from audit_entries`);
});

/** What somebody can do who owns the database and switches its guards off. */
async function asOwner(...statements: RawBuilder<unknown>[]): Promise<void> {
  await bare.db.transaction().execute(async (db) => {
    await run(db, sql`set local session_replication_role = replica`);
    for (const statement of statements) await run(db, statement);
  });
}

async function write(n: number, reason?: string): Promise<void> {
  for (let i = 1; i <= n; i += 1)
    await act(house, (tx) =>
      audit(tx, { act: 'signed-out', subjectKind: 'staff-member', subjectId: `s${i}`, reason, detail: { i } }),
    );
}

const firstFault = async () => (await verifyChain(house.db)).faults[0];
const ids = async () =>
  (await rows<{ id: number }>(house.db, sql`select entry_id as id from audit_seals order by seq`)).map(({ id }) => id);

describe('a chain that nobody touched', () => {
  test('holds from its first link to its head, and says how many wait', async () => {
    await write(7, 'Geri arama');
    await sealAll(house);
    await write(2);
    const { link, faults, waiting, waitingSince } = await verifyChain(house.db);
    expect({ seq: link.seq, faults, waiting }).toEqual({ seq: 7, faults: [], waiting: 2 });
    expect(waitingSince).toEqual(house.clock.now());
    expect(link.hash).toEqual((await headOfChain(house.db)).hash);
  });

  test('has no gap and no fork when a hundred write at once and three seal', async () => {
    const writers = Array.from({ length: 100 }, (_, n) =>
      act(house, (tx) =>
        audit(tx, { act: 'signed-out', subjectKind: 'staff-member', subjectId: String(n), reason: `neden ${n}` }),
      ),
    );
    let writing = true;
    const sealers = [1, 2, 3].map(async () => {
      while (writing) await sealRound(house);
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    await sealAll(house);
    expect(await verifyChain(house.db)).toMatchObject({ link: { seq: 100 }, faults: [], waiting: 0 });
  });

  test('leaves an entry out that was never committed, and does not wait for one still being written', async () => {
    await write(1);
    const undone = act(house, async (tx) => {
      await audit(tx, { act: 'signed-in', subjectKind: 'staff-member' });
      await sealAll(house);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await write(1);
    await sealAll(house);
    expect(await verifyChain(house.db)).toMatchObject({ link: { seq: 2 }, faults: [], waiting: 0 });
  });
});

describe('whoever owns the database and', () => {
  beforeEach(async () => {
    await write(5, 'Vatandaş aradı');
    await sealAll(house);
  });

  const third = sql`(select entry_id from audit_seals where seq = 3)`;
  test.each([
    [
      'changes one letter of what was done',
      sql`update audit_entries set act = 'tasted' where id = ${third}`,
      'changed',
    ],
    ['changes who did it', sql`update audit_entries set actor = 'citizen' where id = ${third}`, 'changed'],
    [
      'moves it by a microsecond',
      sql`update audit_entries set at = at + interval '1 microsecond' where id = ${third}`,
      'changed',
    ],
    [
      'makes a 3 in its detail a 3.0',
      sql`update audit_entries set detail = '{"i": 3.0}' where id = ${third}`,
      'changed',
    ],
    ['takes away whom it was about', sql`update audit_entries set subject_id = null where id = ${third}`, 'changed'],
    ['changes its seal', sql`update audit_seals set hash = sha256(hash) where seq = 3`, 'changed'],
    [
      'changes the words of why',
      sql`update audit_words set reason = 'Merak' where entry_id = ${third}`,
      'words-changed',
    ],
    ['takes the words of why away', sql`delete from audit_words where entry_id = ${third}`, 'words-missing'],
    ['deletes an entry', sql`delete from audit_entries where id = ${third}`, 'entry-missing'],
    ['deletes a seal', sql`delete from audit_seals where seq = 3`, 'seal-missing'],
  ])('%s is found out at the third link', async (_what, statement, problem) => {
    await asOwner(statement);
    expect(await firstFault()).toEqual({ seq: 3, problem });
  });

  test('swaps two entries is found out at the first of them', async () => {
    const [, second, , fourth] = await ids();
    await asOwner(
      sql`update audit_seals set entry_id = -1 where seq = 2`,
      sql`update audit_seals set entry_id = ${second} where seq = 4`,
      sql`update audit_seals set entry_id = ${fourth} where seq = 2`,
    );
    expect(await firstFault()).toEqual({ seq: 2, problem: 'changed' });
  });

  test('slips an entry in beside the program is found out, sealed or not', async () => {
    const id = Math.max(...(await ids())) + 1;
    await asOwner(
      sql`insert into audit_entries (id, at, actor, act, subject_kind) overriding system value
          values (${id}, now(), 'citizen', 'tested', 'test')`,
    );
    expect(await firstFault()).toEqual({ seq: id, problem: 'slipped-in' });
    await asOwner(sql`insert into audit_seals (seq, entry_id, sealed_at, hash) values (6, ${id}, now(), sha256('x'))`);
    expect(await firstFault()).toEqual({ seq: 6, problem: 'changed' });
  });

  test('cuts the end off leaves a chain that holds, and is found out by the anchor', async () => {
    await anchorChain(house);
    await asOwner(sql`delete from audit_seals where seq > 3`);
    await asOwner(sql`delete from audit_entries where id not in (select entry_id from audit_seals)`);
    await asOwner(sql`delete from audit_unsealed`);
    expect((await verifyChain(house.db)).faults).toEqual([]);
    const anchors = await readAnchorFile(house.config.anchorFile);
    expect((await verifyChain(house.db, { anchors })).faults).toEqual([{ seq: 5, problem: 'cut' }]);
  });

  test('computes the whole chain anew is found out by the anchor', async () => {
    await anchorChain(house);
    await asOwner(
      sql`update audit_entries set act = 'harmless' where id = ${third}`,
      sql`insert into audit_unsealed select entry_id from audit_seals`,
      sql`delete from audit_seals`,
    );
    await sealAll(house);
    expect((await verifyChain(house.db)).faults).toEqual([]);
    const anchors = await readAnchorFile(house.config.anchorFile);
    expect((await verifyChain(house.db, { anchors })).faults).toEqual([{ seq: 5, problem: 'rewritten' }]);
  });

  test.each(['audit_entries', 'audit_seals'])(
    'empties %s without switching the guards off is refused',
    async (table) => {
      await expect(run(house.db, sql`truncate ${sql.table(table)} cascade`)).rejects.toThrow('append-only');
      await expect(run(house.db, sql`delete from ${sql.table(table)}`)).rejects.toThrow('append-only');
    },
  );
});

describe('words', () => {
  test('can be forgotten with a record of it, and the chain stays whole', async () => {
    await write(3, 'Emine Hanım’ın komşusu sordu');
    await sealAll(house);
    const [, second] = await ids();
    await act(house, (tx) => forgetWords(tx, { entryId: second!, reason: 'KVKK m.7 başvurusu' }));
    await sealAll(house);
    expect((await verifyChain(house.db)).faults).toEqual([]);
    const left = await rows<{ reason: string }>(house.db, sql`select reason from audit_words order by entry_id`);
    expect(left.filter(({ reason }) => reason.includes('Emine'))).toHaveLength(2);
    await expect(act(house, (tx) => forgetWords(tx, { entryId: second!, reason: 'bir daha' }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('cannot be edited, only forgotten', async () => {
    await write(1, 'x');
    await expect(run(house.db, sql`update audit_words set reason = 'y'`)).rejects.toThrow('append-only');
  });
});

describe('anchors', () => {
  test('are lines in a file, and the audit notes each', async () => {
    await write(3);
    const first = await anchorChain(house);
    await write(1);
    const second = await anchorChain(house);
    expect(await readAnchorFile(house.config.anchorFile)).toEqual([first, second]);
    expect([first.seq, second.seq]).toEqual([3, 5]);
    expect(readFileSync(house.config.anchorFile, 'utf8').split('\n')[0]).toBe(anchorLine(first));
    await sealAll(house);
    expect(await verifyChain(house.db, { anchors: [first, second] })).toMatchObject({ link: { seq: 6 }, faults: [] });
  });

  test('beyond a backup that was put back hold no more once that is said, and not before', async () => {
    await write(4);
    await anchorChain(house);
    await write(2);
    const lost = await anchorChain(house);
    // The backup was made after the first four.
    await asOwner(
      sql`delete from audit_seals where seq > 4`,
      sql`delete from audit_entries where id not in (select entry_id from audit_seals)`,
    );
    const verdict = async () => verifyChain(house.db, { anchors: await readAnchorFile(house.config.anchorFile) });
    expect((await verdict()).faults).toEqual([{ seq: lost.seq, problem: 'cut' }]);
    const goesOn = await continueAfterRestore(house, 'Disk arızası, 16 Mart yedeği');
    await sealAll(house);
    expect((await verdict()).faults).toEqual([]);
    // Cutting the restored chain once more is found out again.
    await asOwner(sql`delete from audit_seals where seq > ${goesOn.seq - 1}`);
    expect((await verdict()).faults.map(({ problem }) => problem)).toContain('cut');
  });

  test('of a file with a line that is none prove nothing', () => {
    expect(() => readAnchorLines('anchor yesterday 5 abc\n')).toThrow(AnchorFileProblem);
    expect(anchorsThatHold([])).toEqual([]);
  });
});

import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { audit } from '../kernel/audit.ts';
import { sealAll } from '../kernel/audit/seal.ts';
import { run, sql } from '../kernel/db/database.ts';
import { act, emptyHouse } from '../testing/empty-house.ts';
import { registerAudit } from './audit.ts';

const house = await emptyHouse();
afterEach(() => {
  process.exitCode = 0;
});

async function hemsehri(...words: string[]) {
  let out = '';
  const print = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  const program = new Command().exitOverride();
  registerAudit(program, async () => house);
  try {
    await program.parseAsync(['audit', ...words], { from: 'user' });
  } finally {
    print.mockRestore();
  }
  return { out, exitCode: process.exitCode ?? 0 };
}

const write = (reason?: string) =>
  act(house, (tx) => audit(tx, { act: 'signed-out', subjectKind: 'staff-member', reason }));

test('a sound chain is said to hold, with its head; a broken one names the link and ends with 1', async () => {
  await write('Geri arama');
  await write();
  const anchored = await hemsehri('anchor');
  expect(anchored.out).toMatch(/^anchor 2026-03-16T06:00:00.000Z 2 [0-9a-f]{64}\n$/);
  await sealAll(house);
  const head = (await hemsehri('head')).out.trim();
  const verified = await hemsehri('verify');
  expect(verified).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^The chain holds. Links: 3; anchors: 1.\n3 /),
  });
  expect(head.startsWith(verified.out.split('\n')[1]!)).toBe(true);
  await house.db.transaction().execute(async (db) => {
    await run(db, sql`set local session_replication_role = replica`);
    await run(
      db,
      sql`update audit_entries set act = 'tasted' where id = (select entry_id from audit_seals where seq = 2)`,
    );
  });
  expect(await hemsehri('verify')).toEqual({
    exitCode: 1,
    out: 'BROKEN: link 2 does not fit its entry and the link before it\n',
  });
});

test('words are forgotten by the number of their entry, and a restore is written down', async () => {
  expect((await hemsehri('forget', '--entry', '1', '--reason', 'KVKK m.7')).out).toBe(
    'The words of entry 1 are forgotten.\n',
  );
  await expect(hemsehri('forget', '--entry', '2', '--reason', 'KVKK m.7')).rejects.toMatchObject({ code: 'not-found' });
  await expect(hemsehri('forget', '--entry', 'bir', '--reason', 'KVKK m.7')).rejects.toThrow(/number of an entry/);
  expect((await hemsehri('restored', '--reason', 'Yedek')).out).toMatch(/^restored 2026-03-16T06:00:00.000Z \d+ /);
});

test('a file of anchors that cannot be read proves nothing', async () => {
  const error = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  expect((await hemsehri('verify', '--anchors', new URL(import.meta.url).pathname)).exitCode).toBe(1);
  expect(error.mock.calls.join()).toContain('line 1 of the anchors is no anchor');
  error.mockRestore();
});

import { describe, expect, test } from 'vitest';
import { act } from '../../testing/empty-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { readAnchorFile } from '../../kernel/audit/anchors.ts';
import { sealAll } from '../../kernel/audit/seal.ts';
import { audit } from '../../kernel/audit.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { workById } from '../../kernel/long-works/work-store.ts';
import { gatewaysInUse, startSimulators } from '../correspondence/door.ts';
import { staffActorById } from '../staff/door.ts';
import { anchorJob, verifyJob } from './jobs.ts';

const { house } = await furnishedHouse();

async function verified(): Promise<{ state: string; result: Record<string, unknown> | null }> {
  const id = await verifyJob(house);
  await longWorkRound(house, staffActorById);
  const { state, result } = (await workById(house.db, id))!;
  return { state, result };
}

const lastVerdict = () =>
  maybeRow<{ detail: Record<string, unknown> }>(
    house.db,
    sql`select detail from audit_entries where act = 'chain-verified' order by id desc limit 1`,
  );

describe('the nightly verification', () => {
  test('follows more links than one step takes, and notes that the chain is sound', async () => {
    for (let i = 0; i < 5; i += 1)
      await act(house, async (tx) => {
        for (let j = 0; j < 500; j += 1)
          await audit(tx, { act: 'signed-out', subjectKind: 'staff-member', subjectId: `${i}/${j}` });
      });
    await sealAll(house);
    const { state, result } = await verified();
    expect({ state, result }).toMatchObject({ state: 'done', result: { faults: [], waiting: 0 } });
    expect(Number(result!.seq)).toBeGreaterThan(2500);
    expect((await lastVerdict())?.detail).toEqual({ seq: result!.seq, sound: true });
  });

  test('names the first link that does not hold, and records the fact', async () => {
    await house.db.transaction().execute(async (db) => {
      await run(db, sql`set local session_replication_role = replica`);
      await run(
        db,
        sql`update audit_entries set act = 'tasted' where id = (select entry_id from audit_seals where seq = 2100)`,
      );
    });
    const broken = { seq: 2100, problem: 'changed' };
    expect((await verified()).result).toMatchObject({ faults: [broken] });
    expect((await lastVerdict())?.detail).toMatchObject({ sound: false, firstFault: broken });
    const fact = sql<{ data: unknown }>`select data from facts where name = 'audit-chain-broken'`;
    expect((await maybeRow(house.db, fact))?.data).toEqual(broken);
  });
});

test('the day’s anchor goes to the file and to the auditor’s mailbox', async () => {
  const simulators = await startSimulators();
  const config = {
    ...house.config,
    anchorMail: 'denetci@ornek.example',
    mail: { url: simulators.urls.smtp, from: null },
  };
  const sender = { name: 'Belediye', address: 'bilgi@ornek.example' };
  const gateways = gatewaysInUse({ config, senderTitle: '', sender, now: () => house.clock.now() });
  const anchor = await anchorJob({ ...house, config }, gateways);
  expect(await readAnchorFile(house.config.anchorFile)).toEqual([anchor]);
  expect(simulators.smtp.log.recent()).toMatchObject([
    { to: config.anchorMail, text: expect.stringContaining(anchor.hash.toString('hex')) },
  ]);
  await gateways.mail?.close();
  await simulators.stop();
});

/** What tests of acts on many requests share: a house, people, requests, an act carried out to its end, and its undoing. */
import type { BulkAct, BulkRows } from '../../../../contract/bulk.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { CITIZEN } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { undoWork } from '../../../kernel/long-works/ask.ts';
import { itemsOf } from '../../../kernel/long-works/item-store.ts';
import { longWorkRound } from '../../../kernel/long-works/run.ts';
import { workById } from '../../../kernel/long-works/work-store.ts';
import { furnishedHouse } from '../../../testing/furnished-house.ts';
import type { Application } from '../../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../../intake/door.ts';
import { assignmentsOf, caseFile } from '../../requests/door.ts';
import { staffActorById } from '../../staff/door.ts';
import { askForBulkAct } from './ask.ts';

/** Call at the top of a test file: one house for all of it. */
export async function bulkWorld() {
  const world = await furnishedHouse();
  const { house } = world;
  const [roads, parks, chief, supervisor] = await Promise.all(['fatih', 'pinar', 'mustafa', 'sibel'].map(world.as));

  const as = <T>(actor: StaffActor, work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(house, { actor }, work);

  async function file(change: Partial<Application> = {}): Promise<string> {
    const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
      receiveRequest(tx, {
        ...{ channel: 'web', kind: 'complaint', text: 'Asfalt bozuk.', language: 'tr', topicCode: 'YOL-01' },
        ...{ answers: [], danger: false, fileIds: [], clientKey: null, person: null },
        place: { ...NO_PLACE, neighbourhoodId: 1, description: 'okulun önü' },
        ...change,
      }),
    );
    return id;
  }

  async function many(n: number, change: Partial<Application> = {}): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < n; at += 1) ids.push(await file(change));
    return ids;
  }

  const round = (isOver?: () => boolean) => longWorkRound(house, staffActorById, isOver);

  async function act(actor: StaffActor, rows: BulkRows | string[], given: BulkAct): Promise<string> {
    const asked = Array.isArray(rows) ? { ids: rows } : rows;
    const { work } = await askForBulkAct(house, actor, { rows: asked, act: given });
    await round();
    return work;
  }

  const askToUndo = (actor: StaffActor, work: string) =>
    as(actor, async (tx) => undoWork(tx, (await workById(tx.db, work))!));
  const workOf = async (id: string) => (await workById(house.db, id))!;

  async function undo(actor: StaffActor, work: string) {
    const id = await askToUndo(actor, work);
    await round();
    return workOf(id);
  }

  return {
    ...{ world, as, file, many, round, act, undo, askToUndo, workOf },
    ...{ roads: roads!, parks: parks!, chief: chief!, supervisor: supervisor! },
    caseOf: async (id: string) => (await caseFile(house.db, id))!,
    partsOf: async (id: string) =>
      (await assignmentsOf(house.db, id)).map(({ directorateCode, state }) => `${directorateCode} ${state}`),
    whyNot: async (work: string) =>
      (await itemsOf(house.db, work, { after: 0, limit: 100, state: 'refused' })).map(({ refusal }) => refusal),
  };
}

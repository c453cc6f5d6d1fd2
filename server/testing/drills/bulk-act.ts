/**
 * One act on many requests, and its undoing, each by a worker that is really killed half way. Afterwards every row has been acted on exactly once, and
 * undone exactly once: nothing twice, nothing lost.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import type { SettableClock } from '../../kernel/clock.ts';
import { oneRow, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { undoWork } from '../../kernel/long-works/ask.ts';
import { workById } from '../../kernel/long-works/work-store.ts';
import { askForBulkAct } from '../../modules/incidents/door.ts';
import { NO_PLACE, receiveRequest } from '../../modules/intake/door.ts';

export interface BulkDrill {
  house: House;
  clock: SettableClock;
  databaseUrl: string;
  supervisor: StaffActor;
  rows: number;
  /** Each worker is killed once so many rows are done. */
  killAt: number;
  /** By how many milliseconds each row is slowed, so that a few rows last long enough to be interrupted. */
  pauseMs: number;
  say(line: string): void;
}

export interface Phase {
  /** Rows that were done when the worker was killed. */
  doneAtKill: number;
  done: number;
  refused: number;
  /** While a worker was at it, both of them together, without the wait for the dead one's lease. */
  seconds: number;
  rowsPerSecond: number;
}

export interface BulkReport {
  rows: number;
  act: Phase;
  undo: Phase;
  /** One sentence for each promise that was broken; empty is the only good answer. */
  broken: string[];
}

const WORDS = 'Toplu kesinti denemesi';
/** Longer than a dead worker holds what it took. */
const LEASE_MS = 31_000;

export async function runBulkDrill(drill: BulkDrill): Promise<BulkReport> {
  const { house, supervisor, rows, say } = drill;
  await fileMany(drill);
  say(`${rows} requests filed`);
  const { work, total } = await askForBulkAct(house, supervisor, {
    rows: { filter: { text: WORDS, states: 'in-review' } },
    act: { act: 'assign', directorate: 'FEN', why: 'Yol işi.' },
  });
  const act = await killedAndCarriedOn(drill, work);
  say(`given: ${act.done}, killed at ${act.doneAtKill}, ${act.rowsPerSecond} rows/s`);
  const broken = total === rows ? [] : [`the filter listed ${total} of ${rows} rows`];
  broken.push(...told('after the act', await counted(house), { assigned: rows, open: rows, given: rows, taken: 0 }));
  const undoing = await inTransaction(house, { actor: supervisor }, async (tx) =>
    undoWork(tx, (await workById(tx.db, work))!),
  );
  const undo = await killedAndCarriedOn(drill, undoing);
  say(`undone: ${undo.done}, killed at ${undo.doneAtKill}, ${undo.rowsPerSecond} rows/s`);
  broken.push(...told('after the undo', await counted(house), { assigned: 0, open: 0, given: rows, taken: rows }));
  return { rows, act, undo, broken };
}

async function fileMany({ house, rows }: BulkDrill): Promise<void> {
  for (let n = 0; n < rows; n += 1) {
    await inTransaction(house, { actor: CITIZEN }, (tx) =>
      receiveRequest(tx, {
        ...{ channel: 'web', kind: 'complaint', text: `${WORDS} ${n}`, language: 'tr', topicCode: null, answers: [] },
        ...{ danger: false, fileIds: [], clientKey: null, person: null },
        place: { ...NO_PLACE, neighbourhoodId: 1, description: 'okulun önü' },
      }),
    );
  }
}

async function killedAndCarriedOn(drill: BulkDrill, work: string): Promise<Phase> {
  const { house, clock, killAt, rows } = drill;
  const first = startWorker(drill);
  const begun = performance.now();
  while ((await workById(house.db, work))!.done < killAt) await sleep(5);
  first.child.kill('SIGKILL');
  await first.ended;
  const killed = performance.now();
  const doneAtKill = (await workById(house.db, work))!.done;
  if (doneAtKill >= rows) throw new Error('the worker was done before it was killed');
  clock.advance(LEASE_MS);
  const again = performance.now();
  await startWorker(drill).ended;
  const seconds = (performance.now() - again + (killed - begun)) / 1000;
  const { done, refused } = (await workById(house.db, work))!;
  return {
    ...{ doneAtKill, done, refused },
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(done / seconds),
  };
}

function startWorker({ house, clock, databaseUrl, pauseMs }: BulkDrill) {
  const worker = fileURLToPath(new URL('../slow-worker.ts', import.meta.url));
  const given = [databaseUrl, house.config.dataDir, clock.now().toISOString(), String(pauseMs)];
  const child = spawn(process.execPath, [worker, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, ended: new Promise<void>((resolve) => child.once('exit', () => resolve())) };
}

interface Counted {
  /** Requests that a directorate has. */
  assigned: number;
  /** Parts the roads directorate has. */
  open: number;
  /** Requests with exactly one line of history that says it was given, one fact of it, and one part. */
  given: number;
  /** Requests with exactly one line that says it was taken back, and that part over. */
  taken: number;
}

async function counted({ db }: House): Promise<Counted> {
  return oneRow<Counted>(
    db,
    sql`with mine as (select id, state from service_requests where text like ${`${WORDS}%`}),
          parts as (
            select m.id, count(a.id) as n, count(a.id) filter (where a.ended_at is null) as open,
                   count(a.id) filter (where a.state = 'cancelled') as over
            from mine m left join assignments a on a.request_id = m.id group by 1),
          lines as (
            select m.id, count(h.id) filter (where h.what = 'assigned') as given,
                   count(h.id) filter (where h.what = 'assignment-taken-back') as taken
            from mine m join request_history h on h.request_id = m.id group by 1),
          facts_of as (
            select m.id, count(f.name) as n from mine m
            left join facts f on f.subject = m.id and f.name = 'request-assigned' group by 1)
        select count(*) filter (where m.state = 'assigned') as assigned,
               sum(p.open) as open,
               count(*) filter (where p.n = 1 and l.given = 1 and f.n = 1) as given,
               count(*) filter (where l.taken = 1 and p.over = 1 and m.state = 'in-review') as taken
        from mine m join parts p using (id) join lines l using (id) join facts_of f using (id)`,
  );
}

function told(when: string, found: Counted, wanted: Counted): string[] {
  return (Object.keys(wanted) as (keyof Counted)[])
    .filter((each) => Number(found[each]) !== wanted[each])
    .map((each) => `${when}, ${each}: ${found[each]} instead of ${wanted[each]}`);
}

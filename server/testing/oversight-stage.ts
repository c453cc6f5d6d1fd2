/** People, requests and bells for the tests of what nobody may forget. */
import { beforeAll } from 'vitest';
import type { Notice, NoticeList } from '../../contract/notices.ts';
import type { StaffActor } from '../kernel/actor.ts';
import { CITIZEN } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { rows, run, sql } from '../kernel/db/database.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { NO_PLACE, receiveRequest } from '../modules/intake/door.ts';
import { assignmentsOf } from '../modules/requests/door.ts';
import type { DeskCaller, DeskServer } from './desk-server.ts';
import { deskServer } from './desk-server.ts';
import type { FurnishedHouse } from './furnished-house.ts';
import { MONDAY_MORNING } from './furnished-house.ts';

const NAMES = ['fatih', 'mustafa', 'tulay', 'nermin', 'sibel', 'elif', 'sema', 'yonetici', 'pinar'] as const;
type Name = (typeof NAMES)[number];

export interface OversightStage {
  server: DeskServer;
  people: Record<Name, StaffActor>;
  /** Signed in on Monday morning. */
  callers: Record<Name, DeskCaller>;
  record(topicCode?: string | null, more?: object): Promise<{ id: string; part: string }>;
  doAs<T>(who: Name, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Asks as if it were Monday morning: sessions would be over by the days the clock is moved to. */
  onMonday<T>(ask: () => Promise<T>): Promise<T>;
  bell(who: Name): Promise<Notice[]>;
  unread(who: Name): Promise<string[]>;
  /** What was told of a request: `clock rung → people`, in order. */
  toldOf(id: string): Promise<string[]>;
  /** Puts away everything that was told so far, so that a test sees only its own. */
  clearBells(): Promise<void>;
}

/** Call at the top of a test file. */
export function oversightStage({ house, clock, as }: FurnishedHouse): OversightStage {
  const stage = { people: {}, callers: {} } as unknown as OversightStage;
  beforeAll(async () => {
    stage.server = await deskServer(house);
    for (const name of NAMES) {
      stage.people[name] = await as(name);
      stage.callers[name] = await stage.server.as(name);
    }
  });
  stage.doAs = (who, work) => inTransaction(house, { actor: stage.people[who] }, work);
  stage.onMonday = async (ask) => {
    const now = clock.now();
    clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
    const answer = await ask();
    clock.set(now);
    return answer;
  };
  stage.bell = (who) =>
    stage.onMonday(async () => (await stage.callers[who].get<NoticeList>('/api/v1/notices')).body.notices);
  stage.unread = async (who) => (await stage.bell(who)).map(({ kind }) => kind);
  stage.clearBells = async () => {
    clock.set(MONDAY_MORNING);
    await run(house.db, sql`update staff_notices set read_at = now()`);
    await run(house.db, sql`delete from escalation_watch`);
    await run(house.db, sql`update clocks set ended_at = started_at, end_reason = 'cancelled' where ended_at is null`);
  };
  stage.record = async (topicCode = 'YOL-01', more = {}) => {
    const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
      receiveRequest(tx, {
        ...{ channel: 'web', kind: 'complaint', text: 'Yolda çukur var.', language: 'tr', topicCode },
        ...{ answers: [], danger: false, fileIds: [], clientKey: null },
        person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
        place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
        ...more,
      }),
    );
    clock.advance(1_000);
    return { id, part: (await assignmentsOf(house.db, id))[0]?.id ?? '' };
  };
  stage.toldOf = async (id) => {
    const nameOf = (one: string) => NAMES.find((name) => stage.people[name].id === one) ?? one;
    const found = await rows<{ rule: string; rung: string; told: string[] }>(
      house.db,
      sql`select c.rule, e.rung, e.told from escalations e join clocks c on c.id = e.clock_id
          where e.request_id = ${id} and not e.silent order by e.raised_at, c.rule, e.rung`,
    );
    return found.map(({ rule, rung, told }) => `${rule} ${rung.split(':')[0]} → ${told.map(nameOf).sort().join(', ')}`);
  };
  return stage;
}

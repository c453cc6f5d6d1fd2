/** What tests of periods share: a house, people, an information request filed on a day, and its clocks in words. */
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { refusedBy } from '../../testing/refused.ts';
import { instantAt, istanbulDay } from '../calendar/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { assignmentsOf, caseFile, requestById } from '../requests/door.ts';
import { clocksOfRequest, extendPeriod, notifyFee, recordFeePayment } from './door.ts';

const asked: Application = {
  channel: 'web',
  kind: 'request',
  text: '2025 yılında kesilen ağaçların listesini istiyorum.',
  language: 'tr',
  topicCode: 'KUR-07',
  answers: [],
  danger: false,
  person: { name: 'Işıl Örnek', phone: '0555 000 00 47', notifyBy: 'sms', nationalId: '10000000146' },
  place: NO_PLACE,
  fileIds: [],
  clientKey: null,
};

export type FoiWorld = Awaited<ReturnType<typeof foiWorld>>;

/** Call in beforeAll. Acts are run as the worker runs them when the seconds are over: their words leave at that moment. */
export async function foiWorld() {
  const world = await furnishedHouse();
  const { house, clock } = world;
  const supervisor: StaffActor = await world.as('sibel');
  const clerk: StaffActor = await world.as('fatih');
  const at = (day: string, time = '10:00') => clock.set(instantAt(day, time));
  const now = () => clock.now();
  const doAs = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor }, work);
  const requestOf = async (id: string) => (await requestById(house.db, id))!;

  async function file(day: string, change: Partial<Application> = {}): Promise<string> {
    at(day);
    return (await doAs(CITIZEN, (tx) => receiveRequest(tx, { ...asked, ...change }))).id;
  }

  /** Rule → due day and how it ended; a rule that ran twice says since when. */
  async function clocksOf(id: string): Promise<Record<string, string>> {
    const clocks = await clocksOfRequest(house.db, id);
    return Object.fromEntries(
      clocks.map(({ rule, dueAt, endReason, startedAt }) => [
        clocks.filter((each) => each.rule === rule).length > 1 ? `${rule} of ${istanbulDay(startedAt)}` : rule,
        `${dueAt ? istanbulDay(dueAt) : '–'} ${endReason ?? 'running'}`,
      ]),
    );
  }

  return {
    ...{ house, clock, supervisor, clerk, at, now, doAs, requestOf, file, clocksOf },
    promiseOf: async (id: string) => {
      const { promisedAt } = await requestOf(id);
      return promisedAt && istanbulDay(promisedAt);
    },
    historyOf: async (id: string) => (await caseFile(house.db, id))!.history,
    toldOf: async (id: string) => (await messagesOfRequest(house.db, id)).map(({ textKey }) => textKey),
    partOf: async (id: string) => (await assignmentsOf(house.db, id)).find(({ endedAt }) => endedAt === null)!,
    extend: (id: string, actor: Actor = supervisor) =>
      doAs(actor, (tx) =>
        extendPeriod(
          tx,
          { requestId: id, ground: 'other-unit', reason: 'Park ve Bahçeler arşivinden istendi.' },
          now(),
        ),
      ),
    askFee: (id: string) =>
      doAs(supervisor, (tx) =>
        notifyFee(tx, { requestId: id, amountKurus: 12_550, whatFor: '251 sayfa fotokopi' }, now()),
      ),
    pay: (id: string, paidOn: string) =>
      doAs(supervisor, (tx) => recordFeePayment(tx, { requestId: id, paidOn, receipt: 'MKB-2026/17' })),
  };
}

/** The code and the details of what was refused. */
export async function refusal(work: Promise<unknown>): Promise<Record<string, unknown> & { code: string }> {
  const { code, details } = await refusedBy(work);
  return { code, ...details };
}

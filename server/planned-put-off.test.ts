/** A planned job on another day, through the whole house: its plan goes on, callers hear the new day, colleagues see it at once, and nobody's day is lost. */
import { describe, expect, test } from 'vitest';
import type { NoticeList } from '../contract/notices.ts';
import type { PlannedJob, PlannedNear } from '../contract/planned-work.ts';
import { rows, sql } from './kernel/db/database.ts';
import { makePlannedJobs } from './modules/planned-work/door.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { listen } from './testing/live-listener.ts';
import { plannedStage } from './testing/planned-stage.ts';

const { world, desk, server, plan, change, jobsOf, steps, at } = await plannedStage();
const { house } = world;

interface Asked {
  day: string;
  from: string;
  reason?: string;
}
type Answer = PlannedJob & { refusal?: string };

const putOff = (who: DeskCaller, job: { id: string }, { reason = 'Yağmur.', ...asked }: Asked) =>
  who.post<Answer>(`/api/v1/planned-jobs/${job.id}/put-off`, { reason, ...asked });
const putBack = (who: DeskCaller, job: { id: string }, from: string) =>
  who.post<Answer>(`/api/v1/planned-jobs/${job.id}/put-back`, { from });
const heard = async () =>
  (await desk.elif.get<PlannedNear>('/api/v1/planned-jobs/near?topic=YOL-01&neighbourhood=1')).body.map(
    ({ kind, day, insteadOf }) => `${kind} ${day} ${insteadOf}`,
  );
const MONDAY = '2026-02-16';

/** The clearing of this Monday, in one neighbourhood. */
async function monday() {
  const saved = await plan({ neighbourhoods: [1] });
  const [job] = await jobsOf(desk.fatih, saved);
  return { saved, job: job! };
}

describe('a job that is put off', () => {
  test('stands on its new day, with its own day and the reason kept; the plan goes on in its rhythm and makes it no second time', async () => {
    const { saved, job } = await monday();
    const { body } = await putOff(desk.fatih, job, { day: '2026-02-24', from: MONDAY });
    expect(body).toMatchObject({ day: '2026-02-24', putOffFrom: MONDAY, state: 'due', when: 'later' });
    await makePlannedJobs(house);
    const due = (await jobsOf(desk.sibel, saved)).map(({ day, putOffFrom }) => `${day} ${putOffFrom}`);
    expect(due).toEqual(['2026-02-23 null', `2026-02-24 ${MONDAY}`, '2026-03-02 null']);
    expect((await steps(job)).at(-1)).toMatchObject({
      ...{ what: 'put-off', by: 'Fatih Deneme', why: 'Yağmur.', fromDay: MONDAY, toDay: '2026-02-24' },
    });
  });

  test('is heard by callers on its new day', async () => {
    const { job } = await monday();
    expect((await heard())[0]).toBe(`ahead ${MONDAY} null`);
    await putOff(desk.fatih, job, { day: '2026-02-18', from: MONDAY });
    expect((await heard())[0]).toBe(`ahead 2026-02-18 ${MONDAY}`);
  });

  test('can be put off once more, and each is taken back by itself', async () => {
    const { job } = await monday();
    await putOff(desk.fatih, job, { day: '2026-02-18', from: MONDAY });
    const twice = await putOff(desk.mustafa, job, { day: '2026-02-20', from: '2026-02-18', reason: 'Hâlâ yağıyor.' });
    expect(twice.body).toMatchObject({ day: '2026-02-20', putOffFrom: MONDAY });
    expect((await putBack(desk.mustafa, job, '2026-02-20')).body).toMatchObject({ day: '2026-02-18', putOffFrom: MONDAY });
    expect((await putBack(desk.fatih, job, '2026-02-18')).body).toMatchObject({ day: MONDAY, putOffFrom: null });
    expect((await putBack(desk.fatih, job, MONDAY)).body.refusal).toBe('step-not-allowed');
    expect((await steps(job)).map(({ what, fromDay, toDay }) => `${what} ${fromDay} ${toDay}`)).toEqual([
      ...['made null null', `put-off ${MONDAY} 2026-02-18`, 'put-off 2026-02-18 2026-02-20'],
      ...['put-back 2026-02-20 2026-02-18', `put-back 2026-02-18 ${MONDAY}`],
    ]);
  }); // prettier-ignore

  test('of two at once the second is told, and puts it off knowing of the first', async () => {
    const { job } = await monday();
    const [one, other] = await Promise.all([
      putOff(desk.fatih, job, { day: '2026-02-18', from: MONDAY }),
      putOff(desk.mustafa, job, { day: '2026-02-19', from: MONDAY }),
    ]);
    const [taken, refused] = one.status === 200 ? [one, other] : [other, one];
    expect([taken.status, refused.status, refused.body.refusal]).toEqual([200, 409, 'changed-meanwhile']);
    const { day } = taken.body;
    expect((await putBack(desk.fatih, job, MONDAY)).body.refusal).toBe('changed-meanwhile');
    expect((await putOff(desk.mustafa, job, { day: '2026-02-20', from: day })).status).toBe(200);
  });

  test('is refused with the rule’s own code, without a reason, after its end, and where rights do not reach', async () => {
    const { job } = await monday();
    const codeOf = async (asked: Partial<Asked>, who = desk.fatih) =>
      (await putOff(who, job, { day: '2026-02-18', from: MONDAY, ...asked })).body.refusal;
    expect(await codeOf({ day: '2026-02-15' })).toBe('put-off-past');
    expect(await codeOf({ day: '2026-02-21' })).toBe('put-off-shut');
    expect(await codeOf({ reason: '  ' })).toBe('reason-missing');
    expect((await putOff(desk.elif, job, { day: '2026-02-18', from: MONDAY })).status).toBe(403);
    expect((await putOff(desk.cem, job, { day: '2026-02-18', from: MONDAY })).status).toBe(404);
    await desk.fatih.post(`/api/v1/planned-jobs/${job.id}/done`, { note: '' });
    expect(await codeOf({})).toBe('step-not-allowed');
    expect((await steps(job)).map(({ what }) => what)).toEqual(['made', 'done']);
  });

  test('keeps its day when the plan is written otherwise, and goes with its plan’s day when that goes', async () => {
    const { saved, job } = await monday();
    await putOff(desk.fatih, job, { day: '2026-02-18', from: MONDAY });
    const renamed = await change(saved, { title: 'Izgara bakımı' });
    const [still] = await jobsOf(desk.fatih, saved);
    expect(still).toMatchObject({ id: job.id, title: 'Izgara bakımı', day: '2026-02-18', putOffFrom: MONDAY });
    const elsewhen = await change(renamed.body, { rhythm: { ...saved.rhythm, weekdays: [3] } });
    const days = async () => (await jobsOf(desk.fatih, saved)).map(({ day, putOffFrom }) => `${day} ${putOffFrom}`);
    expect((await days())[0]).toBe('2026-02-18 null');
    await change(elsewhen.body, { rhythm: saved.rhythm });
    expect((await days())[0], 'made again, on its own day').toBe(`${MONDAY} null`);
  });

  test('tells the person who has it, and settles what they were told of the day before', async () => {
    const { job } = await monday();
    const { id } = await world.as('fatih');
    await desk.mustafa.post(`/api/v1/planned-jobs/${job.id}/hand`, { person: id });
    const told = async () =>
      (await desk.fatih.get<NoticeList>('/api/v1/notices')).body.notices
        .filter(({ subject, settled }) => subject === job.id && !settled)
        .map(({ kind, data }) => `${kind} ${String(data.day)}`);
    expect(await told()).toEqual([`planned-job-handed ${MONDAY}`]);
    await putOff(desk.mustafa, job, { day: '2026-02-18', from: MONDAY });
    expect(await told()).toEqual(['planned-job-put-off 2026-02-18']);
    await putOff(desk.fatih, job, { day: '2026-02-19', from: '2026-02-18' });
    expect(await told(), 'who did it knows').toEqual([]);
  });
});

describe('live', () => {
  test('what colleagues do is told to those whose list it is, and to nobody else', async () => {
    const streams = ['mustafa', 'elif', 'cem', 'izleyen'] as const;
    const open = streams.map((name) => listen(server().address, desk[name].cookie));
    for (const { text } of open) await expect.poll(text, { timeout: 10_000 }).toContain('still here');
    const { saved, job } = await monday();
    await putOff(desk.fatih, job, { day: '2026-02-18', from: MONDAY });
    await desk.fatih.post(`/api/v1/planned-jobs/${job.id}/done`, { note: '' });
    const [mustafa, elif, cem, izleyen] = open;
    const line = (fact: string, subject: string) => `"fact":"${fact}","subject":"${subject}"`;
    for (const stream of [mustafa!, elif!]) {
      await expect.poll(stream.text, { timeout: 10_000 }).toContain(line('planned-job-ended', job.id));
      expect(stream.text()).toContain(line('planned-jobs-made', saved.id));
      expect(stream.text()).toContain(line('planned-job-put-off', job.id));
      expect(stream.text()).toContain('event: planned');
    }
    for (const stream of [cem!, izleyen!]) expect(stream.text()).not.toContain(job.id);
    open.forEach(({ stop }) => stop());
    await Promise.all(open.map(({ reading }) => reading));
  });
});

// Last, because on the day after everybody signs in anew.
describe('the days after', () => {
  test('a late job that is put off is late no more, and is told anew when its new day is over too', async () => {
    const { saved, job } = await monday();
    const notices = () =>
      rows<{ day: string; settled: boolean }>(
        house.db,
        sql`select data ->> 'day' as day, settled_at is not null as settled from staff_notices
            where kind = 'planned-work-late' and subject = ${saved.id} order by told_at`,
      );
    at('2026-02-17T10:00');
    await makePlannedJobs(house);
    expect(await notices()).toEqual([{ day: MONDAY, settled: false }]);
    const fatih = await server().as('fatih');
    await putOff(fatih, job, { day: '2026-02-18', from: MONDAY });
    expect(await notices()).toEqual([{ day: MONDAY, settled: true }]);
    await makePlannedJobs(house);
    expect(
      (await jobsOf(fatih, saved)).map(({ day }) => day),
      'its own day is over, and it is not made again',
    ).toEqual([...['2026-02-18', '2026-02-23', '2026-03-02']]);
    at('2026-02-19T10:00');
    await makePlannedJobs(house);
    expect(await notices()).toEqual([
      { day: MONDAY, settled: true },
      { day: '2026-02-18', settled: false },
    ]);
  });
});

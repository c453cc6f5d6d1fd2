/** Work of the municipality's own through the whole house: planned by a manager, made once whoever runs, done by a clerk, and no request to anybody. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { NewWorkPlan, PlannedJob } from '../contract/planned-work.ts';
import type { PlannedNear, PlanPreview, WorkPlans } from '../contract/planned-work.ts';
import type { NoticeList } from '../contract/notices.ts';
import type { Workload } from '../contract/oversight.ts';
import { systemActor } from './kernel/actor.ts';
import { oneRow, rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { removeHoliday, saveHoliday } from './modules/calendar/door.ts';
import { listSeasons, saveSeason, switchSeason } from './modules/catalogue/door.ts';
import { addPlan, makePlannedJobs } from './modules/planned-work/door.ts';
import { listNeighbourhoods } from './modules/places/door.ts';
import { deactivateStaffMember } from './modules/staff/door.ts';
import { DITCHES, plannedStage } from './testing/planned-stage.ts';

const { world, desk, server, plan, change, jobsOf, steps, at } = await plannedStage();
const { house, clock, databaseUrl } = world;

const shown = (jobs: readonly PlannedJob[]) =>
  jobs.map(({ day, neighbourhood, when }) => `${day} ${neighbourhood} ${when}`);
const inTable = ({ id }: { id: string }) =>
  rows<{ day: string; place: number; state: string }>(
    house.db,
    sql`select day, neighbourhood_id as place, state from planned_jobs where plan_id = ${id} order by day, neighbourhood_id`,
  );

describe('a plan', () => {
  test('is made for one’s own directorate, with the topic’s directorate where none is said; its jobs are there at once', async () => {
    const saved = await plan();
    expect(saved).toMatchObject({ directorate: 'FEN', version: 1, mayChange: true });
    expect(saved.next.map(({ day }) => day)).toEqual(['2026-02-16', '2026-02-23', '2026-03-02']);
    expect(shown(await jobsOf(desk.fatih, saved))).toEqual([
      ...['2026-02-16 1 this-week', '2026-02-16 2 this-week', '2026-02-23 1 later', '2026-02-23 2 later'],
      ...['2026-03-02 1 later', '2026-03-02 2 later'],
    ]);
  });

  test('is seen and written only where the rights reach', async () => {
    const saved = await plan();
    const [job] = await jobsOf(desk.mustafa, saved);
    for (const who of ['cem', 'tulay'] as const) {
      expect(await jobsOf(desk[who], saved), who).toEqual([]);
      expect((await desk[who].get(`/api/v1/planned-jobs/${job!.id}/steps`)).status).toBe(404);
      expect((await desk[who].get(`/api/v1/work-plans/${saved.id}/revisions`)).status).toBe(404);
      expect((await desk[who].post(`/api/v1/planned-jobs/${job!.id}/done`, { note: '' })).status).toBe(404);
      expect((await desk[who].get<WorkPlans>('/api/v1/work-plans')).body.plans).toEqual([]);
    }
    expect((await change(saved, {}, desk.cem)).status).toBe(404);
    for (const who of ['elif', 'nermin', 'sibel'] as const) expect(await jobsOf(desk[who], saved), who).toHaveLength(6);
    for (const who of ['elif', 'nermin'] as const)
      expect((await desk[who].post(`/api/v1/planned-jobs/${job!.id}/done`, { note: '' })).status).toBe(403);
    expect((await desk.izleyen.get('/api/v1/planned-jobs')).status).toBe(403);
    expect((await desk.mustafa.post('/api/v1/work-plans', { ...DITCHES, directorate: 'TEM' })).status).toBe(403);
    expect((await change(saved, { directorate: 'TEM' })).status).toBe(403);
    expect((await desk.fatih.post('/api/v1/work-plans', DITCHES)).status).toBe(403);
    expect((await plan({ directorate: 'TEM', topic: 'TEM-01' }, desk.sibel)).directorate).toBe('TEM');
    expect((await desk.mustafa.get<WorkPlans>('/api/v1/work-plans')).body.mayPlanFor).toEqual(['FEN']);
    expect((await desk.sibel.get<WorkPlans>('/api/v1/work-plans')).body.mayPlanFor).toBeNull();
  });

  test('is refused with all its faults, and tried before it is saved', async () => {
    const person = (await world.as('tulay')).id;
    const bad = { title: ' ', topic: 'YOK-99', directorate: 'FEN', unit: 'KAD-DAN', person, neighbourhoods: [999], areas: ['YOK'], season: 'yok', rhythm: { ...DITCHES.rhythm, weekdays: [] } }; // prettier-ignore
    const refused = await desk.mustafa.post<{ details: { faults: { where: string }[] } }>('/api/v1/work-plans', { ...DITCHES, ...bad }); // prettier-ignore
    expect(refused.status).toBe(400);
    const where = refused.body.details.faults.map((fault) => fault.where);
    expect(where).toEqual(['title', 'topic', 'rhythm.weekdays', 'unit', 'person', 'neighbourhoods', 'areas', 'season']);
    const tried = (change: Partial<NewWorkPlan>) =>
      desk.mustafa.post<PlanPreview>('/api/v1/work-plans/preview', { ...DITCHES, ...change });
    const october = {
      kind: 'weeks',
      from: '2026-10-26',
      every: 1,
      weekdays: [4],
      monthDay: 1,
      within: null,
    } satisfies NewWorkPlan['rhythm'];
    const preview = (await tried({ rhythm: october })).body;
    expect(preview).toMatchObject({ jobsADay: 2, faults: [] });
    expect(preview.days).toHaveLength(6);
    expect(preview.days[0]).toEqual({ day: '2026-10-30', movedFrom: '2026-10-29' });
    expect((await tried({ rhythm: { ...october, from: '2026-02-31' } })).body.faults).toEqual([{ where: 'rhythm.from', problem: 'not-a-day' }]); // prettier-ignore
    expect((await tried({ rhythm: { ...october, kind: 'once', from: '2020-01-01' } })).body.faults).toEqual([{ where: 'rhythm', problem: 'no-day-ahead' }]); // prettier-ignore
  });

  test('that is changed takes back what has not begun and makes it anew; what was done stays as it was', async () => {
    const saved = await plan();
    const [first] = await jobsOf(desk.fatih, saved);
    await desk.fatih.post(`/api/v1/planned-jobs/${first!.id}/done`, { note: 'Tıkalıydı, açıldı.' });
    const changed = await change(saved, {
      ...{ title: 'Izgara bakımı', neighbourhoods: [1], daysAhead: 7 },
      rhythm: { ...DITCHES.rhythm, weekdays: [1, 3] },
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect((await inTable(saved)).map(({ day, place, state }) => `${day} ${place} ${state}`)).toEqual([
      ...['2026-02-16 1 done', '2026-02-16 2 taken-back', '2026-02-18 1 due', '2026-02-23 1 due'],
      ...['2026-02-23 2 taken-back', '2026-03-02 1 taken-back', '2026-03-02 2 taken-back'],
    ]);
    const jobs = await jobsOf(desk.fatih, saved);
    expect(jobs.find(({ state }) => state === 'done')).toMatchObject({ title: 'Izgara temizliği', note: 'Tıkalıydı, açıldı.' }); // prettier-ignore
    const later = jobs.find(({ day }) => day === '2026-02-23')!;
    expect(later.title).toBe('Izgara bakımı');
    expect((await steps(later)).map(({ what }) => what)).toEqual(['made', 'changed']);
    expect((await change(saved, { title: 'Başka' })).body.refusal, 'it was read before').toBe('changed-meanwhile');
    const versions = await desk.mustafa.get<object[]>(`/api/v1/work-plans/${saved.id}/revisions`);
    expect(versions.body).toHaveLength(2);
    const ended = await change(changed.body, { lastDay: '2026-02-15' });
    expect(ended.body.next).toEqual([]);
    expect((await inTable(saved)).filter(({ state }) => state === 'due')).toEqual([]);
  });

  test('that waits for a season comes when it is switched on, and goes when it is switched off', async () => {
    const texts = { tr: 'Kar modu', en: 'Snow mode' };
    const told = { tr: '', en: '' };
    const topics = [{ topic: 'YOL-11', standard: { conclusion: { amount: 6, unit: 'hours' as const } }, told }];
    const admin = { actor: await world.as('yonetici') };
    if (!(await listSeasons(house.db)).some(({ code }) => code === 'deneme')) {
      const season = { code: 'deneme', name: texts, notice: texts, recorded: { sms: told, email: told }, from: null, to: null, position: 9, topics, active: true, version: 0 }; // prettier-ignore
      await inTransaction(house, admin, (tx) => saveSeason(tx, season, 'Kış'));
    }
    const flip = async (to: 'on' | 'off') => {
      const { version } = (await listSeasons(house.db)).find(({ code }) => code === 'deneme')!;
      await inTransaction(house, admin, (tx) => switchSeason(tx, { code: 'deneme', to, version, reason: 'Kar' }));
      await makePlannedJobs(house);
    };
    await flip('on');
    const saved = await plan({ season: 'deneme', neighbourhoods: [1], daysAhead: 0 });
    expect(await inTable(saved)).toEqual([{ day: '2026-02-16', place: 1, state: 'due' }]);
    await flip('off');
    expect(await inTable(saved)).toEqual([{ day: '2026-02-16', place: 1, state: 'taken-back' }]);
    await flip('on');
    expect(await inTable(saved)).toEqual([{ day: '2026-02-16', place: 1, state: 'due' }]);
    const [job] = await jobsOf(desk.fatih, saved);
    expect((await steps(job!)).map(({ what }) => what)).toEqual(['made', 'taken-back', 'made-again']);
  });
});

test('a day that becomes a holiday afterwards gives its job to the next working day', async () => {
  const saved = await plan({ neighbourhoods: [1], daysAhead: 7 });
  const name = { tr: 'İdari izin', en: 'Administrative leave' };
  const leave = { date: '2026-02-23', startsAt: null, name, kind: 'official' as const, source: 'Deneme', confirmed: true, version: 0 }; // prettier-ignore
  const admin = { actor: await world.as('yonetici') };
  const { version } = await inTransaction(house, admin, (tx) => saveHoliday(tx, leave, 'Deneme'));
  await makePlannedJobs(house);
  const days = async () => (await inTable(saved)).map(({ day, state }) => `${day} ${state}`);
  // The Monday after is seen from the day before on.
  expect(await days()).toEqual(['2026-02-16 due', '2026-02-23 taken-back']);
  at('2026-02-17T10:00');
  await makePlannedJobs(house);
  expect(await days()).toEqual(['2026-02-16 due', '2026-02-23 taken-back', '2026-02-24 due']);
  const key = { date: leave.date, kind: leave.kind, name: name.tr };
  await inTransaction(house, admin, (tx) => removeHoliday(tx, key, { version, reason: 'Kalktı' }));
  await makePlannedJobs(house);
  expect(await days()).toEqual(['2026-02-16 due', '2026-02-23 due', '2026-02-24 taken-back']);
});

describe('a planned job', () => {
  test('is done by a clerk, skipped with a reason, and due again where that was a mistake', async () => {
    const saved = await plan();
    const [one, two] = await jobsOf(desk.fatih, saved);
    const done = await desk.fatih.post<PlannedJob>(`/api/v1/planned-jobs/${one!.id}/done`, { note: '' });
    expect(done.body).toMatchObject({ state: 'done', when: 'ended', endedBy: 'Fatih Deneme', note: null });
    const again = await desk.fatih.post<{ refusal: string }>(`/api/v1/planned-jobs/${one!.id}/done`, { note: '' });
    expect(again.body.refusal).toBe('step-not-allowed');
    const silent = await desk.fatih.post<{ refusal: string }>(`/api/v1/planned-jobs/${two!.id}/skip`, { reason: ' ' });
    expect(silent.body.refusal).toBe('reason-missing');
    const skipped = await desk.fatih.post<PlannedJob>(`/api/v1/planned-jobs/${two!.id}/skip`, { reason: 'Yağmur.' });
    expect(skipped.body).toMatchObject({ state: 'skipped', note: 'Yağmur.' });
    const open = await desk.fatih.post<PlannedJob>(`/api/v1/planned-jobs/${two!.id}/undo`, {});
    expect(open.body).toMatchObject({ state: 'due', note: null, endedAt: null });
    expect((await steps(two!)).map(({ what, by, why }) => [what, by, why])).toEqual([
      ['made', 'Mustafa Deneme', null],
      ['skipped', 'Fatih Deneme', 'Yağmur.'],
      ['undone', 'Fatih Deneme', 'Yağmur.'],
    ]);
  });

  test('is handed to a person of the directorate, who is told; a changed plan leaves it in their hands', async () => {
    const saved = await plan();
    const [job] = await jobsOf(desk.mustafa, saved);
    const [fatih, tulay] = [await world.as('fatih'), await world.as('tulay')];
    const hand = (person: string | null, who = desk.mustafa) =>
      who.post<PlannedJob>(`/api/v1/planned-jobs/${job!.id}/hand`, { person });
    expect((await hand(fatih.id, desk.fatih)).status).toBe(403);
    expect((await hand(tulay.id)).status).toBe(400);
    expect((await hand(fatih.id)).body.person).toEqual({ id: fatih.id, name: 'Fatih Deneme' });
    const told = async () => (await desk.fatih.get<NoticeList>('/api/v1/notices')).body.notices.map(({ kind }) => kind);
    expect(await told()).toContain('planned-job-handed');
    await change(saved, { title: 'Izgara bakımı' });
    const still = (await jobsOf(desk.mustafa, saved)).find(({ id }) => id === job!.id)!;
    expect(still).toMatchObject({ title: 'Izgara bakımı', person: { name: 'Fatih Deneme' } });
    const load = (await desk.mustafa.get<Workload>('/api/v1/workload')).body.loads;
    expect(load.find(({ person }) => person?.id === fatih.id)).toMatchObject({ planned: 1 });
    expect(load.find(({ person, directorate }) => person === null && directorate === 'FEN')).toMatchObject({
      planned: 3,
    });
    await desk.fatih.post(`/api/v1/planned-jobs/${job!.id}/done`, { note: '' });
    expect(await told()).not.toContain('planned-job-handed');
  });

  test('goes back to the directorate when its person leaves', async () => {
    const leaver = await world.as('pinar');
    const saved = await plan({ topic: 'PRK-02', person: leaver.id }, desk.sibel);
    const [job] = await jobsOf(desk.sibel, saved);
    expect(job!.person?.name).toBe('Pınar Deneme');
    await inTransaction(house, { actor: systemActor('test') }, (tx) => deactivateStaffMember(tx, leaver.id));
    expect((await jobsOf(desk.sibel, saved)).map(({ person }) => person)).toEqual(Array(6).fill(null));
    at('2026-02-17T10:00');
    await makePlannedJobs(house);
    const later = await rows(
      house.db,
      sql`select 1 from planned_jobs where plan_id = ${saved.id} and assignee_id is not null`,
    );
    expect(later).toEqual([]);
  });

  test('is no request: it is in no list, figure or search, and has no clock', async () => {
    const before = await counts();
    await plan();
    expect(await counts()).toEqual(before);
  });
});

const counts = () =>
  oneRow(
    house.db,
    sql`select (select count(*) from service_requests) as requests, (select count(*) from clocks) as clocks,
               (select count(*) from search_entries) as found, (select count(*) from report_requests) as counted,
               (select count(*) from assignments) as parts, (select count(*) from messages) as told`,
  );

describe('whoever takes a call', () => {
  const heard = async (query: string, who = desk.elif) =>
    (await who.get<PlannedNear>(`/api/v1/planned-jobs/near?${query}`)).body.map(
      ({ kind, day, title, place }) => `${kind} ${day} ${title} ${place}`,
    );

  test('hears what comes to the neighbourhood, also where its job is not made yet, and what was done', async () => {
    const saved = await plan({ neighbourhoods: [1], daysAhead: 0 });
    const city = { kind: 'once', from: '2026-03-11', every: 1, weekdays: [], monthDay: 1, within: null } satisfies NewWorkPlan['rhythm']; // prettier-ignore
    await plan({ title: 'Yıkama', neighbourhoods: [], rhythm: city });
    await plan({ title: 'Başka konu', topic: 'YOL-02', neighbourhoods: [1] });
    expect(await heard('topic=YOL-01&neighbourhood=1')).toEqual([
      'ahead 2026-02-16 Izgara temizliği neighbourhood',
      'ahead 2026-03-11 Yıkama everywhere',
    ]);
    expect(await heard('topic=YOL-01&neighbourhood=2')).toEqual(['ahead 2026-03-11 Yıkama everywhere']);
    expect(await heard('topic=YOL-01')).toEqual(['ahead 2026-03-11 Yıkama everywhere']);
    const [job] = await jobsOf(desk.fatih, saved);
    await desk.fatih.post(`/api/v1/planned-jobs/${job!.id}/done`, { note: 'Yalnız bize.' });
    expect(await heard('topic=YOL-01&neighbourhood=1')).toEqual([
      'ahead 2026-02-23 Izgara temizliği neighbourhood',
      'ahead 2026-03-11 Yıkama everywhere',
      'done 2026-02-16 Izgara temizliği neighbourhood',
    ]);
    expect(await heard('topic=YOL-01&neighbourhood=1', desk.tulay), 'whose request it is').toHaveLength(3);
    expect((await desk.izleyen.get('/api/v1/planned-jobs/near?topic=YOL-01')).status).toBe(403);
  });
});

describe('whoever makes the jobs, and however often', () => {
  test('two at once make each of them once, and so does one that comes after weeks', async () => {
    const ids = (await listNeighbourhoods(house.db)).map(({ id }) => id);
    const saved = await plan({ neighbourhoods: ids.slice(0, 10) });
    at('2026-03-09T10:00');
    await Promise.all([makePlannedJobs(house), makePlannedJobs(house), makePlannedJobs(house)]);
    const days = ['2026-02-16', '2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'];
    const made = await inTable(saved);
    expect(made.map(({ day }) => day)).toEqual(days.flatMap((day) => Array<string>(10).fill(day)));
    expect(await makePlannedJobs(house)).toBe(0);
  });

  test('killed in the middle, nothing is missing and nothing is twice', { timeout: 60_000 }, async () => {
    const ids = (await listNeighbourhoods(house.db)).map(({ id }) => id).slice(0, 20);
    const plans: string[] = [];
    for (let n = 0; n < 40; n += 1)
      plans.push(
        await inTransaction(house, { actor: systemActor('test') }, (tx) =>
          addPlan(tx, { ...DITCHES, daysAhead: 0, neighbourhoods: ids }),
        ),
      );
    const now = '2026-02-23T06:00:00+03:00';
    const ofThatDay = async () =>
      (await oneRow<{ n: number }>(house.db, sql`select count(*) as n from planned_jobs where day = '2026-02-23' and plan_id = any(${plans}::uuid[])`)).n; // prettier-ignore
    const victim = fileURLToPath(new URL('testing/plan-victim.ts', import.meta.url));
    const child = spawn(process.execPath, [victim, databaseUrl, house.config.dataDir, now], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await expect.poll(ofThatDay, { timeout: 30_000, interval: 2 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const afterKill = await ofThatDay();
    expect(afterKill % ids.length, 'a plan is made whole or not at all').toBe(0);
    clock.set(new Date(now));
    await makePlannedJobs(house);
    expect(await ofThatDay()).toBe(plans.length * ids.length);
    const [twice] = await rows(
      house.db,
      sql`select count(*) as steps, job_id from planned_job_steps s join planned_jobs j on j.id = s.job_id
          where j.day = '2026-02-23' and j.plan_id = any(${plans}::uuid[]) group by job_id having count(*) <> 1`,
    );
    expect(twice).toBeUndefined();
  });
});

// Last, because on the day after everybody signs in anew.
describe('the day after', () => {
  test('what nobody called done on its day is late; the manager reads it once, until none of the plan is', async () => {
    const saved = await plan();
    const [one, two] = await jobsOf(desk.mustafa, saved);
    const notices = async () =>
      rows<{ to: string; data: object; settled: boolean }>(
        house.db,
        sql`select s.username as to, n.data, n.settled_at is not null as settled
            from staff_notices n join staff_members s on s.id = n.staff_id
            where n.kind = 'planned-work-late' and n.subject = ${saved.id}`,
      );
    await makePlannedJobs(house);
    expect(await notices(), 'today is not over').toEqual([]);
    at('2026-02-17T00:10');
    await makePlannedJobs(house);
    await makePlannedJobs(house);
    expect(await notices()).toEqual([
      { to: 'mustafa', data: { directorate: 'FEN', day: '2026-02-16', jobs: 2 }, settled: false },
    ]);
    // Yesterday's sessions are over.
    const [mustafa, fatih] = [await server().as('mustafa'), await server().as('fatih')];
    expect(shown(await jobsOf(mustafa, saved)).slice(0, 2)).toEqual(['2026-02-16 1 late', '2026-02-16 2 late']);
    await fatih.post(`/api/v1/planned-jobs/${one!.id}/done`, { note: '' });
    expect((await notices())[0]).toMatchObject({ settled: false });
    await fatih.post(`/api/v1/planned-jobs/${two!.id}/skip`, { reason: 'Don vardı.' });
    expect((await notices())[0]).toMatchObject({ settled: true });
  });
});

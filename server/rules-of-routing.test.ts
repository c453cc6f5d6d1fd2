/** A municipality's rules over real requests: published, obeyed, broken by what others change, mended, and tried on what has been. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DryRunResult, RoutedBy, Rule } from '../contract/routing.ts';
import type { Actor, StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { newId } from './kernel/ids.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workById } from './kernel/long-works/work-store.ts';
import { RefusalError } from './kernel/refusals.ts';
import { saveTopic, topicInForce } from './modules/catalogue/door.ts';
import type { Application } from './modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import type { Area } from './modules/places/door.ts';
import { listAreas, saveArea, saveStreet } from './modules/places/door.ts';
import { assignmentsOf, caseFile, changePlace, changeTopic, workOnAssignment } from './modules/requests/door.ts';
import { askDryRun, checkRules, ruleSetWithFaults, saveRules, whyHere } from './modules/routing/door.ts';
import { listStaff, staffActorById, updateStaffMember } from './modules/staff/door.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import { applicationOf } from './testing/applications.ts';
import type { FurnishedHouse } from './testing/furnished-house.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

let world: FurnishedHouse;
let supervisor: StaffActor;
let administrator: StaffActor;
let roads: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  [supervisor, administrator, roads] = await Promise.all(['sibel', 'yonetici', 'fatih'].map((name) => world.as(name))) as [StaffActor, StaffActor, StaffActor]; // prettier-ignore
});

const doAs = <T>(actor: Actor, work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(world.house, { actor }, work);

const pothole = applicationOf({
  ...{ text: 'Caddede derin bir çukur var.', topicCode: 'YOL-01' },
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Fırının önü' },
});
const file = async (change: Partial<Application> = {}) =>
  (await doAs(CITIZEN, (tx) => receiveRequest(tx, { ...pothole, ...change }))).id;

const rule = (name: string, change: Partial<Rule>): Rule => ({
  ...{ id: newId(world.house.clock.now()), name, when: { topics: ['YOL-01'] } },
  ...{ to: { directorate: 'FEN', unit: null, person: null }, why: { tr: `${name} kararı.`, en: `${name} decision.` } },
  ...change,
});

async function publish(...rules: Rule[]): Promise<void> {
  const { version } = await ruleSetWithFaults(world.house.db);
  await doAs(supervisor, (tx) =>
    saveRules(tx, { rules, version, reason: 'Deneme', dryRun: null, withoutDryRun: 'Deneme kuralı' }),
  );
}

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof RefusalError ? error.code : Promise.reject(error)),
  );

/** Where it is, and what the history keeps of why. */
async function whereIs(id: string) {
  const { request, assignments, history } = (await caseFile(world.house.db, id))!;
  const part = assignments.find(({ endedAt }) => endedAt === null);
  const line = history.findLast(({ data }) => data.routedBy !== undefined);
  return {
    state: request.state,
    triage: request.triage,
    to: part && [part.directorateCode, part.unitCode, part.assigneeId],
    whyHere: part?.whyHere ?? '',
    routedBy: line?.data.routedBy as RoutedBy,
  };
}

const area = (change: Partial<Area>): Area => ({
  ...{ code: 'SANAYI', name: { tr: 'Sanayi bölgesi', en: 'Industrial zone' }, neighbourhoods: [2, 3], shape: null },
  ...{ active: true, version: 0 },
  ...change,
});

describe('a rule', () => {
  test('once published decides, and each request keeps which rule and what was so', async () => {
    await doAs(administrator, (tx) => saveStreet(tx, {
      id: null,
      street: { neighbourhoodId: 1, name: 'Alemdağ Caddesi', roadAuthority: 'metropolitan', authoritySource: 'UKOME', active: true, version: 0 },
      reason: 'Liste',
    })); // prettier-ignore
    const metropolitan = rule('Büyükşehir yolu', {
      when: { groups: ['YOL'], road: ['metropolitan'] },
      to: { directorate: 'FEN', unit: 'FEN-YOL', person: null },
    });
    await publish(metropolitan);
    const id = await file({ place: { ...pothole.place, street: 'ALEMDAĞ CAD.' } });
    const found = await whereIs(id);
    expect(found.to).toEqual(['FEN', 'FEN-YOL', null]);
    expect(found.whyHere).toBe('Büyükşehir yolu kararı.');
    expect(found.routedBy).toMatchObject({ rule: metropolitan.id, place: 1, version: 1, passedOver: [] });
    expect(found.routedBy.matched).toEqual([
      { what: 'group', value: 'YOL', name: { tr: 'Yol, Altyapı, Üstyapı', en: 'Roads and Infrastructure' } },
      { what: 'road', value: 'metropolitan', name: null },
    ]);
    const other = await whereIs(await file());
    expect(other).toMatchObject({ to: ['FEN', null, null], routedBy: { rule: 'by-topic', place: null, version: 1 } });
    const asked = await whyHere(world.house, supervisor, id);
    expect(asked.verdicts).toMatchObject([{ rule: metropolitan.id, verdict: 'takes' }]);
    expect(asked.decision).toMatchObject({ rule: metropolitan.id, to: { unit: 'FEN-YOL' } });
  });

  test('that names what is not there is not saved, and nothing of the set is', async () => {
    const before = await ruleSetWithFaults(world.house.db);
    expect(await refused(publish(rule('Yok', { when: { areas: ['YOK'] } })))).toBe('input-invalid');
    expect(await refused(doAs(roads, (tx) => saveRules(tx, { rules: [], version: 1, reason: 'x', dryRun: null })))).toBe('not-allowed'); // prettier-ignore
    expect(await refused(doAs(supervisor, (tx) => saveRules(tx, { rules: [], version: 0, reason: 'x', dryRun: null })))).toBe('changed-meanwhile'); // prettier-ignore
    expect(await ruleSetWithFaults(world.house.db)).toEqual(before);
  });
});

describe('a rule broken later', () => {
  const factsNamed = (name: string) =>
    rows<{ subject: string }>(world.house.db, sql`select subject from facts where name = ${name} order by id`);

  test('by a closed area is found at that moment, passed over, and said on what it would have taken; mended, it decides again', async () => {
    const saved = await doAs(administrator, (tx) => saveArea(tx, area({}), 'Yeni'));
    const zone = rule('Sanayi', { when: { areas: ['SANAYI'], groups: ['YOL'] }, to: { directorate: 'ZAB', unit: null, person: null } }); // prettier-ignore
    await publish(zone);
    const inZone = { place: { ...pothole.place, neighbourhoodId: 2 } };
    expect((await whereIs(await file(inZone))).to).toEqual(['ZAB', null, null]);
    await doAs(administrator, (tx) => saveArea(tx, { ...saved, active: false }, 'Kaldırıldı'));
    expect((await ruleSetWithFaults(world.house.db)).faults).toMatchObject([
      { rule: zone.id, where: 'areas', problem: 'not-active', named: 'SANAYI' },
    ]);
    expect((await factsNamed('routing-rule-broken')).at(-1)!.subject).toBe(zone.id);
    const found = await whereIs(await file(inZone));
    expect(found.to).toEqual(['FEN', null, null]);
    expect(found.routedBy.passedOver).toMatchObject([{ rule: zone.id, name: 'Sanayi', faults: [{ named: 'SANAYI' }] }]);
    expect(found.whyHere).toBe('Konu YOL-01 bu müdürlüğün. “Sanayi” kuralı bozuk olduğu için uygulanamadı.');
    expect((await whereIs(await file())).routedBy.passedOver).toEqual([]);
    expect(await world.house.metrics.registry.getSingleMetricAsString('hemsehri_routing_rules_broken')).toContain(' 1');
    const [closed] = await listAreas(world.house.db);
    await doAs(administrator, (tx) => saveArea(tx, { ...closed!, active: true }, 'Geri geldi'));
    expect((await ruleSetWithFaults(world.house.db)).faults).toEqual([]);
    expect((await factsNamed('routing-rule-mended')).at(-1)!.subject).toBe(zone.id);
    expect((await whereIs(await file(inZone))).to).toEqual(['ZAB', null, null]);
  });

  test('by a retired topic, or by somebody who left, is found too', async () => {
    const person = (await listStaff(world.house.db)).find(({ username }) => username === 'veli')!;
    const byTopic = rule('Konu', { when: { topics: ['KUR-06'] } });
    const byPerson = rule('Kişi', { to: { directorate: 'VET', unit: null, person: person.id } });
    await publish(byTopic, byPerson);
    const topic = (await topicInForce(world.house.db, 'KUR-06'))!;
    await doAs(administrator, (tx) => saveTopic(tx, { ...topic, active: false }, 'Kaldırıldı'));
    await doAs(administrator, (tx) => updateStaffMember(tx, person.id, { version: person.version, active: false }));
    const faults = (await ruleSetWithFaults(world.house.db)).faults.map(({ rule: id, problem }) => [id, problem]);
    expect(faults).toEqual(expect.arrayContaining([[byTopic.id, 'not-active'], [byPerson.id, 'not-active']])); // prettier-ignore
    expect((await whereIs(await file())).routedBy).toMatchObject({ rule: 'by-topic', passedOver: [{ name: 'Kişi' }] });
  });

  test('behind the program’s back is found by the timed check, once', async () => {
    const saved = await doAs(administrator, (tx) => saveArea(tx, area({ code: 'GIZLI' }), 'Yeni'));
    await publish(rule('Gizli', { when: { areas: [saved.code] } }));
    await rows(world.house.db, sql`update areas set active = false where code = 'GIZLI'`);
    const check = () => doAs({ kind: 'system', name: 'timetable' }, checkRules);
    const before = (await factsNamed('routing-rule-broken')).length;
    expect(await check()).toMatchObject([{ problem: 'not-active', named: 'GIZLI' }]);
    await check();
    expect(await factsNamed('routing-rule-broken')).toHaveLength(before + 1);
    await publish();
    expect((await ruleSetWithFaults(world.house.db)).faults).toEqual([]);
  });
});

describe('somebody who is away', () => {
  const away = (staffId: string, delegateId: string | null) => rows(
    world.house.db,
    sql`insert into staff_absences (id, staff_id, from_day, to_day, delegate_id, recorded_by, recorded_at)
        values (${newId(new Date())}, ${staffId}, '2026-02-10', '2026-02-20', ${delegateId}, 'deneme', now())`,
  ); // prettier-ignore
  test('passes to their delegate, to the unit, and never to nobody in silence', async () => {
    const byName = new Map((await listStaff(world.house.db)).map((each) => [each.username, each]));
    const [fatih, mustafa] = [byName.get('fatih')!, byName.get('mustafa')!];
    await publish(rule('Fatih', { to: { directorate: 'FEN', unit: null, person: fatih.id } }));
    expect((await whereIs(await file())).to).toEqual(['FEN', null, fatih.id]);
    await away(fatih.id, mustafa.id);
    const found = await whereIs(await file());
    expect(found.to).toEqual(['FEN', null, mustafa.id]);
    expect(found.routedBy.absence).toEqual({ person: fatih.id, until: '2026-02-20', insteadWith: 'delegate' });
    expect(found.whyHere).toContain('izinli');
    await away(mustafa.id, fatih.id);
    // Two who stand in for each other and are both away: the unit has it.
    expect(await whereIs(await file())).toMatchObject({
      to: ['FEN', 'FEN-YOL', null],
      routedBy: { absence: { insteadWith: 'unit' } },
    });
    await publish();
  });
});

describe('a correction', () => {
  const correctTopic = (requestId: string, code: string, reroute: boolean) =>
    doAs(supervisor, (tx) =>
      changeTopic(tx, { requestId, topic: { code, version: 1, restricted: false, restrictedTo: [] }, reason: 'Yanlış', reroute }),
    ); // prettier-ignore

  test('of the topic moves nothing unless the person says so', async () => {
    const id = await file();
    await correctTopic(id, 'PRK-02', false);
    expect((await whereIs(id)).to?.[0]).toBe('FEN');
    await correctTopic(id, 'TEM-01', true);
    expect((await whereIs(id)).to?.[0]).toBe('TEM');
  });

  test('of the place asks the rules again where the person says so, and the history keeps both places', async () => {
    await publish(rule('Mahalle', { when: { neighbourhoods: [5] }, to: { directorate: 'PRK', unit: 'PRK-PRK', person: null } })); // prettier-ignore
    const id = await file();
    const place = { ...NO_PLACE, neighbourhoodId: 5, street: ' Lale  Sokak ', description: 'Köşe' };
    await doAs(supervisor, (tx) => changePlace(tx, { requestId: id, place, reason: 'Aradı', reroute: false }));
    expect((await whereIs(id)).to).toEqual(['FEN', null, null]);
    const moved = { ...place, door: '7' };
    await doAs(supervisor, (tx) => changePlace(tx, { requestId: id, place: moved, reason: 'Kapı', reroute: true }));
    expect((await whereIs(id)).to).toEqual(['PRK', 'PRK-PRK', null]);
    const { request, history } = (await caseFile(world.house.db, id))!;
    expect(request).toMatchObject({ neighbourhoodId: 5, street: 'Lale Sokak', door: '7' });
    expect(history.filter(({ what }) => what === 'place-changed')).toMatchObject([
      { fromValue: '1', toValue: '5', why: 'Aradı', data: { before: { description: 'Fırının önü' }, after: { street: 'Lale Sokak' } } }, // prettier-ignore
      { fromValue: '5', toValue: '5', why: 'Kapı' },
    ]);
    const [row] = await rows<{ terms: string }>(world.house.db, sql`select terms::text as terms from search_entries where request_id = ${id}`); // prettier-ignore
    expect(row!.terms).toContain("'=lale'");
    await publish();
  });

  test('never moves work that was begun', async () => {
    const id = await file();
    const [part] = await assignmentsOf(world.house.db, id);
    await doAs(roads, (tx) => workOnAssignment(tx, { assignmentId: part!.id, step: 'accept' }));
    await correctTopic(id, 'PRK-02', true);
    expect((await whereIs(id)).to?.[0]).toBe('FEN');
  });
});

describe('a dry run', () => {
  const runFor = async (actor: StaffActor, rules: Rule[]) => {
    const id = await doAs(actor, (tx) => askDryRun(tx, rules));
    await longWorkRound(world.house, staffActorById);
    const work = (await workById(world.house.db, id))!;
    expect(work).toMatchObject({ state: 'done', total: work.done });
    return { id, result: work.result as DryRunResult };
  };

  test('agrees with real routing on every request of the named world, and on who would have it', async () => {
    const rules = [
      rule('Çocuk', { when: { words: ['çocuk'] }, to: { directorate: 'ZAB', unit: 'ZAB-DEN', person: null } }),
      rule('Gece', { when: { groups: ['YOL'], hours: 'outside-office' }, to: { directorate: 'FEN', unit: 'FEN-YOL', person: null } }), // prettier-ignore
      rule('Köpek', { when: { topics: ['HAY-01'], channels: ['phone'] }, to: { directorate: 'TEM', unit: null, person: null } }), // prettier-ignore
    ];
    await rows(world.house.db, sql`update service_requests set received_at = received_at - interval '3 years' where client_key is null`); // prettier-ignore
    const { result } = await runFor(supervisor, rules);
    expect(result).toMatchObject({ asked: 0, moved: 0 });
    await publish(...rules);
    const named = await seedNamedWorld(world.house);
    await publish();
    const { result: backwards } = await runFor(supervisor, rules);
    const real = new Map<string, number>();
    for (const { id: request } of Object.values(named)) {
      const first = (await caseFile(world.house.db, request))!.history.find(({ data }) => data.routedBy !== undefined)!;
      const by = (first.data.routedBy as RoutedBy).rule;
      real.set(by, (real.get(by) ?? 0) + 1);
    }
    expect(backwards.takes).toEqual(Object.fromEntries(real));
    expect(backwards.asked).toBe(Object.keys(named).length);
    const moved = rules.reduce((sum, { id: each }) => sum + (backwards.takes[each] ?? 0), 0);
    expect(backwards.moved).toBe(moved);
    expect(backwards.moves.reduce((sum, { requests }) => sum + requests, 0)).toBe(moved);
    expect(backwards.moves.flatMap(({ sample }) => sample)).toHaveLength(moved);
  });

  test('of exactly these rules is what publishing asks for, or a word why not', async () => {
    const { version } = await ruleSetWithFaults(world.house.db);
    const rules = [rule('Yeni', { to: { directorate: 'ZAB', unit: null, person: null } })];
    const save = (given: Partial<Parameters<typeof saveRules>[1]>, actor = supervisor) =>
      refused(doAs(actor, (tx) => saveRules(tx, { rules, version, reason: 'Karar', dryRun: null, ...given })));
    expect(await save({})).toBe('dry-run-unseen');
    const { id } = await runFor(supervisor, rules);
    const wider = [{ ...rules[0]!, when: { groups: ['YOL'] } }];
    expect(await save({ dryRun: id, rules: wider })).toBe('dry-run-unseen');
    expect(await save({ dryRun: id }, administrator)).toBe('dry-run-unseen');
    expect(await save({ dryRun: newId(new Date()) })).toBe('dry-run-unseen');
    const renamed = [{ ...rules[0]!, name: 'Daha iyi ad' }];
    expect(await save({ dryRun: id, rules: renamed })).toBe('done');
    // Another reason or name decides nothing, and needs no look.
    expect(await save({ version: version + 1, rules })).toBe('done');
    expect(await save({ version: version + 2, rules: [], dryRun: id })).toBe('dry-run-unseen');
    expect(await save({ version: version + 2, rules: [], withoutDryRun: 'Acil: kural yanlış yere gönderiyor' })).toBe('done'); // prettier-ignore
  });

  test('tells an administrator how many, opens no request to them, and counts nothing restricted', async () => {
    const place = { ...pothole.place };
    await file({
      topicCode: 'SOS-01',
      place,
      person: { name: 'Gizem Örnek', phone: '0555 000 09 99', notifyBy: 'sms' },
    });
    await file();
    const rules = [rule('Hepsi', { when: { neighbourhoods: [1] }, to: { directorate: 'ZAB', unit: null, person: null } })]; // prettier-ignore
    const [all, ordinary] = [(await runFor(supervisor, rules)).result, (await runFor(administrator, rules)).result];
    expect(all.asked).toBe(ordinary.asked + 1);
    expect(ordinary.moves.some(({ from }) => from?.directorate === 'SOS')).toBe(false);
    expect(ordinary.moves.flatMap(({ sample }) => sample)).toEqual([]);
    expect(ordinary.moved).toBeGreaterThan(0);
  });
});

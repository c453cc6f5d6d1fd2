/** What a municipality says of its places: versions, faults, and whom it is told. */
import { expect, test } from 'vitest';
import { act, emptyHouse, staffActor } from '../../testing/empty-house.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { revisionsOf } from '../../kernel/revisions.ts';
import { importStreets } from './actions/import-streets.ts';
import { saveArea } from './actions/save-area.ts';
import { saveNeighbourhood } from './actions/save-neighbourhood.ts';
import { saveStreet } from './actions/save-street.ts';
import { seedPlaces } from './actions/seed-places.ts';
import type { Area, Neighbourhood } from './neighbourhood.ts';
import { listAreas, listNeighbourhoods, streetBook, streetRegister } from './queries.ts';

const house = await emptyHouse();
const administrator = staffActor('administrator');
const profile = (name: string, col: number) => ({
  ...{ name, fullName: `${name} Mahallesi`, shortName: name, locative: `${name} Mahallesi'nde` },
  tile: { col, row: 1 },
  centre: { lat: 41.02, lon: 29.1 },
  streets: { names: ['Lale Sokak', 'Alemdağ Caddesi'] },
});
await act(house, (tx) => seedPlaces(tx, { neighbourhoods: [profile('Site', 1), profile('Armağanevler', 2)] }));
const [armagan, site] = (await listNeighbourhoods(house.db)) as [Neighbourhood, Neighbourhood];

const save = <T>(work: Parameters<typeof act<T>>[1]) => act(house, work, administrator);
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => 'saved',
    (error: { code: string; details: { faults?: { where: string; problem: string }[] } }) =>
      error.details.faults?.map(({ where, problem }) => `${where}: ${problem}`) ?? error.code,
  );
const area = (change: Partial<Area> = {}): Area => ({
  ...{ code: 'SAHIL', name: { tr: 'Sahil', en: 'Shore' }, neighbourhoods: [site.id], shape: null, active: true },
  version: 0,
  ...change,
});

test('an area is kept in every version, and each change is told as a fact', async () => {
  const first = await save((tx) => saveArea(tx, area(), 'Yeni bölge'));
  const closed = await save((tx) => saveArea(tx, { ...first, active: false }, 'Birleşti'));
  expect(closed).toMatchObject({ version: 2, active: false, neighbourhoods: [site.id] });
  expect(await listAreas(house.db)).toEqual([closed]);
  expect((await revisionsOf(house.db, 'area', 'SAHIL')).map(({ version, reason }) => [version, reason])).toEqual([
    [2, 'Birleşti'],
    [1, 'Yeni bölge'],
  ]);
  const facts = await rows<{ data: object }>(
    house.db,
    sql`select data from facts where name = 'setting-changed' order by id`,
  );
  expect(facts.at(-1)!.data).toEqual({ kind: 'area', key: 'SAHIL', version: 2 });
});

test('whoever saves over somebody else’s version is told what stands there', async () => {
  expect(await faultsOf(save((tx) => saveArea(tx, area({ version: 1 }), 'Geç kaldım')))).toBe('changed-meanwhile');
  expect(await faultsOf(act(house, (tx) => saveArea(tx, area({ code: 'X1' }), 'x'), staffActor('clerk', 'FEN')))).toBe(
    'not-allowed',
  );
  expect(await faultsOf(save((tx) => saveArea(tx, area({ code: 'X1' }), ' ')))).toBe('reason-missing');
  expect(await faultsOf(save((tx) => saveArea(tx, area({ code: 'X1', neighbourhoods: [99] }), 'x')))).toEqual([
    'neighbourhoods: unknown',
  ]);
});

test('a neighbourhood has a name and a tile of its own', async () => {
  const change = (part: Partial<Neighbourhood>) =>
    save((tx) => saveNeighbourhood(tx, { id: site.id, neighbourhood: { ...site, ...part }, reason: 'Deneme' }));
  expect(await faultsOf(change({ name: 'ARMAĞANEVLER' }))).toEqual(['name: twice']);
  expect(await faultsOf(change({ tileCol: 2 }))).toEqual(['tile: tile-taken']);
  expect(await faultsOf(change({ tileCol: null }))).toEqual(['tile: half']);
  expect(await faultsOf(change({ latitude: null, shortName: ' ' }))).toEqual([
    'shortName: text-missing',
    'centre: half',
  ]);
  const saved = await change({ tileCol: 3, locative: "Site'de" });
  expect(saved.version).toBe(2);
  expect((await listNeighbourhoods(house.db)).find(({ id }) => id === site.id)).toEqual(saved);
  expect(await faultsOf(change({ tileCol: 4 }))).toBe('changed-meanwhile');
  const { id: _, ...like } = { ...site, name: 'Yeni', tileCol: 9, version: 0 };
  const added = await save((tx) => saveNeighbourhood(tx, { id: null, neighbourhood: like, reason: 'Kuruldu' }));
  expect(added).toMatchObject({ name: 'Yeni', version: 1 });
  expect(await revisionsOf(house.db, 'neighbourhood', String(added.id))).toHaveLength(1);
});

test('a street says whose road it is only together with what that stands on', async () => {
  const { streets } = await streetRegister(house.db, { typed: 'lale', neighbourhoodId: site.id, limit: 9 });
  const [{ id, ...lale }] = streets as [(typeof streets)[number]];
  const change = (part: object) =>
    save((tx) => saveStreet(tx, { id, street: { ...lale, ...part }, reason: 'Meclis kararı' }));
  expect(await faultsOf(change({ roadAuthority: 'district' }))).toEqual(['authoritySource: source-missing']);
  expect(await faultsOf(change({ authoritySource: 'x' }))).toEqual(['authoritySource: authority-missing']);
  expect(await faultsOf(change({ name: 'Alemdağ Caddesi' }))).toEqual(['name: twice']);
  await change({ roadAuthority: 'district', authoritySource: '2024/45' });
  expect((await streetBook(house.db)).authorityOf(site.id, 'lale sk.')).toBe('district');
  expect((await streetRegister(house.db, { limit: 1 })).counts).toEqual({ district: 1, metropolitan: 0, unknown: 3 });
  expect((await streetRegister(house.db, { authority: 'unknown', limit: 9 })).streets).toHaveLength(3);
});

test('the register is read page by page without a gap', async () => {
  const seen: string[] = [];
  for (let after: number | undefined; ;) {
    const { streets } = await streetRegister(house.db, { after, limit: 1 });
    if (streets.length === 0) break;
    after = streets[0]!.id;
    seen.push(streets[0]!.name);
  }
  expect(seen).toEqual(['Alemdağ Caddesi', 'Alemdağ Caddesi', 'Lale Sokak', 'Lale Sokak']);
});

test('a file of streets is looked at before it is written, and a faulty line stops it unless left out on purpose', async () => {
  const file = {
    text: 'mahalle;sokak;yetki;kaynak\nSite;Alemdağ Cd.;büyükşehir;UKOME\nSite;Gül Sokak;;\nYok;Su Sokak;;\nArmağanevler;Lale Sk;;',
    withoutFaulty: false,
    reason: 'GIS listesi',
  };
  const seen = await save((tx) => importStreets(tx, { ...file, apply: false }));
  expect(seen).toMatchObject({ lines: 4, added: 1, changed: 1, same: 1, applied: false });
  expect(seen.faults).toEqual([{ line: 4, problem: 'neighbourhood-unknown', found: 'Yok' }]);
  expect(seen.sample[0]).toEqual({
    ...{ line: 2, neighbourhood: 'Site', name: 'Alemdağ Caddesi', before: null, after: 'metropolitan', isNew: false },
  });
  expect(await faultsOf(save((tx) => importStreets(tx, { ...file, apply: true })))).toBe('input-invalid');
  expect((await streetBook(house.db)).authorityOf(site.id, 'Alemdağ Caddesi')).toBe(null);
  const done = await save((tx) => importStreets(tx, { ...file, apply: true, withoutFaulty: true }));
  expect(done).toMatchObject({ added: 1, changed: 1, applied: true });
  expect((await streetBook(house.db)).authorityOf(site.id, 'Alemdağ Caddesi')).toBe('metropolitan');
  expect((await streetBook(house.db)).authorityOf(armagan.id, 'Alemdağ Caddesi')).toBe(null);
  const again = await save((tx) => importStreets(tx, { ...file, apply: true, withoutFaulty: true }));
  expect(again).toMatchObject({ added: 0, changed: 0, same: 3 });
  const { id } = (await streetRegister(house.db, { typed: 'gül', limit: 1 })).streets[0]!;
  expect(await revisionsOf(house.db, 'street', String(id))).toMatchObject([{ version: 1, reason: 'GIS listesi' }]);
});

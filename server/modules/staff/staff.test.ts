import { beforeAll, expect, test } from 'vitest';
import { rows, sql } from '../../kernel/db/database.ts';
import { act, emptyHouse, staffActor } from '../../testing/empty-house.ts';
import type { GivenStaffMember } from './door.ts';
import {
  createStaffMember,
  deactivateStaffMember,
  directorateByCode,
  listDirectorates,
  listStaff,
  saveDirectorate,
  seedDirectorates,
  staffActorById,
  staffById,
  staffNames,
  updateStaffMember,
} from './door.ts';

const house = await emptyHouse();
const PASSWORD = 'mavi kedi pencerede';
const create = (given: Partial<GivenStaffMember>) =>
  act(house, (tx) =>
    createStaffMember(tx, {
      username: 'biri',
      displayName: 'Biri Deneme',
      role: 'agent',
      directorate: null,
      password: PASSWORD,
      ...given,
    }),
  );

beforeAll(() =>
  act(house, (tx) =>
    seedDirectorates(tx, [
      {
        code: 'FEN',
        name: 'Fen İşleri Müdürlüğü',
        dative: "Fen İşleri Müdürlüğü'ne",
        nameEn: 'Public Works',
        phone: null,
      },
      {
        code: 'TEM',
        name: 'Temizlik İşleri Müdürlüğü',
        dative: "Temizlik İşleri Müdürlüğü'ne",
        nameEn: 'Cleaning',
        phone: null,
      },
      { code: 'CEV', name: 'Çevre Müdürlüğü', dative: "Çevre Müdürlüğü'ne", nameEn: 'Environment', phone: null },
    ]),
  ),
);

test('directorates are listed in Turkish order', async () => {
  expect((await listDirectorates(house.db)).map(({ code }) => code)).toEqual(['CEV', 'FEN', 'TEM']);
});

test('a clerk needs a directorate, an agent may not have one', async () => {
  await expect(create({ username: 'a1', role: 'clerk' })).rejects.toMatchObject({
    code: 'input-invalid',
    details: { field: 'directorate' },
  });
  await expect(create({ username: 'a1', role: 'clerk', directorate: 'YOK' })).rejects.toMatchObject({
    details: { problem: 'unknown' },
  });
  await expect(create({ username: 'a1', directorate: 'FEN' })).rejects.toMatchObject({
    details: { problem: 'not-for-this-role' },
  });
  const id = await create({ username: 'a1', role: 'clerk', directorate: 'FEN' });
  expect(await staffById(house.db, id)).toMatchObject({
    username: 'a1',
    role: 'clerk',
    directorate: 'FEN',
    active: true,
  });
});

test('usernames are plain ASCII, one spelling, once', async () => {
  const id = await create({ username: ' Ornek.Kisi ' });
  expect((await staffById(house.db, id))?.username).toBe('ornek.kisi');
  await expect(create({ username: 'ORNEK.KISI' })).rejects.toMatchObject({ code: 'already-exists' });
  for (const username of ['admın', 'ELİF', 'ſam', 'x', 'a b', '', 'a'.repeat(41)]) {
    await expect(create({ username })).rejects.toMatchObject({ details: { field: 'username' } });
  }
});

test('only an administrator changes staff and directorates', async () => {
  const id = await create({ username: 'b1' });
  const fen = (await directorateByCode(house.db, 'FEN'))!;
  for (const role of ['agent', 'supervisor', 'viewer'] as const) {
    const actor = staffActor(role);
    await expect(act(house, (tx) => deactivateStaffMember(tx, id), actor)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(act(house, (tx) => saveDirectorate(tx, fen), actor)).rejects.toMatchObject({ code: 'not-allowed' });
  }
});

test('a change names the version it was made from', async () => {
  const id = await create({ username: 'c1' });
  const changed = await act(house, (tx) => updateStaffMember(tx, id, { version: 1, role: 'supervisor' }));
  expect(changed).toMatchObject({ role: 'supervisor', version: 2 });
  await expect(act(house, (tx) => updateStaffMember(tx, id, { version: 1, displayName: 'X' }))).rejects.toMatchObject({
    code: 'changed-meanwhile',
    details: { current: { version: 2 } },
  });
});

test('the last administrator stays, also when two step down together', async () => {
  const first = await create({ username: 'd1', role: 'administrator' });
  const second = await create({ username: 'd2', role: 'administrator' });
  const steps = await Promise.allSettled(
    [first, second].map((id) => act(house, (tx) => deactivateStaffMember(tx, id))),
  );
  expect(steps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const left = (await listStaff(house.db)).filter(({ role, active }) => role === 'administrator' && active);
  expect(left).toHaveLength(1);
});

test('somebody whose account is closed acts no more and keeps their name in the history', async () => {
  const id = await create({ username: 'e1', displayName: 'Eski Deneme' });
  expect(await staffActorById(house, id)).toMatchObject({ kind: 'staff', name: 'Eski Deneme' });
  await act(house, (tx) => deactivateStaffMember(tx, id));
  expect(await staffActorById(house, id)).toBeNull();
  expect(await staffNames(house.db, [id, 'not-an-id'])).toEqual(new Map([[id, 'Eski Deneme']]));
});

test('a directorate keeps every version with who and why, and two editors do not overwrite each other', async () => {
  const before = (await directorateByCode(house.db, 'TEM'))!;
  const saved = await act(house, (tx) => saveDirectorate(tx, { ...before, phone: '+902160000000' }, 'Santral değişti'));
  expect(saved.version).toBe(before.version + 1);
  expect((await directorateByCode(house.db, 'TEM'))?.phone).toBe('+902160000000');
  await expect(act(house, (tx) => saveDirectorate(tx, { ...before, name: 'X' }))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  const kept = await rows(
    house.db,
    sql`select version, reason from revisions where kind = 'directorate' and key = 'TEM' order by version`,
  );
  expect(kept).toEqual([
    { version: 1, reason: 'seed' },
    { version: 2, reason: 'Santral değişti' },
  ]);
});

test('what is undone is not remembered', async () => {
  const before = (await directorateByCode(house.db, 'CEV'))!;
  const undone = act(house, async (tx) => {
    await saveDirectorate(tx, { ...before, active: false });
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect((await directorateByCode(house.db, 'CEV'))?.active).toBe(true);
});

test('the audit says what changed and holds no name or password', async () => {
  const id = await create({ username: 'f1', displayName: 'Gizli Kişi' });
  await act(house, (tx) =>
    updateStaffMember(tx, id, { version: 1, displayName: 'Yeni Kişi', password: 'yeşil kapı uykuda' }),
  );
  const entries = await rows(house.db, sql`select act, detail from audit_entries where subject_id = ${id} order by id`);
  expect(entries).toEqual([
    { act: 'staff-member-created', detail: { role: 'agent', directorate: null } },
    { act: 'password-set', detail: {} },
    { act: 'staff-member-changed', detail: { name: 'changed' } },
  ]);
});

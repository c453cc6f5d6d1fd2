import { expect, test } from 'vitest';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import { act, emptyHouse } from '../../testing/empty-house.ts';
import type { GivenCitizen } from './door.ts';
import { citizenById, citizensByPhone, findOrAddCitizen, nationalIdOf } from './door.ts';

const house = await emptyHouse();
const ask = (given: Partial<GivenCitizen>) =>
  act(house, (tx) => findOrAddCitizen(tx, { kind: 'person', name: 'Ayşe Deneme', language: 'tr', ...given }));

test('the same phone and name in any spelling is the same citizen', async () => {
  const phone = '+905001000001';
  const id = await ask({ phone, name: 'Işıl  Örnek' });
  expect(await ask({ phone, name: 'IŞIL ÖRNEK' })).toBe(id);
  expect(await ask({ phone, name: 'isil ornek', email: 'isil@ornek.org' })).toBe(id);
});

test('another name on the same phone is another citizen', async () => {
  const phone = '+905001000002';
  const mother = await ask({ phone, name: 'Nur Deneme' });
  house.clock.advance(60_000);
  const son = await ask({ phone, name: 'Can Deneme', language: 'en' });
  expect(son).not.toBe(mother);
  expect(await citizensByPhone(house.db, phone)).toEqual([
    { id: son, name: 'Can Deneme', language: 'en' },
    { id: mother, name: 'Nur Deneme', language: 'tr' },
  ]);
});

test('without an identity everybody is new', async () => {
  expect(await ask({})).not.toBe(await ask({}));
});

test('a claim adds no way to reach somebody who is there', async () => {
  const id = await ask({ phone: '+905001000003', name: 'Ece Deneme' });
  await ask({ phone: '+905001000003', name: 'Ece Deneme', email: 'baska@ornek.org' });
  expect((await citizenById(house.db, id))?.emails).toEqual([]);
  const stranger = await ask({ phone: '+905001000099', name: 'Ece Deneme', email: 'ece@ornek.org' });
  expect(stranger).not.toBe(id);
});

test('mail addresses are the same in small and large ASCII letters only', async () => {
  const id = await ask({ email: 'Ali@Ornek.ORG', name: 'Ali Deneme' });
  expect(await ask({ email: 'ali@ornek.org', name: 'Ali Deneme' })).toBe(id);
  expect(await ask({ email: 'alı@ornek.org', name: 'Ali Deneme' })).not.toBe(id);
});

test('an identity number is sealed to its row, found again, and never in the clear', async () => {
  const nationalId = '10000000146';
  const id = await ask({ nationalId, name: 'Mine Deneme' });
  expect(await ask({ nationalId, name: 'MİNE DENEME' })).toBe(id);
  expect(await nationalIdOf(house.db, house.secrets, id)).toBe(nationalId);
  const { sealed } = await oneRow<{ sealed: Buffer }>(
    house.db,
    sql`select national_id_sealed as sealed from citizens where id = ${id}`,
  );
  expect(sealed.includes(Buffer.from(nationalId))).toBe(false);
  const other = await ask({ name: 'Başka Deneme' });
  await rows(house.db, sql`update citizens set national_id_sealed = ${sealed} where id = ${other}`);
  await expect(nationalIdOf(house.db, house.secrets, other)).rejects.toThrow();
});

test('a stranger who types somebody’s identity number is not joined to them', async () => {
  const nationalId = '10000000214';
  const owner = await ask({ nationalId, name: 'Asıl Deneme', phone: '+905001000004' });
  const stranger = await ask({ nationalId, name: 'Yabancı Deneme', phone: '+905001000005' });
  expect(stranger).not.toBe(owner);
  expect(await nationalIdOf(house.db, house.secrets, stranger)).toBe(nationalId);
});

test('an identity number given later is kept; a different one is somebody else', async () => {
  const phone = '+905001000006';
  const id = await ask({ phone });
  expect(await ask({ phone, nationalId: '10000000382' })).toBe(id);
  expect(await nationalIdOf(house.db, house.secrets, id)).toBe('10000000382');
  expect(await ask({ phone, nationalId: '10000000450' })).not.toBe(id);
});

test('twenty at once are one citizen', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => ask({ phone: '+905001000007' })));
  expect(new Set(ids).size).toBe(1);
});

/**
 * People for trying the product out, plainly invented: everybody's surname is Deneme. They exist only where HEMSEHRI_DEMO=1,
 * and their one password is printed at every start.
 */
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { addStaffMember, listDirectorates, listStaff } from '../modules/staff/door.ts';

export interface DemoPerson {
  username: string;
  displayName: string;
  role: string;
  directorate: string | null;
  unit?: string;
  looksAfter?: readonly string[];
}

export const DEMO_PASSWORD = 'hemsehri-demo';

export const DEMO_STAFF: readonly DemoPerson[] = [
  { username: 'elif', displayName: 'Elif Deneme', role: 'agent', directorate: null },
  { username: 'deniz', displayName: 'Deniz Deneme', role: 'agent', directorate: null },
  { username: 'sibel', displayName: 'Sibel Deneme', role: 'supervisor', directorate: null },
  {
    username: 'nermin',
    displayName: 'Nermin Deneme',
    role: 'deputy-mayor',
    directorate: null,
    looksAfter: ['FEN', 'TEM', 'PRK'],
  },
  { username: 'yonetici', displayName: 'Yasin Deneme', role: 'administrator', directorate: null },
  { username: 'izleyen', displayName: 'İnci Deneme', role: 'viewer', directorate: null },
  { username: 'fatih', displayName: 'Fatih Deneme', role: 'clerk', directorate: 'FEN', unit: 'FEN-YOL' },
  { username: 'mustafa', displayName: 'Mustafa Deneme', role: 'manager', directorate: 'FEN' },
  { username: 'tulay', displayName: 'Tülay Deneme', role: 'clerk', directorate: 'TEM' },
  { username: 'cem', displayName: 'Cem Deneme', role: 'manager', directorate: 'TEM' },
  { username: 'pinar', displayName: 'Pınar Deneme', role: 'clerk', directorate: 'PRK' },
  { username: 'zeki', displayName: 'Zeki Deneme', role: 'clerk', directorate: 'ZAB' },
  { username: 'veli', displayName: 'Veli Deneme', role: 'clerk', directorate: 'VET' },
  { username: 'ipek', displayName: 'İpek Deneme', role: 'clerk', directorate: 'IMR' },
  { username: 'sema', displayName: 'Sema Deneme', role: 'clerk', directorate: 'SOS' },
  { username: 'yildiz', displayName: 'Yıldız Deneme', role: 'clerk', directorate: 'KAD', unit: 'KAD-DAN' },
  { username: 'mali', displayName: 'Murat Deneme', role: 'clerk', directorate: 'MAL' },
  { username: 'halil', displayName: 'Halil Deneme', role: 'clerk', directorate: 'HIM' },
];

/** Adds the demo people who are missing. @throws when the house is not a demo: their password is known to everybody. */
export async function seedDemoStaff(house: House): Promise<void> {
  if (!house.config.demo) throw new Error('demo people are made only where HEMSEHRI_DEMO=1');
  const there = new Set((await listStaff(house.db)).map(({ username }) => username));
  const directorates = new Set((await listDirectorates(house.db)).map(({ code }) => code));
  const wanted = DEMO_STAFF.filter(
    ({ username, directorate }) => !there.has(username) && (directorate === null || directorates.has(directorate)),
  );
  await inTransaction(house, { actor: systemActor('seed') }, async (tx) => {
    for (const person of wanted)
      await addStaffMember(tx, { ...person, email: `${person.username}@demo.invalid`, password: DEMO_PASSWORD });
  });
}

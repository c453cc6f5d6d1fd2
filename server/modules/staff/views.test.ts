/** Saved views: one's own, a directorate's, everybody's; who may share how far, who sees them, who may remove them. */
import { expect, test } from 'vitest';
import type { NewView } from '../../../contract/staff.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { staffActorById } from './door.ts';
import { removeView, saveView, viewsOf } from './views.ts';

const { house, as } = await furnishedHouse();
const actor = async (username: string) => (await staffActorById(house, (await as(username)).id))!;
/** A roads manager and clerk, a cleaning clerk, the supervisor of the centre, an agent. */
const people = {
  manager: await actor('mustafa'),
  clerk: await actor('fatih'),
  other: await actor('tulay'),
  supervisor: await actor('sibel'),
  agent: await actor('elif'),
};
type Who = keyof typeof people;

let made = 0;
const save = (who: Who, more: Partial<NewView> = {}) =>
  saveView(house, people[who], { name: `Görünüm ${(made += 1)}`, query: 'due=overdue', ...more });
const sees = async (who: Who, id: string) => (await viewsOf(house, people[who])).find((view) => view.id === id);
const whoSees = async (id: string) => {
  const found: Who[] = [];
  for (const who of Object.keys(people) as Who[]) if (await sees(who, id)) found.push(who);
  return found;
};

test.each<[string, Who, Partial<NewView>, Who[] | 'not-allowed' | 'input-invalid']>([
  ['one’s own', 'clerk', {}, ['clerk']],
  ['a manager’s, for the directorate', 'manager', { sharedWith: 'directorate', directorate: 'FEN' }, ['manager', 'clerk']],
  ['a manager’s, for another directorate', 'manager', { sharedWith: 'directorate', directorate: 'TEM' }, 'not-allowed'],
  ['a manager’s, for everybody', 'manager', { sharedWith: 'everybody' }, 'not-allowed'],
  ['a clerk’s, for the own directorate', 'clerk', { sharedWith: 'directorate', directorate: 'FEN' }, 'not-allowed'],
  ['an agent’s, for everybody', 'agent', { sharedWith: 'everybody' }, 'not-allowed'],
  ['the supervisor’s, for everybody', 'supervisor', { sharedWith: 'everybody' }, ['manager', 'clerk', 'other', 'supervisor', 'agent']],
  ['the supervisor’s, for a directorate', 'supervisor', { sharedWith: 'directorate', directorate: 'TEM' }, ['other', 'supervisor']],
  ['for a directorate that is not there', 'supervisor', { sharedWith: 'directorate', directorate: 'YOK' }, 'input-invalid'],
  ['for a directorate that is not named', 'supervisor', { sharedWith: 'directorate' }, 'input-invalid'],
])('%s', async (_what, who, more, expected) => {
  if (typeof expected === 'string') {
    await expect(save(who, more)).rejects.toThrow(expected);
    return;
  }
  const view = await save(who, more);
  expect(await whoSees(view.id)).toEqual(expected);
}); // prettier-ignore

test('says who made it, and whether one may remove it', async () => {
  const { id } = await save('manager', { sharedWith: 'directorate', directorate: 'FEN' });
  expect(await sees('manager', id)).toMatchObject({ by: null, mayRemove: true, directorate: 'FEN' });
  expect(await sees('clerk', id)).toMatchObject({ by: people.manager.name, mayRemove: false });
});

test('is removed by its owner, a shared one also by whoever could have shared it, and by nobody else', async () => {
  const own = await save('clerk');
  await expect(removeView(house, people.supervisor, own.id)).rejects.toThrow('not-found');
  const shared = await save('supervisor', { sharedWith: 'directorate', directorate: 'FEN' });
  for (const who of ['clerk', 'other', 'agent'] as const)
    await expect(removeView(house, people[who], shared.id)).rejects.toThrow('not-found');
  await removeView(house, people.manager, shared.id);
  expect(await whoSees(shared.id)).toEqual([]);
  await expect(removeView(house, people.manager, 'not-an-id')).rejects.toThrow('not-found');
});

import { Command } from 'commander';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { listStaff } from '../modules/staff/door.ts';
import { seedMunicipality } from '../seed/seed-municipality.ts';
import { emptyHouse } from '../testing/empty-house.ts';
import { registerStaff } from './staff.ts';

const house = await emptyHouse();
beforeAll(() => seedMunicipality(house, 'umraniye'));
afterEach(() => {
  process.exitCode = 0;
});

async function hemsehri(words: string[], environment: Record<string, string> = {}) {
  const printed = { out: '', error: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
  const error = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean((printed.error += String(text))));
  const program = new Command().exitOverride().configureOutput({ writeErr: (text) => void (printed.error += text) });
  registerStaff(program, async () => house, environment);
  try {
    await program.parseAsync(['staff', ...words], { from: 'user' });
  } catch {
    process.exitCode = 1;
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
  return { ...printed, exitCode: process.exitCode ?? 0 };
}

const create = (username: string, more: string[] = [], environment: Record<string, string> = {}) =>
  hemsehri(['create', '--username', username, '--name', 'İlk Deneme', '--role', 'administrator', ...more], environment);

test('the first administrator gets a password that is printed once and must be replaced', async () => {
  const { out, exitCode } = await create('ilk');
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^ilk can sign in at http:\/\/localhost:3000\/personel\.\nPassword, shown only now: \w{5}-\w{5}-\w{5}-\w{5}\n$/,
  );
  expect(await listStaff(house.db)).toMatchObject([
    { username: 'ilk', role: 'administrator', mustChangePassword: true },
  ]);
});

test('a password from the environment is not printed', async () => {
  const { out } = await create('ikinci', [], { HEMSEHRI_PASSWORD: 'mavi kedi pencerede' });
  expect(out).toBe('ikinci can sign in at http://localhost:3000/personel.\n');
});

test.each([
  ['ilk', [], {}, 'That username is taken.'],
  ['admın', [], {}, 'A username is 2 to 40'],
  ['x1', [], { HEMSEHRI_PASSWORD: 'kısa' }, 'too short'],
  ['x2', ['--role', 'clerk'], {}, 'needs one: --directorate FEN'],
  ['x3', ['--role', 'clerk', '--directorate', 'YOK'], {}, 'There is no such directorate.'],
  ['x4', ['--directorate', 'FEN'], {}, 'leave --directorate out'],
  ['x5', ['--role', 'king'], {}, 'There is no such role'],
])('%s %j %j: one sentence and exit code 1', async (username, more, environment, sentence) => {
  const { error, exitCode } = await create(username, more, environment as Record<string, string>);
  expect(error).toContain(sentence);
  expect(exitCode).toBe(1);
});

test('lists, resets and closes', async () => {
  await create('ucuncu', ['--role', 'clerk', '--directorate', 'FEN']);
  expect((await hemsehri(['list'])).out).toMatch(/^USERNAME +NAME +ROLE +DIRECTORATE\n/);
  expect((await hemsehri(['reset-password', '--username', 'ucuncu'])).out).toContain('Password, shown only now');
  expect((await hemsehri(['deactivate', '--username', 'ucuncu'])).out).toBe('ucuncu can no longer sign in.\n');
  expect((await hemsehri(['list'])).out).toMatch(/ucuncu .*clerk +FEN +closed/);
  expect(await hemsehri(['deactivate', '--username', 'yok'])).toMatchObject({ exitCode: 1 });
  await hemsehri(['deactivate', '--username', 'ikinci']);
  expect((await hemsehri(['deactivate', '--username', 'ilk'])).error).toContain('last administrator');
});

/**
 * `hemsehri staff`: the way in when nobody can sign in yet, or any more. Without the demo the first administrator is made here.
 * A password is never an argument: those stay in the shell's history and are seen by everybody on the machine.
 */
import type { Command } from 'commander';
import { PASSWORD_LENGTH } from '../../contract/password-length.ts';
import { READY_ROLES } from '../../contract/rights.ts';
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { RefusalError } from '../kernel/refusals.ts';
import {
  createStaffMember,
  deactivateStaffMember,
  inventPassword,
  listStaff,
  updateStaffMember,
} from '../modules/staff/door.ts';
import type { StaffMember } from '../modules/staff/door.ts';
import { askPassword } from './ask-password.ts';

type Open = () => Promise<House>;
type Environment = Record<string, string | undefined>;

interface NewMember {
  username: string;
  name: string;
  role: string;
  directorate?: string;
  unit?: string;
  looksAfter?: string;
}

const commandLine = systemActor('command-line');

export function registerStaff(program: Command, open: Open, environment: Environment = process.env): void {
  const staff = program.command('staff').description('who may sign in to the desk');
  staff
    .command('create')
    .description(
      'add a staff member; the password comes from HEMSEHRI_PASSWORD, from the prompt, or is made up and printed once',
    )
    .requiredOption('--username <username>', 'what the person signs in with: a-z, 0-9, dot, dash')
    .requiredOption('--name <name>', 'the name shown to colleagues')
    .requiredOption('--role <role>', `what the person may do: ${READY_ROLES.join(', ')}, or a role of your own`)
    .option('--directorate <code>', 'for a clerk or manager: the directorate, such as FEN')
    .option('--unit <code>', 'the unit in it, such as FEN-YOL')
    .option('--looks-after <codes>', 'for a deputy mayor: directorates, such as FEN,PRK')
    .action((given: NewMember) => saying(async () => create(await open(), given, environment)));
  staff
    .command('list')
    .description('list everybody, active first')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => saying(async () => list(await open(), options)));
  staff
    .command('deactivate')
    .description('close an account and end its sessions at once')
    .requiredOption('--username <username>', 'whose')
    .action((options: { username: string }) => saying(async () => deactivate(await open(), options.username)));
  staff
    .command('reset-password')
    .description('set a new password, which the person must replace at the next sign-in; ends all their sessions')
    .requiredOption('--username <username>', 'whose')
    .action((options: { username: string }) => saying(async () => reset(await open(), options.username, environment)));
}

async function create(house: House, given: NewMember, environment: Environment): Promise<void> {
  const { password, chosenHere } = await passwordFor(environment);
  const looksAfter = given.looksAfter?.split(',').map((code) => code.trim()) ?? [];
  const member = { ...given, displayName: given.name, directorate: given.directorate ?? null, looksAfter };
  await inTransaction(house, { actor: commandLine }, (tx) =>
    createStaffMember(tx, { ...member, password, mustChangePassword: chosenHere }),
  );
  say(`${given.username} can sign in at ${house.config.publicUrl}/personel.`);
  if (chosenHere) say(`Password, shown only now: ${password}`);
}

async function list(house: House, { json }: { json?: boolean }): Promise<void> {
  const everybody = await listStaff(house.db);
  if (json) return say(JSON.stringify(everybody, null, 2));
  const rows = everybody.map(({ username, name, role, directorate, active }) => [
    username,
    name,
    role,
    directorate ?? '',
    active ? '' : 'closed',
  ]);
  say(columns([['USERNAME', 'NAME', 'ROLE', 'DIRECTORATE', ''], ...rows]));
}

async function deactivate(house: House, username: string): Promise<void> {
  const { id } = await find(house, username);
  await inTransaction(house, { actor: commandLine }, (tx) => deactivateStaffMember(tx, id));
  say(`${username} can no longer sign in.`);
}

async function reset(house: House, username: string, environment: Environment): Promise<void> {
  const { id, version } = await find(house, username);
  const { password, chosenHere } = await passwordFor(environment);
  await inTransaction(house, { actor: commandLine }, (tx) => updateStaffMember(tx, id, { version, password }));
  say(`${username} must choose a new password at the next sign-in.`);
  if (chosenHere) say(`Password, shown only now: ${password}`);
}

async function find(house: House, username: string): Promise<StaffMember> {
  const found = (await listStaff(house.db)).find((one) => one.username === username);
  if (found === undefined) throw new Sentence(`Nobody here has the username ${username}. See: hemsehri staff list`);
  return found;
}

/** `chosenHere`: nobody knows it but this screen, so it must be printed, and replaced at the first sign-in. */
async function passwordFor(environment: Environment): Promise<{ password: string; chosenHere: boolean }> {
  const given = environment.HEMSEHRI_PASSWORD;
  if (given !== undefined && given !== '') return { password: given, chosenHere: false };
  const typed = process.stdin.isTTY ? await askPassword('Password (leave empty to have one made up): ') : '';
  if (typed === '') return { password: inventPassword(), chosenHere: true };
  if ((await askPassword('Once more: ')) !== typed)
    throw new Sentence('The two passwords differ. Nothing was changed.');
  return { password: typed, chosenHere: false };
}

class Sentence extends Error {}

/** A refusal becomes a sentence and exit code 1; a fault is thrown on. */
async function saying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

const SENTENCES: Record<string, string> = {
  'not-a-username': 'A username is 2 to 40 of a-z, 0-9, dot, dash and underscore, and begins with a letter or digit.',
  empty: 'The name is empty.',
  'role-unknown': 'There is no such role. See: hemsehri staff create --help',
  'unit-unknown': 'That directorate has no such unit.',
  unknown: 'There is no such directorate. A clerk or manager needs one: --directorate FEN',
  'not-active': 'That directorate is no longer active.',
  'not-for-this-role':
    'Only a clerk or manager works for one directorate; leave --directorate out. Only a deputy mayor takes --looks-after.',
  'too-short': `The password is too short: at least ${PASSWORD_LENGTH.shortest} characters.`,
  'too-long': `The password is too long: at most ${PASSWORD_LENGTH.longest} characters.`,
  'too-common': 'That password is one of those tried first. Three or four words that do not belong together are good.',
  'holds-username': 'The password holds the username.',
  'last-administrator': 'This is the last administrator: nobody could change settings any more.',
};

function sentenceFor(error: unknown): string | null {
  if (error instanceof Sentence) return error.message;
  if (!(error instanceof RefusalError)) return null;
  const known = SENTENCES[String(error.details.problem ?? error.details.because)];
  if (known !== undefined) return known;
  return error.code === 'already-exists'
    ? 'That username is taken.'
    : `Refused: ${error.code} ${JSON.stringify(error.details)}`;
}

function columns(rows: string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** `hemsehri`: everything an operator does without a browser. Each command is a file beside this one. */
import { Command } from 'commander';
import { ConfigError } from '../kernel/config.ts';
import type { House } from '../kernel/house.ts';
import { StartupProblem } from '../kernel/startup-problem.ts';
import { RefusalError } from '../kernel/refusals.ts';
import type { Running } from '../open-server.ts';
import { hasDatabase, openServer } from '../open-server.ts';
import { registerAudit } from './audit.ts';
import { registerDeadline } from './deadline.ts';
import { registerMigrate } from './migrate.ts';
import { registerReplay } from './replay.ts';
import { registerReport } from './report.ts';
import { registerSearch } from './search.ts';
import { registerSeed } from './seed.ts';
import { registerStaff } from './staff.ts';
import { registerTopics } from './topics.ts';

const program = new Command('hemsehri')
  .description('Hemşehri: the citizen-relations platform of a Turkish municipality')
  .helpOption('--help', 'what this command does and takes')
  .helpCommand(false)
  .showHelpAfterError('(--help says what may be given)');

let running: Running | null = null;

/** Opens the house for a command that needs one; it is closed when the command ends, however it ends. */
async function open(): Promise<House> {
  running ??= await openServer({ besideAnother: true });
  return running.house;
}

// Who reads no further (`| head`) has seen enough; the command still ends as it should.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

registerMigrate(program, open);
registerSeed(program, open);
registerStaff(program, open);
registerTopics(program, async () => (hasDatabase() ? open() : null));
registerDeadline(program, open);
registerReport(program, open);
registerReplay(program, open);
registerAudit(program, open);
registerSearch(program, open);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${inWords(error)}\n`);
} finally {
  await (running as Running | null)?.close();
}

function inWords(error: unknown): string {
  if (error instanceof RefusalError) {
    const details = Object.keys(error.details).length > 0 ? ` ${JSON.stringify(error.details)}` : '';
    return `Refused: ${error.code}${details}`;
  }
  if (error instanceof ConfigError || error instanceof StartupProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** `hemsehri audit`: the chain of the audit for whoever must be able to prove it, without the desk and without trusting it. */
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { systemActor } from '../kernel/actor.ts';
import type { Anchor } from '../kernel/audit/anchors.ts';
import { AnchorFileProblem, anchorLine, readAnchorFile } from '../kernel/audit/anchors.ts';
import { headOfChain } from '../kernel/audit/chain-store.ts';
import { anchorChain, continueAfterRestore, forgetWords } from '../kernel/audit/keep.ts';
import type { Fault, Verdict } from '../kernel/audit/verify.ts';
import { verifyChain } from '../kernel/audit/verify.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';

type Open = () => Promise<House>;

export function registerAudit(program: Command, open: Open): void {
  const audit = program.command('audit').description('the chain of the audit: verify it, anchor it');
  audit
    .command('verify')
    .description('follow the chain from its first link; ends with 1 when it does not hold')
    .option('--anchors <file>', "what to hold it against; otherwise this installation's own anchor file")
    .action(async ({ anchors }: { anchors?: string }) => verify(await open(), anchors));
  audit
    .command('head')
    .description('print the newest link')
    .action(async () => {
      const { seq, hash, sealedAt } = await headOfChain((await open()).db);
      say(`${seq} ${hash.toString('hex')}${sealedAt ? ` ${sealedAt.toISOString()}` : ''}`);
    });
  audit
    .command('anchor')
    .description('write the newest link into the anchor file and print it')
    .action(async () => say(anchorLine(await anchorChain(await open()))));
  audit
    .command('restored')
    .description('say that a backup was put back: the chain goes on from what it has')
    .requiredOption('--reason <words>', 'what happened')
    .action(async ({ reason }: { reason: string }) =>
      say(anchorLine(await continueAfterRestore(await open(), reason))),
    );
  audit
    .command('forget')
    .description('destroy the words somebody typed for one entry; the entry stays and says that they were forgotten')
    .requiredOption('--entry <id>', 'number of the entry', entryNumber)
    .requiredOption('--reason <words>', 'why')
    .action(async (given: { entry: number; reason: string }) => forget(await open(), given));
}

function entryNumber(typed: string): number {
  const number = Number(typed);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be the number of an entry, as the audit screen shows it.');
}

async function verify(house: House, file: string | undefined): Promise<void> {
  let anchors: Anchor[];
  try {
    anchors = await readAnchorFile(file ?? house.config.anchorFile);
  } catch (error) {
    if (!(error instanceof AnchorFileProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  const verdict = await verifyChain(house.db, { anchors, tell: progress });
  for (const line of verdictInWords(verdict, anchors)) say(line);
  if (verdict.faults.length > 0) process.exitCode = 1;
}

function progress(seq: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${seq} / ${of}`);
}

const PROBLEMS: Record<Fault['problem'], (seq: number) => string> = {
  'seal-missing': (seq) => `link ${seq} is not there`,
  'entry-missing': (seq) => `the entry of link ${seq} is not there`,
  changed: (seq) => `link ${seq} does not fit its entry and the link before it`,
  'words-changed': (seq) => `the words of link ${seq} were changed`,
  'words-missing': (seq) => `the words of link ${seq} are gone, and no entry says who forgot them`,
  'slipped-in': (id) => `entry ${id} was written around the program`,
  cut: (seq) => `the chain ends before link ${seq}, which was anchored`,
  rewritten: (seq) => `link ${seq} is not the one that was anchored`,
};

function verdictInWords({ link, faults, waiting, waitingSince }: Verdict, anchors: readonly Anchor[]): string[] {
  const waits = waiting === 0 ? [] : [`${waiting} not sealed yet, the oldest of ${waitingSince!.toISOString()}.`];
  if (faults.length > 0) return [...faults.map(({ seq, problem }) => `BROKEN: ${PROBLEMS[problem](seq)}`), ...waits];
  const held = anchors.length === 0 ? 'no anchor to hold it against' : `anchors: ${anchors.length}`;
  return [`The chain holds. Links: ${link.seq}; ${held}.`, `${link.seq} ${link.hash.toString('hex')}`, ...waits];
}

async function forget(house: House, { entry, reason }: { entry: number; reason: string }): Promise<void> {
  await inTransaction(house, { actor: systemActor('command-line') }, (tx) =>
    forgetWords(tx, { entryId: entry, reason }),
  );
  say(`The words of entry ${entry} are forgotten.`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

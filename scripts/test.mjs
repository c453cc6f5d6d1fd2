#!/usr/bin/env node
/**
 * `npm test`: every storey, cheapest first, each to its end even when an earlier one failed; the last line counts them together.
 * `npm test -- vitest journeys` runs only those named. With `--counts <file>` the line goes to the file (.ci/run adds several up), and what failed
 * behind it by name: of a long run often only the end is kept.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildApps } from './build-apps.mjs';
import { checkNames, runCheck } from './checks.mjs';
import { findChromium, installChromium } from './chromium.mjs';
import { ensureInstalled, node24, root, run, stop } from './ensure-runtime.mjs';

const storeys = {
  ...Object.fromEntries(checkNames.map((name) => [name, () => runCheck(name)])),
  vitest: runVitest,
  build: runBuild,
  journeys: runJourneys,
};

const { asked, countsFile } = readArguments(process.argv.slice(2));
await ensureInstalled({ forTests: true });
const reports = mkdtempSync(join(tmpdir(), 'hemsehri-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const named = [];
try {
  for (const name of asked) {
    console.log(`\n── ${name}`);
    const counts = await storeys[name]();
    console.log(`── ${name}: ${inWords(counts)}`);
    for (const key of Object.keys(total)) total[key] += counts[key];
    named.push(...(counts.named ?? (counts.failed > 0 ? [`failed: ${name}`] : [])));
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
if (countsFile)
  writeFileSync(countsFile, `${[`${total.passed} ${total.failed} ${total.skipped}`, ...named].join('\n')}\n`);
else console.log(`\n${[...named, inWords(total)].join('\n')}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function readArguments(args) {
  const at = args.indexOf('--counts');
  const countsFile = at < 0 ? undefined : args.splice(at, 2)[1];
  const unknown = args.filter((name) => !(name in storeys));
  if (unknown.length > 0) stop(`There is no storey "${unknown[0]}". There are: ${Object.keys(storeys).join(', ')}.`);
  return { asked: args.length > 0 ? args : Object.keys(storeys), countsFile };
}

async function runVitest() {
  const report = join(reports, 'vitest.json');
  const code = await run(node24(), [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = readReport(report);
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `failed: ${relative(root, name)}: ${fullName}`),
  );
  return counted(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, named: failed },
    code,
  );
}

async function runBuild() {
  const failed = (await buildApps()) > 0 ? 1 : 0;
  return { passed: 1 - failed, failed, skipped: 0 };
}

/** Without a browser the journeys are left out, and said to be. */
async function runJourneys() {
  const chromium = findChromium() ?? (await installChromium());
  const files = findJourneys();
  if (!chromium) {
    console.log('No Chromium was found, so these journeys were left out:');
    for (const file of files) console.log(`  ${file}`);
    console.log('Install Chromium or Chrome (Debian: apt-get install chromium), or give its path in CHROMIUM_PATH.');
    return { passed: 0, failed: 0, skipped: files.length };
  }
  const report = join(reports, 'journeys.json');
  const code = await run(
    node24(),
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  const { stats = {}, suites = [] } = readReport(report);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = stats;
  return counted({ passed: expected + flaky, failed: unexpected, skipped, named: suites.flatMap(notAtOnce) }, code);
}

/** The journeys of a suite that failed, and those that only went at the second try. */
function notAtOnce({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ status }) => {
      if (status === 'unexpected') return [`failed: ${file}: ${title}`];
      return status === 'flaky' ? [`at the second try: ${file}: ${title}`] : [];
    }),
  );
  return [...own, ...suites.flatMap(notAtOnce)];
}

function findJourneys() {
  const folder = join(root, 'journeys');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((file) => /\.journey\.ts$/.test(file));
}

/** A run that ended badly without naming a failed test (a file that does not load) counts as one failure. */
function counted(counts, code) {
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, named: [...counts.named, `failed: it ended with code ${code} and named no test`] };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

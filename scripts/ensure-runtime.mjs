/**
 * What every launcher needs first, written for the Node that a machine happens to have (20 or later) and for an empty clone:
 * the packages of package-lock.json, and Node 24, which is one of them. Nothing is imported that npm would have to install.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedNode = 24;
/** What Node has compiled of our sources: half the time of a second start. It may be deleted at any time. */
const compiled = join(root, 'node_modules/.cache/hemsehri-compiled');

/**
 * Installs the packages unless they are all there in the versions of the lock file.
 * @param {{ forTests?: boolean }} needs forTests: also those only tests and checks use.
 */
export async function ensureInstalled({ forTests = false } = {}) {
  if (isInstalled(forTests)) return;
  console.error('Installing the packages of package-lock.json (a few minutes the first time)…');
  if ((await npm('ci')) === 0 && isInstalled(forTests)) return;
  // A registry that lacks some other platform's package makes `npm ci` refuse a lock file that is good for this one.
  console.error('"npm ci" did not succeed; trying "npm install"…');
  if ((await npm('install', '--no-save')) === 0) return;
  stop('The packages could not be installed. The reason stands above; is the npm registry reachable?');
}

/** The program of Node 24: this one, or the one npm installed. */
export function node24() {
  const installed = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (Number.parseInt(process.versions.node, 10) >= wantedNode) return process.execPath;
  if (existsSync(installed)) return installed;
  return stop(
    `Hemşehri needs Node ${wantedNode}; this is ${process.versions.node}, and npm has no Node for ` +
      `${process.platform}-${process.arch} here. Install Node ${wantedNode} and start again.`,
  );
}

/** Runs a TypeScript file of the project as this process, or, where this is an older Node, in a child that stands in for it. */
export async function runOnNode24(file, args) {
  const script = join(root, file);
  const node = node24();
  if (node !== process.execPath) {
    const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
    return await standInFor(spawn(node, [script, ...args], { stdio: 'inherit', env }));
  }
  module.enableCompileCache(compiled);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/** Runs a program to its end, its output on ours; resolves to its exit code. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Ends the launcher with a sentence for the person who started it. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** npm leaves a list of what it installed as its last act, so an interrupted installation has none. */
function isInstalled(forTests) {
  const list = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found) return found.version === wanted.version;
    return wanted.optional || ((wanted.dev || wanted.devOptional) && !forTests);
  });
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** Its output goes to standard error: a command's own output stays clean. */
function npm(...args) {
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  const child = spawn(
    'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'],
    {
      cwd: root,
      // npm replaces node_modules, so it must not run on the Node in there.
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', process.stderr, process.stderr],
    },
  );
  return new Promise((resolve) => {
    child.on('error', () => stop('npm was not found. It comes with Node; install both and start again.'));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Passes signals on to the child and ends as it ended. */
function standInFor(child) {
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // Ctrl+C in a terminal reaches the child by itself, and a second one would mean "at once".
      if (signal !== 'SIGINT' || !isatty(0)) child.kill(signal);
    });
  }
  return new Promise(() => {
    child.on('error', (error) => stop(`Node ${wantedNode} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  });
}

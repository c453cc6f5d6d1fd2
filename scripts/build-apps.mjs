/**
 * Builds the browser apps (each folder of apps/ with a Vite configuration) whose sources changed since the last build.
 * A build carries the hash of what it was made from, so a second start only reads the sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, run } from './ensure-runtime.mjs';

/** Resolves to the number of apps that could not be built. */
export async function buildApps() {
  let failed = 0;
  for (const app of findApps()) failed += (await buildIfChanged(app)) ? 0 : 1;
  return failed;
}

function findApps() {
  const folder = join(root, 'apps');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((app) => existsSync(join(folder, app, 'vite.config.ts')));
}

async function buildIfChanged(app) {
  const mark = join(root, 'apps', app, 'dist/.made-from');
  const sources = hashOfSources(app);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return true;
  console.error(`Building apps/${app}…`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', `apps/${app}/vite.config.ts`, '--logLevel', 'warn'];
  const built = (await run(node24(), args)) === 0;
  if (built) writeFileSync(mark, sources);
  return built;
}

/** The app itself, what it shares with the server, and the packages. */
function hashOfSources(app) {
  const hash = createHash('sha256');
  for (const place of [`apps/${app}`, 'ui', 'contract', 'text', 'package-lock.json']) {
    for (const file of filesIn(place)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!existsSync(join(root, place))) return [];
  if (/\.[a-z]+$/.test(place)) return [place];
  return readdirSync(join(root, place), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .filter((file) => !/\/(dist|node_modules)\/|\.test\.tsx?$/.test(file))
    .sort();
}

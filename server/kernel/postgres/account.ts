/**
 * The account the server runs under. PostgreSQL refuses to run as root, so root lends it another account; everybody else
 * runs it as themselves. Not `postgres` by rule: an account that already owns the data stays, whatever is installed later.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartupProblem } from '../startup-problem.ts';

export interface Account {
  uid: number;
  gid: number;
  /** Set when it is not our own account: what a child process is to be started with. */
  asChild: { uid: number; gid: number } | undefined;
}

/** @param cluster the data folder; its owner, if it exists, is the account. */
export function chooseAccount(cluster: string): Account {
  const own = userInfo();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (own.uid !== 0) {
    if (owner && owner.uid !== own.uid) throw notYours(cluster, owner.uid);
    return { uid: own.uid, gid: own.gid, asChild: undefined };
  }
  const lent = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : findAccount();
  return { ...lent, asChild: lent };
}

/** Whether the account may read and enter the folder. Asked of the system by trying, so that ACLs and mounts count too. */
export function canUse(account: Account, folder: string): boolean {
  const tried = spawnSync('test', ['-r', folder, '-a', '-x', folder], { ...account.asChild, cwd: '/' });
  return tried.status === 0;
}

/** PostgreSQL's own account, else the person behind sudo, else nobody. */
function findAccount(): { uid: number; gid: number } {
  const { SUDO_UID, SUDO_GID } = process.env;
  const found = idsOf('postgres') ?? idsFrom(SUDO_UID, SUDO_GID) ?? idsOf('nobody');
  if (found) return found;
  throw new StartupProblem(
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it under. ' +
      'Start as an ordinary user, or name a server in DATABASE_URL.',
  );
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string): string =>
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return idsFrom(ask('-u'), ask('-g'));
  } catch {
    return undefined;
  }
}

function idsFrom(uid: string | undefined, gid: string | undefined): { uid: number; gid: number } | undefined {
  const ids = { uid: Number(uid), gid: Number(gid) };
  return ids.uid > 0 && Number.isInteger(ids.gid) ? ids : undefined;
}

function notYours(cluster: string, owner: number): StartupProblem {
  return new StartupProblem(
    `The database in ${cluster} belongs to another account (number ${owner}). ` +
      'Start as that account or as root, or give a folder of your own in HEMSEHRI_DATA_DIR.',
  );
}

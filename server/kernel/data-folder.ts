import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartupProblem } from './startup-problem.ts';

/**
 * Makes the folder of HEMSEHRI_DATA_DIR, where photos and the embedded database are kept, before anything is opened in it.
 * @throws StartupProblem if this account may not write there.
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupProblem(
      `HEMSEHRI_DATA_DIR is ${folder}, where this account cannot write (${(error as NodeJS.ErrnoException).code}). ` +
        'Name another folder, or give it to this account.',
    );
  }
}

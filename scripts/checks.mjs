/** The checks that read the code and run nothing of it: how the modules depend, how the files look, what the compiler says. */
import { join } from 'node:path';
import { node24, root, run } from './ensure-runtime.mjs';

const checks = {
  structure: [['scripts/check-structure.ts']],
  format: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  lint: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  types: [
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'apps/desk/tsconfig.json'],
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'server/portal/browser/tsconfig.json'],
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'journeys/tsconfig.json'],
  ],
};

export const checkNames = Object.keys(checks);

/** Runs one check; it counts as one, passed or failed. */
export async function runCheck(name) {
  let failed = 0;
  for (const [program, ...args] of checks[name]) {
    if ((await run(node24(), [join(root, program), ...args])) !== 0) failed = 1;
  }
  return { passed: 1 - failed, failed, skipped: 0 };
}

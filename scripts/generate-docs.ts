/** `npm exec -- node scripts/generate-docs.ts` writes the generated parts of the documents; with `--check` it only says which are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentsFromCode } from './docs-from-code.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const onlyCheck = process.argv.includes('--check');

for (const [path, wanted] of await documentsFromCode()) {
  if (read(path) === wanted) continue;
  if (onlyCheck) {
    console.error(`${path} is stale. Write it anew: npm exec -- node scripts/generate-docs.ts`);
    process.exitCode = 1;
  } else {
    writeFileSync(root + path, wanted);
    console.log(`wrote ${path}`);
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(root + path, 'utf8');
  } catch {
    return null;
  }
}

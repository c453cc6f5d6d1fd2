#!/usr/bin/env node
/** `npm run -s hemsehri -- <command>`: the command line. Whatever has to be installed first is told on standard error only. */
import { ensureInstalled, runOnNode24 } from './ensure-runtime.mjs';

await ensureInstalled();
await runOnNode24('server/cli/main.ts', process.argv.slice(2));

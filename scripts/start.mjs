#!/usr/bin/env node
/**
 * `npm start`: from an empty clone to a served municipality. Installs, builds the browser apps where their sources changed
 * (HEMSEHRI_SKIP_BUILD=1: not), then becomes the server, which does the rest: database, schema, demo, addresses.
 */
import { buildApps } from './build-apps.mjs';
import { ensureInstalled, runOnNode24, stop } from './ensure-runtime.mjs';

await ensureInstalled();
if (process.env.HEMSEHRI_SKIP_BUILD !== '1' && process.env.HEMSEHRI_ROLE !== 'worker') {
  if ((await buildApps()) > 0) stop('A browser app could not be built; the reason stands above.');
}
await runOnNode24('server/main.ts', process.argv.slice(2));

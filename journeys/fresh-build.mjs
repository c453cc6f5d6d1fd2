import { buildApps } from '../scripts/build-apps.mjs';

/** Before the first journey: the desk as it stands in the sources, for whoever calls Playwright by itself. */
export default async function freshBuild() {
  if ((await buildApps()) > 0)
    throw new Error('The desk could not be built; the journeys would walk through an old one.');
}

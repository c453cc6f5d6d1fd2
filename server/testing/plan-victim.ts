/** A worker that makes planned jobs in a process of its own, to be killed in the middle. Takes the database's address, the folder, and what time it is. */
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { openHouse } from '../house.ts';
import { makePlannedJobs } from '../modules/planned-work/door.ts';

const [url = '', folder = '', now = ''] = process.argv.slice(2);
const config = readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent' }, folder);
const { house, close } = openHouse(config, url, settableClock(new Date(now)));
await makePlannedJobs(house);
await close();

/**
 * A worker of its own process that carries long works on until none is left, slow enough to be killed in the middle. Takes the database, the folder,
 * the hour, and by how many milliseconds each thing is slowed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '../house.ts';
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { ItemKind, WorkKind } from '../kernel/house.ts';
import { longWorkRound } from '../kernel/long-works/run.ts';
import { staffActorById } from '../modules/staff/door.ts';

const [url = '', folder = '', hour = '', pause = '40'] = process.argv.slice(2);
const config = { ...readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent' }, folder), databaseConnections: 2 };
const { house, close } = openHouse(config, url, settableClock(new Date(hour)));

function slowed(kind: WorkKind): WorkKind {
  if (!('act' in kind)) return kind;
  const { act, undo } = kind;
  const slow: ItemKind = {
    ...kind,
    act: async (...given) => slowly(await act(...given)),
    ...(undo && { undo: async (...given) => slowly(await undo(...given)) }),
  };
  return slow;
}

async function slowly<Done>(done: Done): Promise<Done> {
  await sleep(Number(pause));
  return done;
}

await longWorkRound({ ...house, works: house.works.map(slowed) }, staffActorById);
await close();

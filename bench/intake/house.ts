/** The product's own server as one process, which tells on demand what statements it sends and how much CPU it has used. */
import pg from 'pg';
import { readConfig } from '../../server/kernel/config.ts';
import { openHouse } from '../../server/house.ts';
import { makeWeb } from '../../server/serve.ts';
import type { Answer, Order, Recipe } from './messages.ts';

let recording: Recipe['statements'] | null = null;
const plain = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  const [first, values] = given as [string | { text: string; values: unknown[] }, unknown[]?];
  if (typeof first === 'string') recording?.push({ text: first, values: values ?? [] });
  else recording?.push({ text: first.text, values: first.values });
  return plain.apply(this, given);
} as never;

const config = readConfig(
  {
    ...process.env,
    ...{ HEMSEHRI_LOG: 'silent', HEMSEHRI_DATABASE_CONNECTIONS: '8' },
    // One person asks as much here as hundreds do.
    HEMSEHRI_SEARCHES_PER_MINUTE: '1000000',
  },
  process.cwd(),
);
const { house } = openHouse(config, config.databaseUrl!);
const app = await makeWeb(house, null);
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
const tell = (answer: Answer) => void process.send!(answer);
process.on('message', (message: Order) => {
  if (message.order === 'record') {
    recording = [];
    tell({ taken: true });
  } else if (message.order === 'recorded') {
    tell({ statements: recording ?? [] });
    recording = null;
  } else {
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1000 });
  }
});
tell({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` });

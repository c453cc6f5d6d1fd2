/** A process that keeps a server as `npm start` does; the tests start it, kill it and read what it says, one JSON per line. */
import { startEmbeddedPostgres } from './supervisor.ts';

const say = (what: object): void => console.log(JSON.stringify(what));

try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2]!, log: (sentence) => say({ log: sentence }) });
  const stop = (): void => void server.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  setInterval(() => {}, 60_000);
  say({ url: server.url, adopted: server.adopted });
} catch (error) {
  say({ refused: (error as Error).message });
  process.exitCode = 1;
}

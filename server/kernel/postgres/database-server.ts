/** Which database server this process works on: the one DATABASE_URL names, else the embedded one of the data folder. */
import { knock } from './named-server.ts';
import {
  findRunningPostgres,
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from './supervisor.ts';

interface Choice extends EmbeddedOptions {
  databaseUrl: string | null;
  /** A command that runs beside `npm start` uses its server; a second start is refused. */
  besideAnother: boolean;
}

/**
 * The server that is found, or started. `stop` stops only what this process started or took over.
 * @throws StartupProblem in words for the operator.
 */
export async function openDatabaseServer(choice: Choice): Promise<EmbeddedPostgres> {
  if (choice.databaseUrl !== null) await knock(choice.databaseUrl);
  const elsewhere = choice.databaseUrl ?? (choice.besideAnother ? await findRunningPostgres(choice) : undefined);
  return elsewhere ? { url: elsewhere, adopted: false, stop: async () => {} } : await startEmbeddedPostgres(choice);
}

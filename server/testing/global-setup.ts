/**
 * What one run of Vitest shares: a database server and a migrated template database on it.
 * Both are made when the first test file asks (a run of pure unit tests starts no server), in this process, because it
 * outlives the worker processes the test files run in. Test files ask over HTTP on the loopback address.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { openTestServer, type TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    templateDesk: string;
  }
}

/** Called by Vitest before the first test file; the function it returns is called after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `hemsehri_test_${process.pid}_${randomBytes(3).toString('hex')}`;
  let opening: Promise<TestServer> | undefined;
  const desk = createServer((_request, response) => {
    opening ??= openTestServer(run);
    opening.then(
      ({ url, template }) => response.end(JSON.stringify({ url, template })),
      (error: unknown) =>
        response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  });
  project.provide('templateDesk', await listen(desk));
  return async () => {
    desk.close();
    desk.closeAllConnections();
    const server = await opening?.catch(() => undefined);
    await server?.close();
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

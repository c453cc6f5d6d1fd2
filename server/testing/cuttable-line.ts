/** A line between a process and its database that a test can cut, hold and mend: what a network or a restarting server does. */
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface CuttableLine {
  /** The database's address, by way of this line. */
  url: string;
  /** Every connection breaks, and no new one is taken. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Connections stand, but nothing comes through in either direction. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

export async function cuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const target = new URL(databaseUrl);
  const pairs = new Set<[Socket, Socket]>();
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [from, to];
    pairs.add(pair);
    from.pipe(to);
    to.pipe(from);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        for (const each of pair) each.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const both = (act: (socket: Socket, other: Socket) => void) => {
    for (const [from, to] of pairs) {
      act(from, to);
      act(to, from);
    }
  };
  const cut = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    both((socket) => void socket.destroy());
    return closed;
  };
  return {
    url: url.href,
    cut,
    mend: () => listen(port),
    hold: () => both((socket, other) => void socket.unpipe(other).pause()),
    release: () => both((socket, other) => void socket.pipe(other)),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}

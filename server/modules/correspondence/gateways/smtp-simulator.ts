/**
 * A mail server that keeps what it is given and refuses when told to. Its `/_simulator` pages are on a port of their
 * own, since SMTP has none.
 */
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import type { AcceptedMessage } from './simulator-log.ts';
import { startSimulatorServer, json, type Simulator, type SimulatorOptions } from './simulator-server.ts';

export interface SmtpSimulatorOptions extends SimulatorOptions {
  /** Of the mail server; `port` is the control pages'. */
  smtpPort?: number;
}

export type SmtpStage = 'greeting' | 'mail' | 'rcpt' | 'data';

export interface SmtpAnswer {
  at: SmtpStage;
  /** 421, 451, 550 …; `drop` closes the connection, at `data` after the mail was taken; `silence` never answers. */
  reply: number | 'drop' | 'silence';
  /** How often; without it, until cleared. */
  times?: number;
}

export interface SmtpSimulator extends Simulator {
  /** Of the mail server. */
  smtpPort: number;
  script(answer: SmtpAnswer): void;
  clearScript(): void;
  /** Sources of the newest mails, newest last. */
  sources(): string[];
}

const KEPT_SOURCES = 200;
const LARGEST_MAIL = 25 * 1024 * 1024;

export async function startSmtpSimulator(options: SmtpSimulatorOptions = {}): Promise<SmtpSimulator> {
  const script = new Map<SmtpStage, SmtpAnswer>();
  const sources: string[] = [];
  const control = await startSimulatorServer(
    { isSending: () => false, rateLimited: json(429, {}), answer: () => null },
    options,
  );
  const server = mailServer({
    strike: (stage) => strike(script, stage),
    keep: (message, source) => {
      control.log.add([message]);
      sources.push(source);
      if (sources.length > KEPT_SOURCES) sources.shift();
    },
  });
  const smtpPort = await listen(server, options.smtpPort ?? 0);
  return {
    ...control,
    smtpPort,
    script: (answer) => void script.set(answer.at, { ...answer }),
    clearScript: () => script.clear(),
    sources: () => [...sources],
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await control.stop();
    },
  };
}

interface Handlers {
  strike(stage: SmtpStage): SmtpAnswer | undefined;
  keep(message: AcceptedMessage, source: string): void;
}

function mailServer({ strike, keep }: Handlers): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: LARGEST_MAIL,
    closeTimeout: 200,
    onConnect: (session, done) => play(strike('greeting'), session, done),
    onMailFrom: (_address, session, done) => play(strike('mail'), session, done),
    onRcptTo: (_address, session, done) => play(strike('rcpt'), session, done),
    onData(stream, session, done) {
      const answer = strike('data');
      readAll(stream)
        .then((source) => {
          if (typeof answer?.reply !== 'number') keep(messageOf(source, session.envelope), source);
          play(answer, session, done);
        })
        .catch(done);
    },
  });
  server.on('error', () => undefined);
  const play = (
    answer: SmtpAnswer | undefined,
    session: { id: string },
    done: (error?: Error | null) => void,
  ): void => {
    if (!answer) return done();
    if (typeof answer.reply === 'number') return done(refusal(answer.reply));
    if (answer.reply === 'drop') drop(server, session.id);
  };
  return server;
}

function strike(script: Map<SmtpStage, SmtpAnswer>, stage: SmtpStage): SmtpAnswer | undefined {
  const answer = script.get(stage);
  if (answer?.times === undefined) return answer;
  answer.times -= 1;
  if (answer.times <= 0) script.delete(stage);
  return answer;
}

const WORDS: Record<number, string> = {
  421: 'Service not available, closing transmission channel',
  451: 'Requested action aborted: local error in processing',
  550: 'Requested action not taken: mailbox unavailable',
};

function refusal(responseCode: number): Error {
  return Object.assign(new Error(WORDS[responseCode] ?? 'Refused'), { responseCode });
}

function drop(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections as Set<{ session?: { id: string }; _socket: { destroy(): void } }>) {
    if (connection.session?.id === sessionId) connection._socket.destroy();
  }
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

interface GivenEnvelope {
  mailFrom: { address: string } | false;
  rcptTo: { address: string }[];
}

function messageOf(source: string, envelope: GivenEnvelope): AcceptedMessage {
  const headers = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const messageId = header('Message-ID').replace(/[<>]/g, '');
  return {
    id: messageId.slice(0, messageId.lastIndexOf('@')),
    reference: messageId,
    to: envelope.rcptTo.map(({ address }) => address).join(','),
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    subject: header('Subject'),
    text: source.slice(source.indexOf('\r\n\r\n') + 4, 20_000),
    at: new Date().toISOString(),
  };
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
}

/**
 * Mail to a citizen over SMTP. The Message-ID is made from our delivery id, so a mail sent twice after a lost
 * connection is one mail to the reader's program. A connection per mail: at a municipality's rate the handshake costs
 * nothing, and a pool would repeat sends behind our back.
 */
import { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { GatewayCode, MailGateway, OutgoingMail, SendResult } from './gateway.ts';

export interface SmtpConfig {
  host: string;
  port: number;
  /** `none` only for a simulator or a relay on the same machine. */
  security: 'tls' | 'starttls' | 'none';
  username?: string;
  password?: string;
  /** The municipality's name and address as readers see them. */
  from: { name: string; address: string };
  /** Where undeliverable mail returns to; the delivery id is added before the @ (`iade+<id>@…`). Absent: `from`. */
  bounceAddress?: string;
  /** Marks our own mail, so that two systems never answer one another for ever. */
  instance: string;
  /** For the whole exchange. */
  timeoutMs: number;
}

export function smtpGateway(config: SmtpConfig): MailGateway {
  const messageId = (id: string): string => `<${id}@${domainOf(config.from.address)}>`;
  return {
    name: 'smtp',
    messageId,
    send: (mail) => sendMail(config, mail, messageId(mail.id)),
    close: async () => undefined,
  };
}

async function sendMail(config: SmtpConfig, mail: OutgoingMail, messageId: string): Promise<SendResult> {
  const { id } = mail;
  const to = asciiAddress(mail.to);
  if (!to) return { id, state: 'rejected-permanent', code: 'bad-address' satisfies GatewayCode };
  const source = await compose(config, { ...mail, to }, messageId);
  const handover = handoverOf(source);
  try {
    const envelope = { from: returnPath(config, id), to: [to], size: source.length };
    return { id, state: 'accepted', providerId: await exchange(config, envelope, handover.stream) };
  } catch (error) {
    return { id, ...classify(error as SmtpError, handover.begun()) };
  }
}

/** One address and nothing that could add a header, a recipient or a command; null otherwise. */
function asciiAddress(address: string): string | null {
  if (address.length > 254 || !/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\]+$/.test(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? null : `${address.slice(0, at)}@${domain}`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function returnPath({ bounceAddress, from }: SmtpConfig, id: string): string {
  if (!bounceAddress) return from.address;
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${id}${bounceAddress.slice(at)}`;
}

/** As many ancestors as a reader's program uses to build a thread; the first one always stays. */
const LONGEST_CHAIN = 20;

function compose(config: SmtpConfig, mail: OutgoingMail, messageId: string): Promise<Buffer> {
  const [first, ...later] = mail.references ?? [];
  const references = first === undefined ? undefined : [first, ...later.slice(-(LONGEST_CHAIN - 1))];
  const composer = new MailComposer({
    messageId,
    from: config.from,
    to: { name: '', address: mail.to },
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    inReplyTo: mail.inReplyTo,
    references,
    headers: {
      // RFC 3834, and what Exchange goes by: no out-of-office replies to a machine.
      'Auto-Submitted': mail.kind,
      'X-Auto-Response-Suppress': 'DR, RN, OOF, AutoReply',
      'X-Hemsehri-Loop': config.instance,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The text as a stream that is read only once the server has said 354, so that reading it marks the point of doubt. */
function handoverOf(source: Buffer): { stream: Readable; begun: () => boolean } {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(source);
      this.push(null);
    },
  });
  return { stream, begun: () => begun };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

interface Envelope {
  from: string;
  to: string[];
  size: number;
}

/** Resolves with the server's answer to the text; rejects with nodemailer's error, or a time-out. */
function exchange(config: SmtpConfig, envelope: Envelope, text: Readable): Promise<string> {
  const connection = new SMTPConnection(connectionOptions(config));
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('time-out'), { code: 'ETIMEDOUT' })),
      config.timeoutMs,
    );
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const send = (): void =>
      connection.send(envelope, text, (error, info) => {
        if (error) return fail(error);
        clearTimeout(timer);
        resolve(info.response ?? '');
      });
    connection.once('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (config.username === undefined) return send();
      const credentials = { user: config.username, pass: config.password ?? '' };
      connection.login({ credentials }, (refused) => (refused ? fail(refused) : send()));
    });
  }).finally(() => {
    connection.on('error', () => undefined);
    connection.close();
  });
}

function connectionOptions({ host, port, security, timeoutMs }: SmtpConfig): object {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    maxResponseSize: 64 * 1024,
  };
}

// Refusals before the recipient is named are about us: our address, our password, our standing with the server.
const ABOUT_US = /^(CONN|EHLO|HELO|STARTTLS|AUTH|MAIL FROM)/;

function classify({ code, command = '', responseCode }: SmtpError, handedOver: boolean): Omit<SendResult, 'id'> {
  if (responseCode !== undefined) {
    const account = responseCode >= 500 && ABOUT_US.test(command) ? true : undefined;
    const permanent = responseCode >= 500 && !account;
    return { state: permanent ? 'rejected-permanent' : 'rejected-temporary', code: String(responseCode), account };
  }
  // Before anything is sent: an address this server can't take, a mail above its limit.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { state: 'rejected-permanent', code };
  if (code === 'EAUTH' || code === 'ETLS') return { state: 'rejected-temporary', code, account: true };
  const timedOut = code === 'ETIMEDOUT';
  if (handedOver) return { state: 'unknown', code: timedOut ? 'timeout' : 'connection-lost' };
  return { state: 'rejected-temporary', code: timedOut ? 'timeout' : 'connection-refused' };
}

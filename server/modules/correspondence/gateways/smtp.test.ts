import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailGateway, OutgoingMail } from './gateway.ts';
import { smtpGateway } from './smtp.ts';
import { startSmtpSimulator, type SmtpAnswer, type SmtpSimulator } from './smtp-simulator.ts';

let simulator: SmtpSimulator;
let gateway: MailGateway;

const open = (port: number): MailGateway =>
  smtpGateway({
    host: '127.0.0.1',
    port,
    security: 'none',
    from: { name: 'Ümraniye Belediyesi', address: 'cozum@umraniye.example' },
    bounceAddress: 'iade@umraniye.example',
    instance: 'umraniye',
    timeoutMs: 500,
  });

beforeEach(async () => {
  simulator = await startSmtpSimulator();
  gateway = open(simulator.smtpPort);
});

afterEach(() => simulator.stop());

const mail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: 'd-1',
  to: 'ayse@ornek.example',
  subject: 'Başvurunuz alındı: 7K4M-P9TR-3HD',
  text: 'Başvurunuz alındı.',
  html: '<p>Başvurunuz alındı.</p>',
  kind: 'auto-generated',
  ...over,
});

it('sends both forms under a Message-ID made from our id, marked as automatic', async () => {
  expect(await gateway.send(mail({ references: ['<a@x.example>'], inReplyTo: '<a@x.example>' }))).toMatchObject({
    id: 'd-1',
    state: 'accepted',
  });
  const [source = ''] = simulator.sources();
  expect(source).toContain('Message-ID: <d-1@umraniye.example>');
  expect(gateway.messageId('d-1')).toBe('<d-1@umraniye.example>');
  expect(source).toContain('Auto-Submitted: auto-generated');
  expect(source).toContain('X-Auto-Response-Suppress: DR, RN, OOF, AutoReply');
  expect(source).toContain('X-Hemsehri-Loop: umraniye');
  expect(source).toContain('In-Reply-To: <a@x.example>');
  expect(source).toMatch(/Content-Type: multipart\/alternative/);
  expect(simulator.log.recent()).toMatchObject([
    { id: 'd-1', to: 'ayse@ornek.example', from: 'iade+d-1@umraniye.example' },
  ]);
});

it('keeps the Message-ID when it sends again', async () => {
  await gateway.send(mail());
  await gateway.send(mail());
  expect(simulator.log.recent().map(({ reference }) => reference)).toEqual(Array(2).fill('d-1@umraniye.example'));
});

it.each([
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  '"x y"@b.example',
  'ayse',
  'a@b',
  '<a@b.example>',
])('refuses an address that could be more than one: %j', async (to) => {
  expect(await gateway.send(mail({ to }))).toMatchObject({ state: 'rejected-permanent', code: 'bad-address' });
  expect(simulator.log.count()).toBe(0);
});

it('reaches a domain with Turkish letters', async () => {
  await gateway.send(mail({ to: 'ayse@çiğli.example' }));
  expect(simulator.sources()[0]).toContain('To: ayse@xn--ili-1la5z.example');
});

it('lets no line break out of a subject', async () => {
  await gateway.send(mail({ subject: 'x\r\nBcc: c@d.example' }));
  expect(simulator.sources()[0]).not.toMatch(/^Bcc:/m);
});

describe('a server that refuses', () => {
  const cases: [SmtpAnswer, object, number][] = [
    [{ at: 'greeting', reply: 421 }, { state: 'rejected-temporary', code: '421' }, 0],
    [{ at: 'greeting', reply: 'silence' }, { state: 'rejected-temporary', code: 'timeout' }, 0],
    [{ at: 'mail', reply: 451 }, { state: 'rejected-temporary', code: '451' }, 0],
    [{ at: 'mail', reply: 550 }, { state: 'rejected-temporary', code: '550', account: true }, 0],
    [{ at: 'rcpt', reply: 451 }, { state: 'rejected-temporary', code: '451' }, 0],
    [{ at: 'rcpt', reply: 550 }, { state: 'rejected-permanent', code: '550' }, 0],
    [{ at: 'rcpt', reply: 'drop' }, { state: 'rejected-temporary', code: 'connection-refused' }, 0],
    [{ at: 'data', reply: 421 }, { state: 'rejected-temporary', code: '421' }, 0],
    [{ at: 'data', reply: 550 }, { state: 'rejected-permanent', code: '550' }, 0],
    [{ at: 'data', reply: 'drop' }, { state: 'unknown', code: 'connection-lost' }, 1],
    [{ at: 'data', reply: 'silence' }, { state: 'unknown', code: 'timeout' }, 1],
  ];
  it.each(cases)('%j', async (answer, result, accepted) => {
    simulator.script({ ...answer, times: 1 });
    expect(await gateway.send(mail())).toMatchObject(result);
    expect(simulator.log.count()).toBe(accepted);
    expect(await gateway.send(mail())).toMatchObject({ state: 'accepted' });
  });

  it('isn’t there at all', async () => {
    const port = simulator.smtpPort;
    await simulator.stop();
    expect(await open(port).send(mail())).toMatchObject({ state: 'rejected-temporary', code: 'connection-refused' });
    simulator = await startSmtpSimulator();
  });
});

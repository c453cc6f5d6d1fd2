/** Hemşehri as processes, from outside: how it starts, refuses to start, works side by side, loses its database and stops. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homesOf } from './kernel/postgres/home.ts';
import { findPostmaster } from './kernel/postgres/postmaster.ts';
import { discardEmbeddedPostgres } from './kernel/postgres/supervisor.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import type { AppProcess, Environment, WebProcess } from './testing/app-process.ts';
import { isReady, runCommand, startProcess, startWeb, waitForWords } from './testing/app-process.ts';
import type { CuttableLine } from './testing/cuttable-line.ts';
import { cuttableLine } from './testing/cuttable-line.ts';
import { testDatabase } from './testing/database.ts';
import type { DeskClient } from './testing/desk-client.ts';
import { clientWith, counterRequest, recordAtCounter, signIn } from './testing/desk-client.ts';
import { onServer } from './testing/test-server.ts';

const { url: demoDatabase } = await testDatabase();
const { url: realDatabase } = await testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'hemsehri-process-'));
const started: AppProcess[] = [];
afterAll(async () => {
  await Promise.all(started.map((app) => app.end('SIGKILL')));
  rmSync(dataDir, { recursive: true, force: true });
});

const environment = (more: Environment = {}): Environment => ({
  DATABASE_URL: demoDatabase,
  HEMSEHRI_DATA_DIR: dataDir,
  HEMSEHRI_LOG: 'debug',
  ...more,
});

async function web(more: Environment = {}): Promise<WebProcess> {
  const app = await startWeb(environment(more));
  started.push(app);
  return app;
}

function run(more: Environment): AppProcess {
  const app = startProcess(environment(more));
  started.push(app);
  return app;
}

let keys = 0;
const wanted = (text = 'Kaldırım taşı oynuyor') => {
  keys += 1;
  return {
    clientKey: `process-test-${String(keys).padStart(8, '0')}`,
    text,
    name: 'Deneme Kişi',
    phone: '0555 000 11 22',
  };
};

const ask = <Row extends object>(url: string, text: string) =>
  onServer(url, async (client) => (await client.query<Row>(text)).rows);

describe('side by side on one database', { timeout: 60_000 }, () => {
  let worker: AppProcess;
  let one: WebProcess;
  let other: WebProcess;

  beforeAll(async () => {
    worker = run({ HEMSEHRI_ROLE: 'worker' });
    // All three find an empty database; they take turns with what it needs.
    [one, other] = await Promise.all([
      web({ HEMSEHRI_ROLE: 'web' }),
      web({ HEMSEHRI_ROLE: 'web' }),
      waitForWords(worker, 'Worker is running.'),
    ]);
  }, 120_000);

  test('only one of them made the demo, and it is there once', async () => {
    const made = [worker, one, other].filter((app) => app.output().includes('The demo municipality'));
    expect(made).toHaveLength(1);
    expect(await ask(demoDatabase, `select username from staff_members where username = 'elif'`)).toHaveLength(1);
  });

  test('what one web records, another shows and the worker tells', async () => {
    const atOne = await signIn(one.address, 'elif', DEMO_PASSWORD);
    const { id, trackingNumber } = await recordAtCounter(atOne, wanted());
    const atOther = clientWith(other.address, atOne.cookie);
    const shown = await atOther.get(`/api/v1/requests/${id}`);
    expect([shown.status, ((await shown.json()) as { trackingNumber: string }).trackingNumber]).toEqual([
      200,
      trackingNumber,
    ]);
    const told = `select state from messages where request_id = '${id}' and state in ('accepted','sent','delivered')`;
    await expect.poll(() => ask(demoDatabase, told), { timeout: 20_000 }).toHaveLength(1);
    // Received by the simulator in the worker, read on a page of the web process.
    expect(await (await fetch(`${one.address}/demo/telefon`)).text()).toContain(trackingNumber.slice(0, 4));
  });

  test('each stops when it is asked to, and the others go on', async () => {
    expect((await worker.end('SIGTERM')).code).toBe(0);
    expect((await other.end('SIGINT')).code).toBe(0);
    expect(await isReady(one.address)).toBe(true);
    expect((await one.end('SIGTERM')).code).toBe(0);
  });
});

describe('a process whose line to the database can be cut', { timeout: 60_000 }, () => {
  let line: CuttableLine;
  let app: WebProcess;
  let elif: DeskClient;
  const canaries = [
    'kanarya',
    'Deneme Kişi',
    '5550001122',
    '555 000 11 22',
    'Fırının önü',
    'oynuyor',
    'Yanıtı beklerken',
  ];

  beforeAll(async () => {
    line = await cuttableLine(demoDatabase);
    app = await web({ DATABASE_URL: line.url });
    elif = await signIn(app.address, 'elif', DEMO_PASSWORD);
  }, 120_000);
  afterAll(() => line.close());

  test('is alive but not ready while the database is away, and ready again by itself', async () => {
    await line.cut();
    const away = await fetch(`${app.address}/readyz`);
    expect([away.status, await away.text()]).toEqual([503, 'the database does not answer\n']);
    expect((await fetch(`${app.address}/healthz`)).status).toBe(200);
    const refused = await elif.post('/api/v1/requests', { ...wanted() });
    expect(refused.status).toBe(503);
    await line.mend();
    await expect.poll(() => isReady(app.address), { timeout: 15_000 }).toBe(true);
    expect((await recordAtCounter(elif, wanted())).isNew).toBe(true);
  });

  test('gives its figures to this machine only, and not through a proxy on it', async () => {
    const figures = await fetch(`${app.address}/metrics`);
    expect([figures.status, await figures.text()]).toEqual([
      200,
      expect.stringContaining('hemsehri_http_seconds_count'),
    ]);
    const forwarded: [string, string][] = [
      ['x-forwarded-for', '198.51.100.7'],
      ['x-forwarded-for', '127.0.0.1'],
      ['forwarded', 'for=::1'],
    ];
    for (const header of forwarded) {
      expect((await fetch(`${app.address}/metrics`, { headers: [header] })).status).toBe(404);
    }
  });

  test('answers wrong, forbidden and unlucky calls that carry what belongs to people', async () => {
    const { id, trackingNumber, shownNumber } = await recordAtCounter(elif, {
      ...wanted('Kanarya sokakta'),
      name: 'Kanarya Kişi',
    });
    canaries.push(trackingNumber, shownNumber);
    const form = (path: string, fields: Record<string, string>) =>
      fetch(`${app.address}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const json = { 'content-type': 'application/json' };
    const session = {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ username: 'kanarya.kullanici', password: 'kanarya-parola' }),
    };
    const person = { name: 'Kanarya Kişi', email: 'kanarya@ornek.example.org', notifyBy: 'email' };
    const statuses = [
      await elif.post('/api/v1/requests', { ...counterRequest(wanted('Kanarya metin')), person }),
      await elif.post('/api/v1/requests', { ...counterRequest(wanted()), person: { ...person, email: 'kanarya@' } }),
      await elif.post('/api/v1/requests', { kanarya: 'Kanarya Kişi', text: 7 }),
      await elif.get(`/api/v1/requests/${id}/kanarya?telefon=05550001122`),
      await fetch(`${app.address}/api/v1/session`, session),
      await form('/takip', { no: trackingNumber, son: '0000' }),
      await form('/takip', { no: shownNumber, son: '1122' }),
      await form('/basvuru/ne-oldu', { metin: 'Kanarya sokakta' }),
      await form('/webhooks/sms/kanarya-anahtar', { to: '05550001122' }),
      await fetch(`${app.address}/t/kanarya-anahtar-0000000`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 400, 400, 404, 401, 404, 303, expect.any(Number), 404, 404]);
    await line.cut();
    expect((await elif.post('/api/v1/requests', counterRequest(wanted('Kanarya metin')))).status).toBe(503);
    await line.mend();
    await expect.poll(() => isReady(app.address), { timeout: 15_000 }).toBe(true);
  });

  test('finishes what it is answering, lets live screens go, and ends at once', async () => {
    const live = await fetch(`${app.address}/api/v1/live`, { headers: { cookie: elif.cookie } });
    expect(live.status).toBe(200);
    const streamed = live.text();
    line.hold();
    const answering = recordAtCounter(elif, wanted('Yanıtı beklerken durdurulan'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    const ending = app.end('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 700));
    line.release();
    expect((await answering).isNew).toBe(true);
    expect((await ending).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4_000);
    expect(await streamed).toContain('retry:');
  });

  test('wrote nothing into its log that says who somebody is or what they said', () => {
    const log = app.output();
    expect(log.split('\n').length).toBeGreaterThan(30);
    expect(log).toContain('"level":"error"');
    for (const canary of canaries) expect(log.toLowerCase()).not.toContain(canary.toLowerCase());
  });
});

describe('a start that must not be', { timeout: 90_000 }, () => {
  test.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty", but must be a whole number from 0 to 65535.'],
    [{ HEMSEHRI_ROLE: 'both' }, 'HEMSEHRI_ROLE is "both", but must be one of: web, worker, all.'],
    [{ HEMSEHRI_DEMO: '0' }, 'HEMSEHRI_SECRET must be set to at least 32 random characters when HEMSEHRI_DEMO=0'],
  ])('%o ends at once with a sentence and no trace of the code', async (wrong, sentence) => {
    const { code, output } = await run(wrong as Environment).ended;
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('a demo opened as the real thing is said to be one, also to a command', async () => {
    const real = {
      HEMSEHRI_DEMO: '0',
      HEMSEHRI_SECRET: 'f3a9c1d27b804e6f95d2a7c8e1b04f6d',
      HEMSEHRI_SMS_PROVIDER: 'none',
    };
    const { code, output } = await run(real).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('This database holds the demo')]);
    expect(output).not.toMatch(/\n\s+at /);
    const command = await runCommand(environment(real), ['staff', 'list']);
    expect([command.code, command.output]).toEqual([1, expect.stringContaining('This database holds the demo')]);
  });

  const elsewhere = (change: (url: URL) => void): string => {
    const url = new URL(demoDatabase);
    change(url);
    return url.href;
  };
  test.each([
    [elsewhere((url) => (url.port = '1')), /server of DATABASE_URL \(127\.0\.0\.1:1\) is not reached: .*ECONNREFUSED/],
    [elsewhere((url) => (url.pathname = '/no_such_place')), /has no database "no_such_place"\. Make it first/],
    [
      elsewhere((url) => (url.username = 'no_such_user')),
      /does not let the user "no_such_user" in|role "no_such_user"/,
    ],
  ])('a database that cannot be used is said to be, without its password (%#)', async (url, words) => {
    const { code, output } = await run({ DATABASE_URL: url }).ended;
    expect([code, output]).toEqual([1, expect.stringMatching(words)]);
    expect(output).not.toMatch(/\n\s+at /);
    const { password } = new URL(url);
    if (password) expect(output).not.toContain(password);
  });

  test('a folder that cannot be written is said to be', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await run({ HEMSEHRI_DATA_DIR: file }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining(`HEMSEHRI_DATA_DIR is ${file}, where this account`)]);
  });

  test('an address of another machine is said to be', async () => {
    const { code, output } = await run({ HEMSEHRI_ROLE: 'web', HOST: '192.0.2.1' }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('HOST is 192.0.2.1, which is not an address of')]);
  });

  test('a port that is taken is said to be; who never finishes a request does not keep a process', async () => {
    const first = await web({ HEMSEHRI_ROLE: 'web' });
    const { code, output } = await run({ HEMSEHRI_ROLE: 'web', PORT: new URL(first.address).port }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('is taken by another program. Stop it')]);
    expect(output).not.toMatch(/\n\s+at /);
    await endDespiteOneWhoNeverFinishes(first);
  });
});

describe('with a database server of its own', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hemsehri-process-own-'));
  afterAll(() => discardEmbeddedPostgres({ dataDir: folder }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const own = (more: Environment): AppProcess => {
    const app = startProcess({ HEMSEHRI_DATA_DIR: folder, ...more });
    started.push(app);
    return app;
  };
  const serversLeft = () => homesOf(folder).flatMap((home) => findPostmaster(home) ?? []);

  test('a start that fails after it was opened stops it again', async () => {
    const taken = await web({ HEMSEHRI_ROLE: 'web' });
    const { code, output } = await own({ PORT: new URL(taken.address).port }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('is taken by another program')]);
    expect(serversLeft()).toEqual([]);
    await taken.end('SIGTERM');
  });

  test('a start that is told to stop while it is opened leaves nothing behind', async () => {
    const app = own({ PORT: '0' });
    await waitForWords(app, 'PostgreSQL');
    expect((await app.end('SIGTERM')).code).toBe(0);
    expect(app.output()).not.toContain('Hemşehri is ready');
    expect(serversLeft()).toEqual([]);
  });
});

/** Somebody began a form on a bad line and never sent the rest. */
async function endDespiteOneWhoNeverFinishes(app: WebProcess): Promise<void> {
  const caller = connect(Number(new URL(app.address).port), '127.0.0.1');
  caller.on('error', () => undefined);
  caller.write('POST /takip HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nno=');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = performance.now();
  expect((await app.end('SIGTERM')).code).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
}

describe('without the demo', { timeout: 60_000 }, () => {
  const real = {
    DATABASE_URL: realDatabase,
    HEMSEHRI_DEMO: '0',
    HEMSEHRI_SECRET: 'f3a9c1d27b804e6f95d2a7c8e1b04f6d',
    HEMSEHRI_SMS_PROVIDER: 'none',
  };
  let app: WebProcess;

  beforeAll(async () => {
    app = await web(real);
  }, 120_000);

  test('there is nobody, no request, no simulated telephone and no password on the screen', async () => {
    for (const table of ['staff_members', 'citizens', 'service_requests', 'messages', 'calls']) {
      expect(await ask(realDatabase, `select 1 from ${table}`), table).toEqual([]);
    }
    expect((await fetch(`${app.address}/demo/telefon`)).status).toBe(404);
    expect(app.output()).not.toContain(DEMO_PASSWORD);
    expect(app.output()).toContain('HEMSEHRI_SMS_PROVIDER is none: SMS wait in the outbox');
    expect(app.output()).toContain('HEMSEHRI_SMTP_URL is not set: mail waits');
    await expect(signIn(app.address, 'yonetici', DEMO_PASSWORD)).rejects.toThrow('401');
  });

  test('the first administrator is made on the command line and signs in', async () => {
    const given = ['--username', 'ayse', '--name', 'Ayşe Örnek', '--role', 'administrator'];
    const command = { ...environment(real), HEMSEHRI_PASSWORD: 'kavak minare tren 7' };
    const { code, output } = await runCommand(command, ['staff', 'create', ...given]);
    expect([code, output]).toEqual([0, expect.stringContaining('ayse can sign in at')]);
    const ayse = await signIn(app.address, 'ayse', 'kavak minare tren 7');
    const me = (await (await ayse.get('/api/v1/session')).json()) as { role: string; mustChangePassword: boolean };
    expect(me).toMatchObject({ role: 'administrator', mustChangePassword: false });
  });

  test('nobody opens it as a demo, with secrets everybody knows', async () => {
    const { code, output } = await run({ DATABASE_URL: realDatabase, PORT: '0' }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining("This database is a municipality's own")]);
  });

  test('it stops cleanly', async () => {
    expect((await app.end('SIGTERM')).code).toBe(0);
  });
});

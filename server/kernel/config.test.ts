import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const ROOT = '/srv/hemsehri';
const SECRET = 'x7Qm2vR9kT4wZ8nB5cL1pD6fH3jS0aGy';
const real = {
  HEMSEHRI_DEMO: '0',
  HEMSEHRI_SECRET: SECRET,
  HEMSEHRI_SMS_USERNAME: '908501234567',
  HEMSEHRI_SMS_PASSWORD: 'gateway-password',
  HEMSEHRI_SMS_RECEIPT_KEY: 'receipt-key',
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment, ROOT);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('an empty environment is a demo on this machine alone', () => {
  expect(readConfig({}, ROOT)).toMatchObject({
    demo: true,
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    dataDir: '/srv/hemsehri/.data',
    roles: { web: true, worker: true },
    publicUrl: 'http://localhost:3000',
    trustedProxies: 0,
    takeBackSeconds: 10,
  });
});

test('a blank value is no value, and blanks around one do not count', () => {
  const config = readConfig({ PORT: '  ', HEMSEHRI_ROLE: ' worker ', DATABASE_URL: '' }, ROOT);
  expect(config).toMatchObject({ port: 3000, roles: { web: false, worker: true }, databaseUrl: null });
});

test('a folder is taken from the project’s folder unless it is absolute', () => {
  expect(readConfig({ HEMSEHRI_DATA_DIR: 'var/data' }, ROOT).dataDir).toBe('/srv/hemsehri/var/data');
  expect(readConfig({ HEMSEHRI_DATA_DIR: '/mnt/data' }, ROOT).dataDir).toBe('/mnt/data');
});

test('an address loses its last slash, because links are glued to it', () => {
  expect(readConfig({ HEMSEHRI_PUBLIC_URL: 'https://cozum.ornek.bel.tr/' }, ROOT).publicUrl).toBe(
    'https://cozum.ornek.bel.tr',
  );
});

test.each([
  ['PORT', '80a', 'PORT is "80a", but must be a whole number from 0 to 65535.'],
  ['PORT', '70000', 'PORT is "70000", but must be a whole number from 0 to 65535.'],
  ['PORT', '3000.5', 'PORT is "3000.5", but must be a whole number from 0 to 65535.'],
  ['PORT', '1e3', 'PORT is "1e3", but must be a whole number from 0 to 65535.'],
  ['HEMSEHRI_ROLE', 'both', 'HEMSEHRI_ROLE is "both", but must be one of: web, worker, all.'],
  ['HEMSEHRI_DEMO', 'yes', 'HEMSEHRI_DEMO is "yes", but must be one of: 1, 0.'],
  ['HEMSEHRI_TAKE_BACK_SECONDS', '-1', 'HEMSEHRI_TAKE_BACK_SECONDS is "-1", but must be a whole number from 0 to 60.'],
  ['HEMSEHRI_SMTP_URL', 'http://mail', 'HEMSEHRI_SMTP_URL is not an address that begins with smtp:// or smtps://.'],
  [
    'HEMSEHRI_MAIL_FROM',
    'çözüm merkezi',
    'HEMSEHRI_MAIL_FROM is "çözüm merkezi", but must be one address, as cozum@belediye.bel.tr.',
  ],
  [
    'HEMSEHRI_AUDIT_MAIL',
    'denetci',
    'HEMSEHRI_AUDIT_MAIL is "denetci", but must be one address, as cozum@belediye.bel.tr.',
  ],
])('%s=%s stops the start with the sentence that says why', (name, value, sentence) => {
  expect(problemsOf({ [name]: value })).toEqual([sentence]);
});

test('every wrong value is named at once, not one per start', () => {
  const problems = problemsOf({ PORT: 'x', HEMSEHRI_ROLE: 'y', HEMSEHRI_LOG: 'z' });
  expect(problems.map((sentence) => sentence.split(' ')[0])).toEqual(['PORT', 'HEMSEHRI_ROLE', 'HEMSEHRI_LOG']);
});

test('a database address that is wrong is not repeated: it holds a password', () => {
  const [sentence] = problemsOf({ DATABASE_URL: 'mysql://hemsehri:s3cret@db/hemsehri' });
  expect(sentence).toBe('DATABASE_URL is not an address that begins with postgres:// or postgresql://.');
});

test('without the demo, its secrets stop the start', () => {
  expect(problemsOf({ HEMSEHRI_DEMO: '0' }).map((sentence) => sentence.split(' ')[0])).toEqual([
    'HEMSEHRI_SECRET',
    'HEMSEHRI_SMS_USERNAME,',
  ]);
  expect(problemsOf({ ...real, HEMSEHRI_SECRET: 'short' })).toEqual([
    expect.stringContaining('at least 32 random characters'),
  ]);
  for (const [name, ofTheDemo] of [
    ['HEMSEHRI_SMS_USERNAME', 'demo'],
    ['HEMSEHRI_SMS_PASSWORD', 'demo'],
    ['HEMSEHRI_SMS_RECEIPT_KEY', 'demo-receipts'],
  ] as const)
    expect(problemsOf({ ...real, [name]: ofTheDemo })).toEqual([expect.stringContaining(name)]);
});

test('without the demo, own secrets start; without SMS its secrets are not asked for', () => {
  expect(readConfig(real, ROOT)).toMatchObject({ demo: false, secret: SECRET });
  const silent = { HEMSEHRI_DEMO: '0', HEMSEHRI_SECRET: SECRET, HEMSEHRI_SMS_PROVIDER: 'none' };
  expect(readConfig(silent, ROOT).sms.provider).toBe('none');
});

test('a variable of our name that nothing reads is most likely misspelt', () => {
  const given = {
    HEMSEHRI_DEM0: '0',
    HEMSEHRI_PASSWORD: 'x',
    HEMSEHRI_SKIP_BUILD: '1',
    HEMSEHRI_LOG: 'warn',
    HOME: '/',
  };
  expect(readConfig(given, ROOT).misspelt).toEqual(['HEMSEHRI_DEM0']);
});

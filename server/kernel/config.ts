/**
 * The environment, read and checked once at start. A wrong value stops the start with a sentence that says which one and why;
 * nothing else in the code reads process.env.
 */
import { isAbsolute, join, resolve } from 'node:path';

export interface Config {
  port: number;
  host: string;
  /** Null: the embedded server is started. */
  databaseUrl: string | null;
  dataDir: string;
  roles: { web: boolean; worker: boolean };
  demo: boolean;
  /** Which ready profile is seeded into an empty database. */
  municipality: 'umraniye' | 'cigli';
  secret: string;
  /** Where citizens reach the portal; links in messages begin with it. */
  publicUrl: string;
  /** How many proxies stand before us and may be believed about the caller's address. */
  trustedProxies: number;
  databaseConnections: number;
  logLevel: string;
  /** Seconds during which what goes to a citizen can be taken back. */
  takeBackSeconds: number;
  /** How often one person may search within a minute: more than anybody types, less than a program that reads everything out. */
  searchesPerMinute: number;
  /** Where the audit's anchors are written; best on another machine's disk. */
  anchorFile: string;
  /** Who gets each anchor by mail; null: nobody. */
  anchorMail: string | null;
  sms: SmsConfig;
  mail: MailConfig;
  /** Variables of our name that nothing reads: misspelt, most likely. Said at the start, which goes on. */
  misspelt: string[];
}

export interface SmsConfig {
  provider: 'verimor' | 'netgsm' | 'none';
  url: string | null;
  username: string;
  password: string;
  kurusPerSegment: number;
  /** Secret part of the path to which the provider pushes receipts. */
  receiptKey: string;
}

export interface MailConfig {
  url: string | null;
  from: string | null;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEMO_SECRET = 'hemsehri-demo-secret-not-for-a-real-municipality';

type Environment = Record<string, string | undefined>;

/** @throws ConfigError with one sentence for each wrong value. */
export function readConfig(environment: Environment, root: string): Config {
  const problems: string[] = [];
  const read = reader(environment, problems);
  const demo = read.oneOf('HEMSEHRI_DEMO', ['1', '0'], '1') === '1';
  const port = read.integer('PORT', 3000, 0, 65535);
  const dataDir = path(read.text('HEMSEHRI_DATA_DIR', '.data'), root);
  const config: Config = {
    port,
    host: read.text('HOST', '127.0.0.1'),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDir,
    roles: rolesOf(read.oneOf('HEMSEHRI_ROLE', ['web', 'worker', 'all'], 'all')),
    demo,
    municipality: read.oneOf('HEMSEHRI_MUNICIPALITY', ['umraniye', 'cigli'], 'umraniye'),
    secret: read.text('HEMSEHRI_SECRET', DEMO_SECRET),
    publicUrl: read.url('HEMSEHRI_PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    trustedProxies: read.integer('HEMSEHRI_TRUSTED_PROXIES', 0, 0, 5),
    databaseConnections: read.integer('HEMSEHRI_DATABASE_CONNECTIONS', 16, 2, 200),
    logLevel: read.oneOf('HEMSEHRI_LOG', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    takeBackSeconds: read.integer('HEMSEHRI_TAKE_BACK_SECONDS', 10, 0, 60),
    searchesPerMinute: read.integer('HEMSEHRI_SEARCHES_PER_MINUTE', 300, 1, 1_000_000),
    anchorFile: path(read.text('HEMSEHRI_AUDIT_ANCHORS', join(dataDir, 'audit-anchors.txt')), root),
    anchorMail: read.mailAddress('HEMSEHRI_AUDIT_MAIL'),
    sms: smsConfig(read),
    mail: { url: read.url('HEMSEHRI_SMTP_URL', ['smtp:', 'smtps:']), from: read.mailAddress('HEMSEHRI_MAIL_FROM') },
    misspelt: [],
  };
  config.misspelt = read.neverRead();
  if (!demo) problems.push(...whatOnlyADemoMayDo(config));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config;
}

type Reader = ReturnType<typeof reader>;

function smsConfig(read: Reader): SmsConfig {
  return {
    provider: read.oneOf('HEMSEHRI_SMS_PROVIDER', ['verimor', 'netgsm', 'none'], 'verimor'),
    url: read.url('HEMSEHRI_SMS_URL', ['http:', 'https:']),
    username: read.text('HEMSEHRI_SMS_USERNAME', 'demo'),
    password: read.text('HEMSEHRI_SMS_PASSWORD', 'demo'),
    kurusPerSegment: read.integer('HEMSEHRI_SMS_KURUS', 12, 0, 10_000),
    receiptKey: read.text('HEMSEHRI_SMS_RECEIPT_KEY', 'demo-receipts'),
  };
}

function whatOnlyADemoMayDo(config: Config): string[] {
  const problems: string[] = [];
  if (config.secret === DEMO_SECRET || config.secret.length < 32) {
    problems.push(
      'HEMSEHRI_SECRET must be set to at least 32 random characters when HEMSEHRI_DEMO=0: it protects personal data and sessions.',
    );
  }
  const { provider, username, password, receiptKey } = config.sms;
  if (provider !== 'none' && (username === 'demo' || password === 'demo' || receiptKey === 'demo-receipts')) {
    problems.push(
      'HEMSEHRI_SMS_USERNAME, HEMSEHRI_SMS_PASSWORD and HEMSEHRI_SMS_RECEIPT_KEY must be set when HEMSEHRI_DEMO=0, or HEMSEHRI_SMS_PROVIDER=none.',
    );
  }
  return problems;
}

function rolesOf(role: 'web' | 'worker' | 'all'): Config['roles'] {
  return { web: role !== 'worker', worker: role !== 'web' };
}

function path(value: string, root: string): string {
  return isAbsolute(value) ? value : resolve(root, value);
}

/** Read by the command line and the launchers. */
const READ_ELSEWHERE = ['HEMSEHRI_PASSWORD', 'HEMSEHRI_SKIP_BUILD'];

function reader(environment: Environment, problems: string[]) {
  const read = new Set(READ_ELSEWHERE);
  const given = (name: string) => {
    read.add(name);
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  return {
    neverRead: () => Object.keys(environment).filter((name) => name.startsWith('HEMSEHRI_') && !read.has(name)),
    text: (name: string, otherwise: string) => given(name) ?? otherwise,
    integer(name: string, otherwise: number, least: number, most: number): number {
      const value = given(name);
      if (value === undefined) return otherwise;
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      problems.push(`${name} is "${value}", but must be a whole number from ${least} to ${most}.`);
      return otherwise;
    },
    oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
      const value = given(name);
      if (value === undefined) return otherwise;
      if ((choices as readonly string[]).includes(value)) return value as T;
      problems.push(`${name} is "${value}", but must be one of: ${choices.join(', ')}.`);
      return otherwise;
    },
    /** Loosely: what the mail server takes is its own affair, but a slip is found at the start and not in a year of bounced mail. */
    mailAddress(name: string): string | null {
      const value = given(name);
      if (value === undefined || /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(value)) return value ?? null;
      problems.push(`${name} is "${value}", but must be one address, as cozum@belediye.bel.tr.`);
      return null;
    },
    url(name: string, protocols: string[]): string | null {
      const value = given(name);
      if (value === undefined) return null;
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/$/, '');
      // The value is not repeated: a database URL holds a password.
      problems.push(`${name} is not an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
      return null;
    },
  };
}

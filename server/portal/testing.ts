/** A browser without scripts for tests: keeps cookies, follows redirects, fills in the page's own form. Talks to the real server and database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { systemActor } from '../kernel/actor.ts';
import type { SettableClock } from '../kernel/clock.ts';
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { openHouse } from '../house.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { seedMunicipality } from '../seed/seed-municipality.ts';
import { makeWeb } from '../serve.ts';

export interface Portal {
  house: House;
  app: FastifyInstance;
  clock: SettableClock;
  browser(): Browser;
  close(): Promise<void>;
}

/** A municipality with its topics and places, and nobody in it yet. */
export async function openPortal(databaseUrl: string, at = new Date('2026-03-13T06:42:00Z')): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hemsehri-portal-'));
  const config = readConfig(
    { HEMSEHRI_DATA_DIR: dataDir, HEMSEHRI_LOG: 'silent', HEMSEHRI_SMS_PROVIDER: 'none' },
    dataDir,
  );
  const clock = settableClock(at);
  const { house, close } = openHouse(config, databaseUrl, clock);
  await seedMunicipality(house, 'umraniye');
  await inTransaction(house, { actor: systemActor('seed') }, seedTexts);
  const app = await makeWeb(house, null);
  return {
    house,
    app,
    clock,
    browser: () => new Browser(app),
    close: async () => {
      await app.close();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Upload {
  name: string;
  content: Buffer;
  type?: string;
}

export class Browser {
  readonly cookies = new Map<string, string>();
  url = '/';
  status = 0;
  html = '';
  headers: LightMyRequestResponse['headers'] = {};
  private readonly app: FastifyInstance;
  readonly address: string;

  constructor(app: FastifyInstance, address = '127.0.0.1') {
    this.app = app;
    this.address = address;
  }

  async open(url: string): Promise<this> {
    return this.take(url, await this.send('GET', url));
  }

  /** Fills in the page's form (the one with this field, else the first) and sends it; hidden fields go along as they stand. */
  async submit(fields: Record<string, string> = {}, files?: Upload[]): Promise<this> {
    const form = this.form(Object.keys(fields)[0]);
    const all = { ...form.hidden, ...fields };
    if (files === undefined && !form.files) {
      const body = new URLSearchParams(all).toString();
      return this.take(
        form.action,
        await this.send('POST', form.action, { body, type: 'application/x-www-form-urlencoded' }),
      );
    }
    const { body, type } = multipart(all, files ?? []);
    return this.take(form.action, await this.send('POST', form.action, { body, type }));
  }

  form(field?: string): { action: string; hidden: Record<string, string>; files: boolean } {
    const forms = [...this.html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)];
    const found =
      forms.find(([, , inner]) => field !== undefined && new RegExp(`name="${field}"`).test(inner!)) ?? forms[0];
    if (!found) throw new Error(`no form on ${this.url}: ${this.text.slice(0, 300)}`);
    const hidden: Record<string, string> = {};
    for (const [tag] of found[2]!.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
      hidden[/name="([^"]*)"/.exec(tag)![1]!] = unescape(/value="([^"]*)"/.exec(tag)![1]!);
    }
    return {
      action: unescape(/action="([^"]*)"/.exec(found[1]!)![1]!),
      hidden,
      files: found[1]!.includes('multipart'),
    };
  }

  /** What a reader would read. */
  get text(): string {
    return unescape(
      this.html
        .replace(/<(style|script|head)[^]*?<\/\1>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' '),
    );
  }

  get title(): string {
    return unescape(/<title>([^<]*)/.exec(this.html)?.[1] ?? '');
  }

  link(text: string): string {
    const found = [...this.html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>([^]*?)<\/a\s*>/g)].find(([all]) =>
      all.includes(text),
    );
    if (!found) throw new Error(`no link "${text}" on ${this.url}`);
    return unescape(found[1]!);
  }

  send(
    method: 'GET' | 'POST',
    url: string,
    sent?: { body: string | Buffer; type: string },
  ): Promise<LightMyRequestResponse> {
    return this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(sent && { 'content-type': sent.type }),
      },
      ...(sent && { payload: sent.body }),
    });
  }

  async take(url: string, response: LightMyRequestResponse): Promise<this> {
    for (const { name, value } of response.cookies) this.cookies.set(name, encodeURIComponent(value));
    const { location } = response.headers;
    if (response.statusCode === 303 && typeof location === 'string') return this.open(location);
    Object.assign(this, { url, status: response.statusCode, html: response.body, headers: response.headers });
    return this;
  }
}

function multipart(fields: Record<string, string>, files: Upload[]): { body: Buffer; type: string } {
  const boundary = '----hemsehri-test';
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  for (const { name, content, type = 'image/jpeg' } of files) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="foto"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
    parts.push(Buffer.from(head), content, Buffer.from('\r\n'));
  }
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
}

/** From the first page to the last before sending, as a person without a script would go. */
export async function fillIn(browser: Browser, text: string): Promise<Browser> {
  await browser.open('/');
  await browser.submit({ metin: text });
  await browser.submit({ konu: 'YOL-04' });
  await browser.submit({ 's-passable': 'no' });
  await browser.submit({ mahalle: '', sokak: 'Petrol Yolu Caddesi', kapi: '', tarif: 'Sağlık ocağının karşısı' });
  await browser.submit({ fotosuz: '1' });
  return browser.submit({ yol: 'sms', telefon: '0538 011 47 47', ad: 'Emine Yılmaz' });
}

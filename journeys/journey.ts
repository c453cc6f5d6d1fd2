/**
 * What every journey is written with: visitors with a phone, staff at a desk, and a watch over all their pages. A script error, a call the
 * content policy stopped, or an answer of 5xx on any page fails the journey it happened in.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import type { House } from './house.ts';
import { openHouse, PASSWORD } from './house.ts';

export { expect };

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

export interface VisitorOptions extends BrowserContextOptions {
  /** A journey that cuts the line or is refused on purpose names what the browser may complain about. */
  mayComplain?: RegExp;
}

interface Parts {
  /** A citizen's browser, on a phone-sized screen unless said otherwise. */
  citizen(options?: VisitorOptions): Promise<Page>;
  /** A staff member's browser, signed in. */
  staff(username: string, options?: VisitorOptions): Promise<Page>;
  /** A browser nobody is signed in on, at a desk. */
  stranger(options?: VisitorOptions): Promise<Page>;
}

interface WorkerParts {
  takeBackSeconds: number;
  house: House;
}

export const test = base.extend<Parts & { visitors: Visitors }, WorkerParts>({
  takeBackSeconds: [1, { option: true, scope: 'worker' }],
  house: [
    async ({ takeBackSeconds }, use) => {
      const house = await openHouse(takeBackSeconds);
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  visitors: async ({ browser, house }, use) => {
    const visitors = new Visitors(browser, house.address);
    await use(visitors);
    await visitors.leave();
    expect(visitors.complaints, 'what the browsers complained about').toEqual([]);
  },
  citizen: async ({ visitors }, use) => use((options) => visitors.enterAs('citizen', { hasTouch: true, ...options })),
  stranger: async ({ visitors }, use) => use((options) => visitors.enterAs('stranger', options)),
  staff: async ({ visitors }, use) => use((username, options) => visitors.enterAs(username, options)),
});

/** Each person's session of this house: somebody who signed in for every page would be taken for a stranger guessing. */
const sessions = new Map<string, Cookies>();

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** By the same call the sign-in page makes; the page itself has a journey of its own. */
async function signIn(page: Page, username: string, address: string): Promise<void> {
  const known = sessions.get(`${address} ${username}`);
  if (known) return page.context().addCookies(known);
  const answer = await page.request.post('/api/v1/session', { data: { username, password: PASSWORD } });
  expect(answer.ok(), `${username} signs in`).toBe(true);
  sessions.set(`${address} ${username}`, await page.context().cookies());
}

/**
 * The recorder of traces puts its script into every frame, and the frame of a preview lets none run, of which the browser complains each time.
 * That our pages for such frames hold no script of their own is asked in answer-preview.test.ts.
 */
const OF_THE_RECORDER = /^Blocked script execution in 'about:srcdoc'/;

let addresses = 0;

export class Visitors {
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #address: string;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
  }

  async enter({ mayComplain, ...options }: VisitorOptions): Promise<Page> {
    addresses += 1;
    const context = await this.#browser.newContext({
      baseURL: this.#address,
      locale: 'tr-TR',
      timezoneId: 'Europe/Istanbul',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.${100 + (addresses >> 8)}.${addresses & 255}` },
      ...options,
    });
    this.#contexts.push(context);
    context.on('page', (page) => this.#watch(page, mayComplain));
    return context.newPage();
  }

  /** As `citizen`, `stranger`, or signed in under this user name. */
  async enterAs(who: string, options: VisitorOptions = {}): Promise<Page> {
    const page = await this.enter({ viewport: who === 'citizen' ? PHONE : DESK, ...options });
    if (who !== 'citizen' && who !== 'stranger') await signIn(page, who, this.#address);
    return page;
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }

  #watch(page: Page, mayComplain: RegExp | undefined): void {
    const note = (complaint: string): void => {
      if (!mayComplain?.test(complaint)) this.complaints.push(`${new URL(page.url()).pathname}: ${complaint}`);
    };
    page.on('pageerror', (error) => note(error.message));
    page.on('console', (message) => {
      // A refused form is answered with 4xx; Chromium writes each one down.
      const text = message.text();
      if (message.type() === 'error' && !/status of 4\d\d/.test(text) && !OF_THE_RECORDER.test(text)) note(text);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) note(`${answer.status()} ${new URL(answer.url()).pathname}`);
    });
  }
}

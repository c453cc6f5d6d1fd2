import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Hands on a keyboard, and a count of what they pressed: words of a person apart from keys that steer. */
export class Hands {
  pressed = 0;
  typed = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.#page.keyboard.press(key);
    }
  }

  async type(words: string): Promise<void> {
    this.typed += [...words].length;
    await this.#page.keyboard.type(words);
  }

  get all(): number {
    return this.pressed + this.typed;
  }
}

/** The telephone program opens the page with the caller's number in its address; `F2` answers. */
export async function pickUp(agent: Page, caller: string): Promise<Hands> {
  await agent.goto(`/personel/cagri?arayan=${encodeURIComponent(caller)}`);
  await expect(agent.getByLabel('Arayanın numarası')).toBeFocused();
  const hands = new Hands(agent);
  await hands.press('F2');
  await expect(agent.getByRole('group', { name: 'Can tehlikesi var mı?' })).toBeVisible();
  return hands;
}

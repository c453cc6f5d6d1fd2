import type { Page } from '@playwright/test';

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

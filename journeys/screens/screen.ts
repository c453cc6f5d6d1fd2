/** A screen with the way to it, for the journey that examines all of them and for the gallery. */
import type { Page } from '@playwright/test';
import type { House } from '../house.ts';

export interface Screen {
  name: string;
  /** Who looks at it: a staff member's user name, `citizen`, or `stranger` (a desk nobody is signed in on). */
  as: string;
  /** Goes there and waits until it stands. */
  open(page: Page, house: House): Promise<unknown>;
  /** Also pictured in other municipalities' colours. */
  main?: boolean;
  /** What this browser will rightly complain about: a cut line, a server that is down. */
  mayComplain?: RegExp;
}

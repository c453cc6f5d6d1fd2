/** The portal's own sentences as they are now, and a page as it was in a version somebody was shown. */
import type { PortalTextKey } from '../../../../contract/portal-texts.ts';
import { PORTAL_TEXT_KEYS } from '../../../../contract/portal-texts.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { remembered } from '../../../kernel/remembered.ts';
import { revisionAt } from '../../../kernel/revisions.ts';
import type { Texts } from '../../../../text/language.ts';
import { READY_TEXTS } from './portal-text.ts';
import { allPortalTexts } from './portal-text-store.ts';

export const PORTAL_TEXT = 'portal-text';

export interface PortalTextNow {
  text: Texts;
  /** 0: nothing is kept yet, and the shipped words stand there. */
  version: number;
}
export type PortalTexts = Readonly<Record<PortalTextKey, PortalTextNow>>;

export const rememberedPortalTexts = remembered(async (db): Promise<PortalTexts> => {
  const kept = new Map((await allPortalTexts(db)).map(({ key, ...now }) => [key, now]));
  const now = (key: PortalTextKey) => kept.get(key) ?? { text: READY_TEXTS[key], version: 0 };
  return Object.fromEntries(PORTAL_TEXT_KEYS.map((key) => [key, now(key)])) as PortalTexts;
});

export function portalTexts(db: Db): Promise<PortalTexts> {
  return rememberedPortalTexts.get(db);
}

/** With the moment it was published; undefined: there never was such a version. */
export async function portalTextAt(
  db: Db,
  key: PortalTextKey,
  version: number,
): Promise<{ text: Texts; since: Date } | undefined> {
  const revision = await revisionAt<Texts>(db, PORTAL_TEXT, key, version);
  return revision && { text: revision.body, since: revision.changedAt };
}

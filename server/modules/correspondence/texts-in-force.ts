import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import { allTexts } from './store.ts';
import type { MessageText } from './texts.ts';

/** All texts, kept for two seconds: every recorded request needs one. */
export const textsInForce = remembered(allTexts);

/** The text in the citizen's language. A missing one is a fault: the seed writes all, and none can be removed. */
export async function textInForce(
  db: Db,
  { key, channel, language }: Pick<MessageText, 'key' | 'channel' | 'language'>,
): Promise<MessageText> {
  const found = (await textsInForce.get(db)).find(
    (text) => text.key === key && text.channel === channel && text.language === language,
  );
  if (!found) throw new Error(`there is no ${channel} text "${key}" in ${language}`);
  return found;
}

import type { PortalTextKey } from '../../../../contract/portal-texts.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Texts } from '../../../../text/language.ts';

export interface KeptPortalText {
  key: PortalTextKey;
  text: Texts;
  version: number;
}

const COLUMNS = sql`key, json_build_object('tr', tr, 'en', en) as text, version`;

export function allPortalTexts(db: Db): Promise<KeptPortalText[]> {
  return rows<KeptPortalText>(db, sql`select ${COLUMNS} from portal_texts`);
}

export function portalTextRow(db: Db, key: PortalTextKey): Promise<KeptPortalText | undefined> {
  return maybeRow<KeptPortalText>(db, sql`select ${COLUMNS} from portal_texts where key = ${key}`);
}

export async function writePortalText(db: Db, { key, text, version }: KeptPortalText): Promise<void> {
  await run(
    db,
    sql`insert into portal_texts (key, tr, en, version) values (${key}, ${text.tr}, ${text.en}, ${version})
        on conflict (key) do update set tr = excluded.tr, en = excluded.en, version = excluded.version`,
  );
}

/** What happens to the chain every night: its head is written down outside the database, and the whole is verified. */
import type { Anchor } from '../../kernel/audit/anchors.ts';
import { anchorLine } from '../../kernel/audit/anchors.ts';
import { anchorChain } from '../../kernel/audit/keep.ts';
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { newId } from '../../kernel/ids.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { municipality } from '../catalogue/door.ts';
import type { Gateways } from '../correspondence/door.ts';
import { VERIFICATION } from './works.ts';

/** Writes the day's anchor and mails it to the auditor, where one is named: a mailbox is out of reach of whoever owns our disks. */
export async function anchorJob(house: House, { mail }: Pick<Gateways, 'mail'>): Promise<Anchor> {
  const anchor = await anchorChain(house);
  const to = house.config.anchorMail;
  if (to === null || mail === null) return anchor;
  const { name } = await municipality(house.db);
  const text = `${name.tr}\nDenetim zincirinin çapası / Anchor of the audit's chain:\n\n${anchorLine(anchor)}\n`;
  const html = `<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
  const subject = `Denetim çapası ${anchor.seq}`;
  const result = await mail.send({ id: newId(anchor.at), to, subject, text, html, kind: 'auto-generated' });
  // The anchor stands in the file; tomorrow's mail proves as much. The operator must know all the same.
  if (result.state !== 'accepted')
    house.log.error({ where: 'audit-anchor', code: result.code }, "the anchor's mail was not taken");
  return anchor;
}

export function verifyJob(house: House): Promise<string> {
  return inTransaction(house, { actor: systemActor('timetable') }, (tx) =>
    askForWork(tx, { kind: VERIFICATION, input: {} }),
  );
}

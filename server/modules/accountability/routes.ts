/** The audit on the desk: found, exported, and how its chain stands. Only for those who may read it, and each look is an entry of its own. */
import { Readable } from 'node:stream';
import { AuditExport, AuditPage, AuditQuery, AuditState } from '../../../contract/audit.ts';
import { Type } from 'typebox';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Limit } from '../../kernel/limits.ts';
import { withinLimit } from '../../kernel/limits.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { refuse } from '../../kernel/refusals.ts';
import { may } from '../staff/door.ts';
import { chainState } from './chain-state.ts';
import { linesOf } from './export.ts';
import { rolePreviewRoute } from './role-preview.ts';
import { askedInCodes, filterOf, searchAudit } from './search.ts';
import { VERIFICATION } from './works.ts';

/** An export reads much and is looked at for long; nobody needs one a minute. */
const EXPORTS: Limit = { name: 'audit-export', most: 10, seconds: 900 };

export const accountabilityRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'Who did or looked at what, when and why, newest first, 50 at a time; the looking is written down too',
    who: ['audit-read'],
    query: AuditQuery,
    response: AuditPage,
    handle: ({ house, actor, query }) => searchAudit(house, auditor(actor), query),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/audit/state',
    summary: 'How the chain over the audit stands, and what can be asked for',
    who: ['audit-read'],
    response: AuditState,
    handle({ house, actor }) {
      auditor(actor);
      return chainState(house.db);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/audit/export',
    summary: 'The found entries as one file for a spreadsheet, at most 100,000; asks why, and is written down',
    who: ['audit-read'],
    body: AuditExport,
    async handle({ house, actor, body, reply }) {
      const { reason, ...asked } = body;
      const { id } = auditor(actor);
      if (!(await withinLimit(house.db, house.clock.now(), EXPORTS, id))) throw refuse('too-many-attempts');
      const filter = await filterOf(house.db, asked);
      await inTransaction(house, { actor }, (tx) =>
        audit(tx, { act: 'audit-exported', subjectKind: 'audit', reason, detail: askedInCodes(asked, filter) }),
      );
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="denetim.csv"')
        .send(Readable.from(linesOf(house.db, filter)));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/audit/verification',
    summary: 'Follows the whole chain; a long work, whose progress is read under works',
    who: ['audit-read'],
    response: Type.Object({ work: Type.String() }),
    async handle({ house, actor }) {
      auditor(actor);
      return { work: await inTransaction(house, { actor }, (tx) => askForWork(tx, { kind: VERIFICATION, input: {} })) };
    },
  }),
  rolePreviewRoute,
];

function auditor(actor: Actor): StaffActor {
  if (!may(actor, 'audit-read')) throw refuse('not-allowed');
  return staffOf(actor);
}

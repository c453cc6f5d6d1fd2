import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import { PartnerPeriods, PartnerPeriodsChange } from '../../../contract/clocks.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { shownRevision } from '../../kernel/revisions.ts';
import { savePartnerPeriods } from './actions/save-partner-periods.ts';
import { partnerPeriodRevisions, partnerPeriods } from './queries.ts';
import type { StoredPartnerPeriods } from './settings-store.ts';
import { PARTNER_MOST } from './which-clocks.ts';

export const partnerPeriodRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/partner-periods',
    summary: 'How long the clocks of CİMER and Açık Kapı run, and the longest the law leaves',
    who: 'staff',
    response: PartnerPeriods,
    handle: async ({ house }) => shown(await partnerPeriods(house.db)),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/partner-periods',
    summary: 'Changes how long the clocks of CİMER and Açık Kapı run; clocks that run keep theirs',
    who: ['settings-change'],
    body: PartnerPeriodsChange,
    response: PartnerPeriods,
    async handle({ house, actor, body: { reason, ...given } }) {
      return shown(await inTransaction(house, { actor }, (tx) => savePartnerPeriods(tx, given, reason)));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/partner-periods/revisions',
    summary: 'Every version those periods had, newest first: who, when and why',
    who: ['settings-history'],
    response: Type.Array(Revision),
    handle: async ({ house }) => (await partnerPeriodRevisions(house.db)).map(shownRevision),
  }),
];

function shown({ periods, version }: StoredPartnerPeriods): PartnerPeriods {
  return { periods, version, most: PARTNER_MOST };
}

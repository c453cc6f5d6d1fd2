/** The portal's own sentences over the API: what they say, what they said before, and changing them. */
import { Type } from 'typebox';
import { Revision } from '../../../../contract/catalogue.ts';
import type { PortalText as Shown, PortalTextKey } from '../../../../contract/portal-texts.ts';
import { PORTAL_TEXT_KEYS, PortalText, PortalTextChange } from '../../../../contract/portal-texts.ts';
import { oneOf } from '../../../../contract/rights.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { apiRoute } from '../../../kernel/http/route.ts';
import { revisionsOf, shownRevision } from '../../../kernel/revisions.ts';
import { longestOf, READY_TEXTS } from './portal-text.ts';
import type { PortalTextNow } from './portal-text-queries.ts';
import { PORTAL_TEXT, portalTexts } from './portal-text-queries.ts';
import { savePortalText } from './save-portal-text.ts';

const ByKey = Type.Object({ key: oneOf(PORTAL_TEXT_KEYS) });

export const portalTextRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/portal-texts',
    summary: 'The sentences of the portal that the municipality words itself, each beside its shipped words',
    who: ['settings-read'],
    response: Type.Array(PortalText),
    async handle({ house }) {
      const now = await portalTexts(house.db);
      return PORTAL_TEXT_KEYS.map((key) => shown(key, now[key]));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/portal-texts/:key',
    summary: 'Words a sentence or page of the portal in both languages; the versions before stay',
    who: ['settings-change'],
    params: ByKey,
    body: PortalTextChange,
    response: PortalText,
    async handle({ house, actor, params: { key }, body }) {
      return shown(key, await inTransaction(house, { actor }, (tx) => savePortalText(tx, key, body)));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/portal-texts/:key/revisions',
    summary: 'Every version of a sentence or page of the portal, newest first: who, when and why',
    who: ['settings-history'],
    params: ByKey,
    response: Type.Array(Revision),
    handle: async ({ house, params: { key } }) => (await revisionsOf(house.db, PORTAL_TEXT, key)).map(shownRevision),
  }),
];

function shown(key: PortalTextKey, { text, version }: PortalTextNow): Shown {
  return { key, text, version, ready: READY_TEXTS[key], longest: longestOf(key) };
}

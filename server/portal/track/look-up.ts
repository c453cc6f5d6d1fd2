/** `/takip`: a number and something only the citizen knows. Every failure is one and the same page. */
import type { FastifyReply } from 'fastify';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { keyToRequest } from '../../modules/intake/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { errorSummary, textField } from '../parts.ts';
import { sendPage } from '../reply.ts';
import type { Visit } from '../visit.ts';
import { goTo, openVisit } from '../visit.ts';

export const lookUpRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: '/takip',
    summary: 'Where a citizen asks how a request is doing',
    who: 'anyone',
    handle: async (context) => {
      const visit = await openVisit(context);
      return sendLookUp(visit, { number: visit.query.no?.slice(0, 60) ?? '', proof: '' }, []);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/takip',
    summary: 'Look a request up by number and a second thing known',
    who: 'anyone',
    handle: async (context) => lookUp(await openVisit(context)),
  }),
];

interface Typed {
  number: string;
  proof: string;
}

async function lookUp(visit: Visit): Promise<FastifyReply> {
  const typed = { number: visit.form.no ?? '', proof: visit.form.son ?? '' };
  const key = await keyToRequest(visit.house, { ...typed, address: visit.request.ip });
  if (key !== null) return goTo(visit, `/t/${key}`);
  const message = visit.say('track.notFound', { tel: visit.profile.callCentre.printed });
  // Printed back as it was typed, whatever was wrong with it: nobody copies twelve characters twice, and it says nothing they did not.
  return sendLookUp(visit, typed, [{ field: 'no', message }]);
}

function sendLookUp(visit: Visit, typed: Typed, problems: readonly Problem[]): FastifyReply {
  const { say } = visit;
  const body = html`${errorSummary(say, problems)}
    <h1>${say('track.title')}</h1>
    ${lookUpForm(visit, typed, problems)}
    <p class="hint">${say('track.lost')}</p>`;
  const status = problems.length > 0 ? 404 : 200;
  const page = { title: say('track.title'), body, wrong: problems.length > 0, back: '/' };
  const about = problems.length === 0 && { about: say('track.lost') };
  return sendPage(visit, { ...page, ...about, otherLanguage: { href: '/takip' } }, { status, own: true });
}

export function lookUpForm({ say }: Visit, typed: Typed, problems: readonly Problem[] = []): Markup {
  return html`<form method="post" action="/takip" novalidate>
    ${textField({
      name: 'no',
      label: say('track.number'),
      hint: say('track.numberHint'),
      value: typed.number,
      problems,
      attributes: { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', class: 'number' },
    })}
    ${textField({
      name: 'son',
      label: say('track.proof'),
      hint: say('track.proofHint'),
      value: typed.proof,
      problems,
      attributes: { autocomplete: 'off', spellcheck: 'false', class: 'medium' },
    })}
    <button class="button">${say('track.show')}</button>
  </form>`;
}

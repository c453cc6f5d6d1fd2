import { html } from '../markup.ts';
import { icon } from '../parts.ts';
import type { StepPage } from './step-page.ts';
import { stepForm } from './step-page.ts';
import { otherNumbers } from './topic-notes.ts';

/** Never blocks: somebody who knows better goes on with one tap, and the answer goes with the request. */
export const dangerPage: StepPage = {
  step: 'danger',
  summary: 'New request: call 112 first',

  read: (body, { form }) => ({ ...body, danger: form.tehlike === 'aradim' ? 'called-112' : 'none' }),

  check: () => [],

  async show(flow) {
    const { say, language } = flow.visit;
    const content = html`<div class="stop">
        <h1>${icon('danger', 28)} ${say('danger.title')}</h1>
        <p>${say('danger.text')}</p>
        <p><a class="button call" href="tel:112">${say('danger.call')}</a></p>
        ${otherNumbers(flow.topic, language)}
      </div>
      <p class="actions">
        <button class="button" name="tehlike" value="yok">${say('danger.none')}</button>
        <button class="button" name="tehlike" value="aradim">${say('danger.called')}</button>
      </p>`;
    return { title: say('danger.title'), body: stepForm(flow, { step: 'danger', content }) };
  },
};

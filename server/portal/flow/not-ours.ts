import { html } from '../markup.ts';
import { phone } from '../layout.ts';
import type { StepPage } from './step-page.ts';
import { stepForm } from './step-page.ts';
import { ownerNote } from './topic-notes.ts';

/** Who, why, which number, and still the choice to leave it to us (3071 m.5): a bare "not ours" is being fobbed off. */
export const notOursPage: StepPage = {
  step: 'not-ours',
  summary: 'New request: the duty of another body',

  read: (body) => body,

  check: () => [],

  async show(flow) {
    const { say, language } = flow.visit;
    const told = flow.topic!.notOurs!;
    const title = say(told.shared ? 'notours.titleShared' : 'notours.title');
    const content = html`<h1>${title}</h1>
      <p>${told.body[language]}</p>
      ${ownerNote(flow.topic!, flow.visit)}
      <p class="big">
        <span>${say('notours.call')}</span> ${phone(told.phone, told.phone)} <span class="hint">${told.hours}</span>
      </p>
      ${told.have && html`<p>${say('notours.have', { bilgi: told.have[language] })}</p>`}
      <p class="actions">
        <button class="button primary">${say('notours.leave')}</button>
        <a class="button" href="/">${say('notours.giveUp')}</a>
      </p>`;
    return { title, body: stepForm(flow, { step: 'not-ours', content }) };
  },
};

import { checkText } from '../../modules/intake/door.ts';
import { LONGEST_TEXT } from '../../modules/requests/door.ts';
import { html } from '../markup.ts';
import { hidden, primaryButton, textArea } from '../parts.ts';
import { problemsOf } from './refusal-words.ts';
import type { StepPage } from './step-page.ts';
import { pathOf, stepForm, stepNumber } from './step-page.ts';
import { firstOpen } from './steps.ts';

/** More than a citizen writes and less than a form may carry; beyond it nothing is kept. */
const MOST_KEPT = 200_000;

export const whatPage: StepPage = {
  step: 'what',
  summary: 'New request: what happened',

  read(body, { form }) {
    const text = (form.metin ?? body.text).slice(0, MOST_KEPT);
    // Other words may speak of danger where the first did not, so the question is asked again.
    const passed = text === body.text ? body.passed : body.passed.filter((step) => step !== 'danger');
    const fromList = body.topic === undefined && /^[A-Z]{3}-\d{2}$/.test(form.konu ?? '');
    return fromList ? { ...body, text, topic: form.konu, passed: [...passed, 'topic'] } : { ...body, text, passed };
  },

  check: ({ visit, body }) => problemsOf(visit, () => checkText(body.text)),

  /** Chosen from the list of topics: not asked again. */
  leave: async (flow) =>
    flow.visit.form.konu !== undefined && flow.topic !== null ? pathOf(flow, firstOpen(flow)) : null,

  async show(flow, problems) {
    const { visit, body } = flow;
    const { say } = visit;
    const preset = visit.query.konu ?? visit.form.konu;
    const field = textArea({
      name: 'metin',
      label: say('what.title'),
      heading: true,
      hint: say('what.hint'),
      value: body.text,
      problems,
      rows: 6,
      attributes: {
        'data-count': String(LONGEST_TEXT),
        'data-left': say('what.left', { n: '{n}' }),
        'data-suggest': '/basvuru/konu-onerisi',
      },
    });
    const content = html`${preset && hidden('konu', preset)}${stepNumber(flow, 'what')} ${field}
    ${primaryButton(say('continue'))}`;
    return { title: say('what.title'), body: stepForm(flow, { step: 'what', content }) };
  },
};

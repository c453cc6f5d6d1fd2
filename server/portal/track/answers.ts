import { formatDay } from '../../../text/format.ts';
import type { Answer } from '../../modules/requests/door.ts';
import { GROUNDS } from '../../modules/requests/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { textArea } from '../parts.ts';
import { directorateName } from './tracked.ts';
import type { Tracked } from './tracked.ts';

/** What we answered, newest last, with who answered as a directorate and never as a person; an open question of ours first. */
export function answersSection(seen: Tracked): Markup {
  const { visit, file } = seen;
  const { say } = visit;
  const asked =
    file.request.state === 'waiting-for-citizen'
      ? file.history.findLast(({ what }) => what === 'citizen-asked')
      : undefined;
  return html`${
    asked?.why &&
    html`<section class="answer">
      <h2>${say('question.title')}</h2>
      <blockquote>${asked.why}</blockquote>
    </section>`
  }
  ${file.answers.map((answer) => oneAnswer(seen, answer))}`;
}

function oneAnswer({ visit, file, reader }: Tracked, answer: Answer): Markup {
  const { say, language } = visit;
  const part = file.assignments.find(({ id }) => id === answer.assignmentId);
  const gun = formatDay(answer.answeredAt, language, { year: true });
  const birim = part ? directorateName(reader, part.directorateCode) : visit.profile.name[language];
  return html`<section class="answer">
    <h2>${say(answer.kind === 'final' ? 'answer.title' : 'answer.interim')}</h2>
    <blockquote>${answer.text}</blockquote>
    ${
      answer.grounds.length > 0 &&
      html`<h3>${say('answer.grounds')}</h3>
        <ul>
          ${answer.grounds.map((code) => html`<li>${GROUNDS[code][language]} <span class="hint">${GROUNDS[code].article}</span></li>`)}
        </ul>`
    }
    ${answer.forwardedTo && html`<p>${say('answer.forwarded', { gun, kurum: answer.forwardedTo })}</p>`}
    <p class="hint">${say('answer.by', { birim, gun })}</p>
  </section>`;
}

/** After a conclusion the citizen has the last word: satisfied, or not and why. Two plain buttons, no stars. */
export function satisfactionSection({ visit, key, file }: Tracked, problems: readonly Problem[]): Markup | undefined {
  const { say } = visit;
  const { request, satisfaction, answers } = file;
  if (request.state !== 'concluded' || answers.length === 0) return undefined;
  if (satisfaction?.satisfied) return html`<p class="notice">${say('satisfied.thanks')}</p>`;
  const action = `/t/${key}/memnuniyet`;
  return html`<section class="no-print satisfaction" id="memnuniyet"><h2>${say('satisfied.title')}</h2>
<form method="post" action="${action}"><p><button class="button" name="memnun" value="evet">${say('yes')}</button></p></form>
<details${problems.length > 0 && html` open`}><summary class="button">${say('no')}</summary>
<form method="post" action="${action}" novalidate>
${textArea({ name: 'neden', label: say('satisfied.why'), value: visit.form.neden ?? '', problems, rows: 4 })}
<button class="primary" name="memnun" value="hayir">${say('satisfied.ask')}</button>
</form></details></section>`;
}

import { formatDay } from '../../../text/format.ts';
import { lettersOf } from '../../modules/answers/door.ts';
import type { Answer, Assignment, CaseFile } from '../../modules/requests/door.ts';
import { GROUNDS } from '../../modules/requests/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { textArea } from '../parts.ts';
import type { Visit } from '../visit.ts';
import type { Reader } from './thread.ts';
import { directorateName } from './tracked.ts';
import type { Tracked } from './tracked.ts';

/** What we answered, newest last, with who answered as a directorate and never as a person; an open question of ours first. */
export async function answersSection(seen: Tracked): Promise<Markup> {
  const { visit, file, key } = seen;
  const asked = askedOf(file);
  const letters = await lettersOf(visit.house.db, file.request.id);
  const setting = { ...visit, reader: seen.reader, assignments: file.assignments };
  const letterOf = ({ id }: Answer) =>
    letters.some(({ answerId }) => answerId === id) ? `/t/${key}/yazi/${id}` : null;
  return html`${asked && questionShown(visit, asked)} ${wantingSection(seen)}
  ${file.answers.map((answer) => oneAnswer(setting, { ...answer, letter: letterOf(answer) }))}`;
}

/** What the citizen is asked, and until when; as long as we wait for it. */
export function askedOf({ request, history, question }: CaseFile): Asked | null {
  const words = history.findLast(({ what }) => what === 'citizen-asked')?.why;
  if (request.state !== 'waiting-for-citizen' || !words) return null;
  return { words, lastDay: question?.lastDay ?? null };
}

export interface Asked {
  words: string;
  /** 'YYYY-MM-DD'. */
  lastDay: string | null;
}

export function questionShown({ say, language }: Pick<Visit, 'say' | 'language'>, { words, lastDay }: Asked): Markup {
  return html`<section class="answer">
    <h2>${say('question.title')}</h2>
    <blockquote>${words}</blockquote>
    ${lastDay !== null && html`<p>${say('question.lastDay', { gun: formatDay(lastDay, language, { year: true }) })}</p>`}
  </section>`;
}

/** The end that an answer which did not come has made; a reply opens the way again. */
function wantingSection({ visit: { say, language }, key, replyUntil }: Tracked): Markup | undefined {
  if (replyUntil === null) return undefined;
  return html`<section class="answer">
    <h2>${say('wanting.title')}</h2>
    <p>${say('wanting.text', { gun: formatDay(replyUntil, language, { year: true }) })}</p>
    <p class="no-print"><a class="button primary" href="/t/${key}/ekle">${say('wanting.open')}</a></p>
  </section>`;
}

/** What it takes to show an answer: the same on the page and in the preview of one that is not given yet. */
export interface AnswerSetting extends Pick<Visit, 'say' | 'language' | 'profile'> {
  reader: Reader;
  assignments: readonly Assignment[];
}

type AnswerWords = Pick<Answer, 'kind' | 'text' | 'forwardedTo' | 'grounds' | 'assignmentId' | 'answeredAt'> & {
  /** Where the official letter is read; null: there is none. */
  letter: string | null;
};

export function oneAnswer({ say, language, profile, reader, assignments }: AnswerSetting, answer: AnswerWords): Markup {
  const part = assignments.find(({ id }) => id === answer.assignmentId);
  const gun = formatDay(answer.answeredAt, language, { year: true });
  const birim = part ? directorateName(reader, part.directorateCode) : profile.name[language];
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
    ${answer.letter !== null && html`<p class="no-print"><a href="${answer.letter}">${say('answer.letter')}</a></p>`}
  </section>`;
}

/** After a conclusion the citizen has the last word: satisfied, or not and why. Two plain buttons, no stars. */
export function satisfactionSection(
  { visit, key, file, replyUntil }: Tracked,
  problems: readonly Problem[],
): Markup | undefined {
  const { say } = visit;
  const { request, satisfaction, answers } = file;
  // Whoever may still send what was missing is asked for that, and not how they liked an end without it.
  if (request.state !== 'concluded' || answers.length === 0 || replyUntil !== null) return undefined;
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

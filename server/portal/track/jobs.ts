/**
 * A request that was split into jobs shows them: what each is, who does it, which are finished, and by when the others will be. What colleagues wrote to
 * each other about them stays inside.
 */
import type { GlyphName } from '../../../ui/glyphs.ts';
import { glyph } from '../../../ui/glyphs.ts';
import { formatDay } from '../../../text/format.ts';
import type { Assignment, AssignmentState } from '../../modules/requests/door.ts';
import { OUTCOMES, isOpen } from '../../modules/requests/door.ts';
import type { Markup } from '../markup.ts';
import { html, raw } from '../markup.ts';
import type { Tracked } from './tracked.ts';
import { directorateName, topicName } from './tracked.ts';

/** What was given by mistake, or back, was nobody's job. */
const NO_JOB: readonly AssignmentState[] = ['returned', 'cancelled', 'merged'];

/** Null where one directorate does the whole. */
export function jobsSection(seen: Tracked): Markup | null {
  const jobs = jobsOf(seen);
  if (jobs.length === 0) return null;
  const { say } = seen.visit;
  const open = isOpen(seen.file.request.state);
  return html`<section>
    <h2>${say(open ? 'jobs.title' : 'jobs.doneTitle')}</h2>
    <ol class="thread">
      ${jobs.map((job) => oneJob(seen, job))}
    </ol>
    ${open && html`<p class="hint">${say('jobs.hint')}</p>`}
  </section>`;
}

function jobsOf({ atWork }: Tracked): Assignment[] {
  const parts = atWork.assignments.filter(({ state, besideLead }) => !besideLead && !NO_JOB.includes(state));
  const isSplit = parts.length > 1 && parts.some(({ jobTopic, ownPeriod }) => jobTopic !== null || ownPeriod !== null);
  return isSplit ? [...parts].sort((one, other) => +one.assignedAt - +other.assignedAt) : [];
}

function oneJob(seen: Tracked, job: Assignment): Markup {
  const { reader } = seen;
  const what = reader.topics.get(job.jobTopic ?? '')?.name[reader.language] ?? topicName(seen);
  const who = directorateName(reader, job.directorateCode);
  return html`<li>
    ${raw(glyph(glyphOf(job), { size: 18 }))}
    <div>
      <strong>${[what, who].filter(Boolean).join(', ')}</strong>
      <p>${sentenceOf(seen, job)}</p>
    </div>
  </li>`;
}

function glyphOf({ endedAt, state }: Assignment): GlyphName {
  if (endedAt !== null) return 'concluded';
  return state === 'offered' ? 'assigned' : 'in_progress';
}

function sentenceOf({ visit, file, atWork }: Tracked, job: Assignment): string {
  const { say, language, now } = visit;
  const day = (instant: Date) => formatDay(instant, language);
  if (job.endedAt !== null) {
    const isDone = job.outcome === null || job.outcome === 'done';
    return isDone
      ? say('jobs.done', { gun: day(job.endedAt) })
      : say('jobs.ended', { sonuc: OUTCOMES[job.outcome!][language], gun: day(job.endedAt) });
  }
  if (atWork.state === 'waiting-for-citizen') return say('jobs.standsStill');
  const due = job.dueAt ?? file.request.promisedAt;
  const key = job.state === 'offered' ? 'jobs.waiting' : 'jobs.atWork';
  if (due === null) return say(`${key}NoDay`);
  return say(due < now ? 'jobs.late' : key, { gun: day(due) });
}

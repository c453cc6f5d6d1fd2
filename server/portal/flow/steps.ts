/** HEART FILE. The pages of a new request, in their order, and which of them this request needs. Pure. */
import type { Topic } from '../../modules/catalogue/door.ts';
import { dangerWords } from '../../modules/catalogue/door.ts';
import type { DraftBody } from '../../modules/intake/door.ts';

export const STEP_PATHS = {
  what: '/basvuru/ne-oldu',
  danger: '/basvuru/tehlike',
  topic: '/basvuru/konu',
  'not-ours': '/basvuru/baska-kurum',
  questions: '/basvuru/sorular',
  place: '/basvuru/nerede',
  known: '/basvuru/bilinen',
  similar: '/basvuru/benzer',
  photo: '/basvuru/fotograf',
  contact: '/basvuru/iletisim',
  check: '/basvuru/kontrol',
} as const;

export type Step = keyof typeof STEP_PATHS;

/** What a person counts as a page; the others are said between two pages. */
const COUNTED: readonly Step[] = ['what', 'topic', 'questions', 'place', 'photo', 'contact'];

export interface Whereabouts {
  body: DraftBody;
  /** Null: left to us, or not chosen yet. */
  topic: Topic | null;
}

/** The pages this request goes through. Danger is said as soon as it shows: after the words, or after the topic. */
export function stepsOf({ body, topic }: Whereabouts): Step[] {
  const inWords = dangerWords(body.text).length > 0;
  const asksPlace = topic === null || topic.placeRequired;
  return [
    'what',
    ...when(inWords, 'danger'),
    'topic',
    ...when(!inWords && topic?.danger === true, 'danger'),
    ...when(topic?.notOurs !== undefined, 'not-ours'),
    ...when((topic?.questions.length ?? 0) > 0, 'questions'),
    ...when(asksPlace, 'place'),
    'photo',
    'contact',
    'check',
  ];
}

/** Where to go on: the first page not yet answered, or the check page. */
export function firstOpen(where: Whereabouts): Step {
  return stepsOf(where).find((step) => step === 'check' || !where.body.passed.includes(step)) ?? 'check';
}

/** Shown after the place, and only where there is something to say. */
export const AFTER_PLACE: readonly Step[] = ['known', 'similar'];

/** The page after this one. */
export function stepAfter(where: Whereabouts, step: Step): Step {
  const steps = stepsOf(where);
  return steps[steps.indexOf(AFTER_PLACE.includes(step) ? 'place' : step) + 1] ?? 'check';
}

/** The page before this one; null for the first. */
export function stepBefore(where: Whereabouts, step: Step): Step | null {
  if (AFTER_PLACE.includes(step)) return 'place';
  const steps = stepsOf(where);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** "Step 3 of 6"; the total only once the topic is known, so that it stays true. */
export function progressOf(where: Whereabouts, step: Step): { number: number; total: number | null } | null {
  if (!COUNTED.includes(step)) return null;
  const counted = stepsOf(where).filter((each) => COUNTED.includes(each));
  const known = where.body.passed.includes('topic');
  return { number: counted.indexOf(step) + 1, total: known ? counted.length : null };
}

function when(true_: boolean, step: Step): Step[] {
  return true_ ? [step] : [];
}

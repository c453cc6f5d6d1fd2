/**
 * The year day by day. On each day, those who ask that day ask, those whose next step falls on it take it, and the calls are taken: many at
 * once, each life in the order of its own time. A day played to its end is bookmarked; an unfinished one is played again from its start,
 * because every item knows by its key and its history what it has behind it.
 */
import { instantAt, istanbulDay, shiftDay } from '../modules/calendar/door.ts';
import { finishDay } from './bookmark-store.ts';
import type { Measure } from './measure.ts';
import { playCall } from './play-call.ts';
import type { Living, Stage } from './play-request.ts';
import { isOver, playUntil, unborn } from './play-request.ts';
import type { Progress } from './progress.ts';
import type { Prepared } from './setting.ts';
import type { Story } from './story.ts';
import { tellStory } from './story.ts';
import type { Telling } from './telling.ts';

export interface Playing {
  stage: Stage;
  prepared: Prepared;
  /** Days that are played to their end. */
  before: ReadonlySet<string>;
  measure: Measure;
  progress: Progress;
  telling: Telling | null;
  concurrency: number;
}

/** Lives by the day of their next step. */
type Agenda = Map<string, Living[]>;

export async function playYear(playing: Playing): Promise<void> {
  const { stage, prepared, before, telling } = playing;
  const { plan, year } = prepared.setting;
  const agenda: Agenda = new Map();
  let dayTold: Promise<void> = Promise.resolve();
  let done = 0;
  // Lives that begin in December end in the next year.
  for (let at = 0; at < year.days.length || agenda.size > 0; at += 1) {
    const day = shiftDay(year.days[0]!, at);
    const end = instantAt(shiftDay(day, 1), '00:00');
    const born = bornOn(playing, at);
    const due = agenda.get(day) ?? [];
    agenda.delete(day);
    if (before.has(day)) {
      for (const living of [...born, ...due]) skipTo(living, end);
    } else {
      await playDay(playing, { day, at, end, lives: [...due, ...born], done });
      await finishDay(stage.house.db, {
        plan: plan.id,
        day,
        requests: born.length,
        calls: plan.callsByDay[at]?.length ?? 0,
      });
    }
    for (const living of [...due, ...born]) enter(agenda, living);
    done += born.length + (plan.callsByDay[at]?.length ?? 0);
    // What this day owes is told while the next is played; a fault is thrown where it is awaited.
    await dayTold;
    dayTold = telling?.passTo(end) ?? dayTold;
    dayTold.catch(() => undefined);
  }
  await dayTold;
  await telling?.finish();
}

function bornOn({ prepared, telling }: Playing, at: number): Living[] {
  const { setting, standing } = prepared;
  return Array.from(setting.plan.requestsByDay[at] ?? [], (number) => {
    const story = tellStory(setting, number, { day: at, standing: standing(number) });
    return unborn(number, telling ? story : untold(story));
  });
}

/** An earlier run has played these steps. */
function skipTo(living: Living, end: Date): void {
  const { steps } = living.story;
  while (living.next < steps.length && steps[living.next]!.at < end) living.next += 1;
  living.isWhole = false;
}

function enter(agenda: Agenda, living: Living): void {
  const step = living.story.steps[living.next];
  if (!step) return;
  const day = istanbulDay(step.at);
  const list = agenda.get(day);
  if (list) list.push(living);
  else agenda.set(day, [living]);
}

interface Day {
  day: string;
  at: number;
  end: Date;
  lives: Living[];
  done: number;
}

async function playDay(playing: Playing, { day, at, end, lives, done }: Day): Promise<void> {
  const { stage, prepared, measure, progress, concurrency } = playing;
  const calls = prepared.setting.plan.callsByDay[at] ?? [];
  let next = 0;
  const playNext = async (item: number): Promise<void> => {
    const living = lives[item];
    if (living === undefined) {
      await playCall(stage, prepared.setting, { number: calls[item - lives.length]!, day: at });
      measure.call();
      return;
    }
    await playUntil(stage, living, end);
    if (isOver(living)) measure.life(living);
  };
  const player = async (): Promise<void> => {
    while (next < lives.length + calls.length) {
      await playNext(next++);
      progress.show({
        day,
        done: done + Math.round((next / (lives.length + calls.length)) * (calls.length + bornCount(prepared, at))),
      });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, player));
}

function bornCount({ setting }: Prepared, at: number): number {
  return setting.plan.requestsByDay[at]?.length ?? 0;
}

/** Without a gateway nobody is owed a message, or a later start would send a whole year's. */
function untold(story: Story): Story {
  const { person } = story.application;
  if (person === null) return story;
  return { ...story, application: { ...story.application, person: { ...person, notifyBy: 'none' } } };
}

/**
 * The life of one request, drawn before it is played: who asks, where, when each step is taken and how it ends. The document fixes channel,
 * topic, neighbourhood and year; everything drawn here is an assumption (docs/replay-assumptions.md). Pure.
 */
import type { Profile, Topic } from '../modules/catalogue/door.ts';
import type { Application } from '../modules/intake/door.ts';
import { NO_PLACE } from '../modules/intake/door.ts';
import type { AssignmentOutcome, GroundCode, RequestKind } from '../modules/requests/door.ts';
import { groundsFor } from '../modules/requests/door.ts';
import { inventAnswer, inventLandmark, inventPerson, inventText } from './invented.ts';
import type { Random } from './random.ts';
import { random } from './random.ts';
import type { Year } from './seasons.ts';
import { drawSecond } from './seasons.ts';
import { AFTERWARDS, inDaytime, periodInHours } from './working-life.ts';
import type { YearPlan } from './year-plan.ts';

export type Step = { at: Date } & (
  | { act: 'accept' | 'go-on-site' | 'withdraw' }
  | { act: 'answer'; outcome: AssignmentOutcome; text: string; forwardedTo?: string; grounds?: GroundCode[] }
  | { act: 'return' | 'reopen' | 'refuse-reopening' | 'ask' | 'add'; text: string }
  | { act: 'assign'; directorate: string; text: string }
  | { act: 'satisfaction'; satisfied: boolean; text: string }
);

export interface Story {
  receivedAt: Date;
  /** For a request made by phone: seconds from the answer to the record, and to the end of the call. */
  talk: { recorded: number; ended: number };
  application: Application;
  steps: Step[];
  concludedAt: Date;
}

/** By the end of the year it must stand so, because the document counts it so; null: as it comes. */
export type Standing = 'open' | 'concluded' | null;

export interface Setting {
  plan: YearPlan;
  year: Year;
  topics: ReadonlyMap<string, Topic>;
  places: ReadonlyMap<string, { id: number; streets: readonly string[] }>;
  bodies: Profile['bodies'];
  cutOff: Date;
  /** Days from paper to answer on social media, in order of the request's number there; null: like other channels. */
  socialDays: ((request: number) => number) | null;
}

export function tellStory(
  setting: Setting,
  request: number,
  { day, standing }: { day: number; standing: Standing },
): Story {
  const { plan, year } = setting;
  const draw = random(plan.id, 'request', request);
  const topic = setting.topics.get(plan.topic(request));
  if (!topic) throw new Error(`the catalogue has no topic ${plan.topic(request)}`);
  const receivedAt = new Date(year.starts[day]!.getTime() + drawSecond(plan.channel(request), draw) * 1000);
  const application = applicationOf(setting, request, { draw, topic, receivedAt });
  const life = { setting, request, draw, topic, receivedAt, standing };
  const steps = stepsOf(life);
  const ended = 30 + draw.below(30) + Math.floor(90 * draw.next() ** 2);
  return {
    receivedAt,
    talk: { recorded: Math.floor(ended * 0.7), ended },
    application,
    steps,
    concludedAt: steps.findLast((step) => step.act === 'answer' || step.act === 'withdraw')!.at,
  };
}

function applicationOf(
  { plan, places }: Setting,
  request: number,
  { draw, topic, receivedAt }: { draw: Random; topic: Topic; receivedAt: Date },
): Application {
  const channel = plan.channel(request);
  const place = plan.place(request);
  const known = place === null ? undefined : places.get(place);
  const fromPartner = channel === 'cimer' || channel === 'acik-kapi' || channel === 'metropolitan';
  return {
    channel,
    kind: kindOf(topic, draw),
    text: inventText(draw, topic),
    language: draw.chance(0.015) ? 'en' : 'tr',
    topicCode: topic.code,
    answers: [],
    danger: topic.danger && draw.chance(0.05),
    person: inventPerson(draw, { channel, topic, population: Math.max(50, Math.floor(plan.requests * 0.55)) }),
    place: {
      ...NO_PLACE,
      neighbourhoodId: known?.id ?? null,
      street: known ? draw.pick(known.streets) : null,
      door: known && draw.chance(0.5) ? String(1 + draw.below(90)) : null,
      description: inventLandmark(draw),
    },
    fileIds: [],
    clientKey: `replay ${plan.id} request ${request}`,
    receivedAt,
    ...(fromPartner && { externalNumber: `${plan.id} ${request}` }),
  };
}

function kindOf({ kind, placeRequired }: Topic, draw: Random): RequestKind {
  if (kind) return kind;
  return placeRequired && draw.chance(0.7) ? 'complaint' : 'request';
}

interface Life {
  setting: Setting;
  request: number;
  draw: Random;
  topic: Topic;
  receivedAt: Date;
  standing: Standing;
}

const HOUR = 3_600_000;

function stepsOf(life: Life): Step[] {
  const { setting, request, draw, receivedAt, standing } = life;
  const later = (from: Date, hours: number) => new Date(from.getTime() + hours * HOUR);
  const isSocial = ['facebook', 'x', 'instagram'].includes(setting.plan.channel(request));
  if (isSocial && setting.socialDays) {
    const hours = setting.socialDays(request) * 24;
    return [{ act: 'accept', at: later(receivedAt, hours * 0.3) }, answerAt(life, later(receivedAt, hours))];
  }
  const answered = endAt(life);
  const span = (answered.getTime() - receivedAt.getTime()) / HOUR;
  if (standing === null && draw.chance(0.008))
    return [{ act: 'withdraw', at: later(receivedAt, 48 + draw.next() * 72) }];
  const before =
    standing === null && draw.chance(0.02) ? turnedBack(life, (part) => later(receivedAt, span * part)) : [];
  const accepted: Step = { act: 'accept', at: later(receivedAt, span * (0.3 + 0.2 * draw.next())) };
  const onSite: Step[] =
    life.topic.placeRequired && draw.chance(0.15) ? [{ act: 'go-on-site', at: later(receivedAt, span * 0.6) }] : [];
  const question: Step[] = draw.chance(0.01)
    ? [
        { act: 'ask', at: later(receivedAt, span * 0.7), text: 'Tam yerini tarif eder misiniz?' },
        { act: 'add', at: later(receivedAt, span * 0.85), text: 'Sokağın girişinde, sağda.' },
      ]
    : [];
  const steps = [...before, accepted, ...onSite, ...question, answerAt(life, answered)];
  return standing === null ? [...steps, ...afterwards(life, answered)] : steps;
}

/** Around the published service standard: most sooner, about one in eight later. */
function endAt({ setting, draw, topic, receivedAt, standing }: Life): Date {
  const standard = Math.max(0.5, periodInHours(topic.standard.conclusion));
  const hours = Math.min(standard * Math.min(3, 0.4 * Math.exp(0.8 * draw.normal())), 60 * 24);
  const natural = inDaytime(new Date(receivedAt.getTime() + Math.max(0.3, hours) * HOUR), draw);
  const cutOff = setting.cutOff.getTime();
  const spread = draw.next();
  if (standing === 'open' && natural.getTime() < cutOff) return new Date(cutOff + (1 + spread * 20 * 24) * HOUR);
  if (standing === 'concluded' && natural.getTime() >= cutOff) {
    return new Date(receivedAt.getTime() + (cutOff - receivedAt.getTime()) * (0.5 + 0.4 * spread));
  }
  return natural;
}

/** The directorate says it is not its own; the supervisor gives it to another, or back with the reason. */
function turnedBack({ topic }: Life, at: (part: number) => Date): Step[] {
  const directorate = topic.otherDirectorates[0] ?? topic.directorate;
  return [
    { act: 'return', at: at(0.1), text: 'Görev alanımızda değil.' },
    { act: 'assign', at: at(0.2), directorate, text: 'Konunun yürütümü bu müdürlükte.' },
  ];
}

function answerAt({ setting, draw, topic }: Life, at: Date): Step {
  const outcome = outcomeOf(topic, draw);
  const text = inventAnswer(draw, outcome);
  // Only what the law makes us name is drawn; a topic that is no procedure has none.
  const { codes, required } = groundsFor(topic.kind ?? 'request', outcome);
  if (required) return { act: 'answer', at, outcome, text, grounds: [draw.pick(codes)] };
  if (outcome !== 'forwarded') return { act: 'answer', at, outcome, text };
  return { act: 'answer', at, outcome, text, forwardedTo: bodyFor(topic, setting.bodies) };
}

function outcomeOf({ owners, endsBy }: Topic, draw: Random): AssignmentOutcome {
  if (endsBy === 'forwarding' || !owners.includes('district')) return 'forwarded';
  return draw.weighted([
    ['done', endsBy === 'answer' ? 20 : 82],
    ['information-given', endsBy === 'answer' ? 60 : 9],
    ['refused', 5],
    ['duplicate', 2],
    ['forwarded', 1.5],
    ['not-examined', 0.5],
  ]);
}

const BODY_OF = {
  metropolitan: 'metropolitan',
  utility: 'water',
  other: 'electricity',
  district: 'metropolitan',
} as const;

function bodyFor({ owners }: Topic, bodies: Profile['bodies']): string {
  const key = BODY_OF[owners.find((owner) => owner !== 'district') ?? 'district'];
  return bodies.find((body) => body.key === key)?.name ?? 'Görevli kurum';
}

/** What some citizens say afterwards, and what comes of it. */
function afterwards(life: Life, answered: Date): Step[] {
  const { draw } = life;
  const what = draw.weighted(AFTERWARDS);
  const said = inDaytime(new Date(answered.getTime() + (4 + draw.next() * 44) * HOUR), draw);
  if (what === 'nothing') return [];
  if (what === 'satisfied') return [{ act: 'satisfaction', at: said, satisfied: true, text: '' }];
  const asked: Step = { act: 'satisfaction', at: said, satisfied: false, text: 'Sorun sürüyor.' };
  const decided = inDaytime(new Date(said.getTime() + (6 + draw.next() * 30) * HOUR), draw);
  if (what === 'refused')
    return [asked, { act: 'refuse-reopening', at: decided, text: 'Yeniden incelendi; yapılan iş yerinde duruyor.' }];
  const again = inDaytime(new Date(decided.getTime() + (12 + draw.next() * 60) * HOUR), draw);
  return [
    asked,
    { act: 'reopen', at: decided, text: 'Vatandaş sorunun sürdüğünü bildirdi.' },
    { act: 'accept', at: new Date((decided.getTime() + again.getTime()) / 2) },
    answerAt(life, again),
  ];
}

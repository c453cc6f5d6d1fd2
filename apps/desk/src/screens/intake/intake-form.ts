/**
 * What stands on the intake screen before it is saved, and what is sent of it. Pure: the screen draws it, the session keeps it.
 * Nothing here refuses: the server does, and what was typed stays.
 */
import type { Topic } from '../../../../../contract/catalogue.ts';
import type { DeskRequest, GivenPerson, GivenRequest, StaffChannel } from '../../../../../contract/intake.ts';
import type { KnownNear } from '../../../../../contract/known-problems.ts';
import type { Neighbourhood } from '../../../../../contract/places.ts';
import type { RequestKind } from '../../../../../contract/requests.ts';

export interface IntakeForm {
  /** One for each request: pressed twice, saved once. */
  clientKey: string;
  danger: 'yes' | 'no' | '';
  text: string;
  /** undefined: the likeliest suggestion; null: the solution centre decides. */
  topic: string | null | undefined;
  answers: Record<string, string>;
  neighbourhoodId: number | null;
  neighbourhood: string;
  street: string;
  door: string;
  description: string;
  /** Somebody known by the number, chosen by initials. */
  citizenId: string | null;
  name: string;
  anonymous: boolean;
  notifyBy: 'sms' | 'email' | 'none' | '';
  phone: string;
  email: string;
  kind: RequestKind;
  language: 'tr' | 'en';
  channel: StaffChannel;
  receivedOn: string;
  externalNumber: string;
  /** The known problem that this is, as the caller says. */
  knownProblem: string | null;
}

export function emptyForm(clientKey: string): IntakeForm {
  return {
    ...{ clientKey, danger: '', text: '', topic: undefined, answers: {} },
    ...{ neighbourhoodId: null, neighbourhood: '', street: '', door: '', description: '' },
    ...{ citizenId: null, name: '', anonymous: false, notifyBy: '', phone: '', email: '' },
    ...{ kind: 'complaint', language: 'tr', channel: 'desk', receivedOn: '', externalNumber: '' },
    knownProblem: null,
  };
}

interface Joining {
  known: Pick<KnownNear[number], 'id' | 'topic' | 'whereabouts'>;
  /** What stands in the request where the agent has typed nothing: the caller only said that it is the same. */
  said: string;
  /** The only neighbourhood the problem is in, if there is just one. */
  home: Pick<Neighbourhood, 'id' | 'name'> | null;
  takesSms: boolean;
}

/** The caller says it is the known problem: what is left open is filled in from it, and what was typed stays. */
export function joinedForm(form: IntakeForm, { known, said, home, takesSms }: Joining): Partial<IntakeForm> {
  const hasPlace = form.neighbourhoodId !== null || home === null;
  return {
    knownProblem: known.id,
    text: form.text.trim() === '' ? said : form.text,
    topic: known.topic,
    ...(!hasPlace && { neighbourhoodId: home.id, neighbourhood: home.name }),
    description: form.description.trim() === '' ? known.whereabouts : form.description,
    // They ring because they want to hear of it.
    notifyBy: form.notifyBy === '' && takesSms ? 'sms' : form.notifyBy,
  };
}

/** 128 random bits; not `crypto.randomUUID`, which a page without TLS has not. */
export function newClientKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether anything would be lost. */
export function isTouched({ clientKey: _, ...form }: IntakeForm): boolean {
  const { clientKey: __, ...empty } = emptyForm('');
  return JSON.stringify(form) !== JSON.stringify(empty);
}

/** Questions that are asked after what was answered so far; one that is not asked is not sent either. */
export function questionsAsked(
  topic: Topic | undefined,
  answers: Readonly<Record<string, string>>,
): Topic['questions'] {
  if (topic === undefined) return [];
  const asked: Topic['questions'] = [];
  for (const question of topic.questions) {
    const { showIf } = question;
    const reached = showIf === undefined || asked.some(({ id }) => id === showIf.question);
    if (reached && (showIf === undefined || answers[showIf.question] === showIf.equals)) asked.push(question);
  }
  return asked;
}

/** `topic`: the one in effect, which may be the suggested one nobody touched. `line`: there is a number to fall back on. */
export function requestOf(form: IntakeForm, topic: Topic | undefined): GivenRequest {
  const { kind, text, language, neighbourhoodId, clientKey, knownProblem } = form;
  return {
    ...{ kind, text, language, clientKey },
    ...(knownProblem !== null && { knownProblem }),
    topic: topic?.code ?? null,
    answers: questionsAsked(topic, form.answers).flatMap(({ id }) => {
      const value = form.answers[id]?.trim() ?? '';
      return value === '' ? [] : [{ question: id, value }];
    }),
    danger: form.danger === 'yes',
    person: personOf(form),
    place: {
      neighbourhoodId,
      street: form.street || null,
      door: form.door || null,
      description: form.description || null,
    },
  };
}

export function deskRequestOf(form: IntakeForm, topic: Topic | undefined): DeskRequest {
  const { channel, receivedOn, externalNumber } = form;
  return {
    ...requestOf(form, topic),
    channel,
    ...(receivedOn !== '' && { receivedOn }),
    ...(externalNumber.trim() !== '' && { externalNumber }),
  };
}

/** Nobody, when no name was said and no known person chosen: the server refuses that where the topic needs a name. */
function personOf({ citizenId, anonymous, name, phone, email, notifyBy }: IntakeForm): GivenPerson | null {
  if (anonymous || (citizenId === null && name.trim() === '' && notifyBy === '')) return null;
  return {
    ...(citizenId === null ? { name } : { citizenId }),
    ...(phone.trim() !== '' && { phone }),
    ...(email.trim() !== '' && { email }),
    notifyBy: notifyBy === '' ? 'none' : notifyBy,
  };
}

/** The field a refusal speaks of, so that its words stand there and the cursor with them. */
export function fieldOf(code: string, details: Readonly<Record<string, unknown>>): keyof IntakeForm | null {
  if (code === 'contact-missing')
    return details.field === 'email' ? 'email' : details.field === 'name' ? 'name' : 'phone';
  return FIELDS[code] ?? null;
}

const FIELDS: Readonly<Record<string, keyof IntakeForm>> = {
  'text-empty': 'text',
  'text-too-long': 'text',
  'place-missing': 'neighbourhood',
  'phone-invalid': 'phone',
  'email-invalid': 'email',
  'anonymous-not-allowed': 'name',
  'kind-not-by-phone': 'kind',
  'date-invalid': 'receivedOn',
};

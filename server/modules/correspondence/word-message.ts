/** The words of one message: by the same steps when it is owed and when somebody only wants to see what it will be. */
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { Language } from '../../../text/language.ts';
import { formatDay, formatSmsDate } from '../../../text/format.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import type { FormLink } from '../calls/door.ts';
import { INFORMATION_TOPIC, municipality } from '../catalogue/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import { accessToken, lastQuestion } from '../requests/door.ts';
import { smsEstimate } from './gateways-in-use.ts';
import type { SmsEstimate } from './gateways/gateway.ts';
import { earliestSending } from './gateways/quiet-hours.ts';
import { toAscii } from './gateways/sms-text.ts';
import type { Message } from './message.ts';
import type { MessageText, TextField } from './texts.ts';
import { fillText } from './texts.ts';
import { textForRequest } from './season-texts.ts';
import { textInForce } from './texts-in-force.ts';
import type { CallerRule, TellingRule } from './who-is-told.ts';

export type Worded = Pick<
  Message,
  'textKey' | 'channel' | 'address' | 'language' | 'subject' | 'body' | 'notBefore'
> & {
  textVersion: number;
  /** The season whose words they are, in its version `textVersion`; null: the ordinary text's. */
  season: string | null;
  /** Null for e-mail. */
  estimate: SmsEstimate | null;
};

interface Room {
  db: Db;
  house: House;
  now: Date;
  /** What is announced to all who reported one problem; left out: nothing is. */
  announcement?: string;
  /** Until when a question that is not asked yet may be answered, 'YYYY-MM-DD'; left out: what was said of the last one. */
  lastDay?: string;
}

/** @param request one that somebody is to be told of: it has a number or an address */
export async function wordMessage(room: Room, rule: TellingRule, request: ServiceRequest): Promise<Worded> {
  const channel = request.notifyBy === 'email' ? 'email' : 'sms';
  const { language } = request;
  const text = await textForRequest(room.db, { key: rule.text(request), channel, language }, request);
  const asksAnswer = text.body.includes('lastDay');
  const { subject, body } = await write(room, text, {
    no: formatTrackingNumber(request.trackingNumber),
    date: request.promisedAt,
    link: `${room.house.config.publicUrl}/t/${accessToken({ house: room.house }, request.id)}`,
    ...(asksAnswer && { answerBy: room.lastDay ?? (await lastQuestion(room.db, request.id))?.lastDay ?? null }),
  });
  return {
    ...{ channel, language, subject, body },
    textKey: text.key,
    textVersion: text.version,
    season: text.season,
    address: channel === 'sms' ? request.contactPhone! : request.contactEmail!,
    notBefore: channel === 'sms' ? earliestSending(room.now, rule.urgency) : room.now,
    estimate: channel === 'sms' ? smsEstimate(room.house.config, body) : null,
  };
}

/** To a caller without a request: nothing of theirs is in it, and nothing in it says what they asked for. */
export async function wordForCaller(room: Room, rule: CallerRule, { phone, language }: FormLink): Promise<Worded> {
  const text = await textInForce(room.db, { key: rule.text, channel: 'sms', language });
  const { subject, body } = await write(room, text, { no: '', date: null, link: formLinkIn(room.house, language) });
  return {
    ...{ channel: 'sms', language, subject, body, address: phone },
    textKey: text.key,
    textVersion: text.version,
    season: null,
    notBefore: earliestSending(room.now, rule.urgency),
    estimate: smsEstimate(room.house.config, body),
  };
}

/** Where the information request's form begins, in that language. */
export function formLinkIn({ config }: House, language: Language): string {
  return `${config.publicUrl}/basvuru?konu=${INFORMATION_TOPIC}${language === 'en' ? '&dil=en' : ''}`;
}

interface About {
  no: string;
  date: Date | null;
  link: string;
  /** Until when our question may be answered; left out: nothing was asked. */
  answerBy?: string | null;
}

async function write(
  { db, announcement = '' }: Room,
  text: MessageText,
  { no, date, link, answerBy = null }: About,
): Promise<{ subject: string | null; body: string }> {
  const profile = await municipality(db);
  const { language } = text;
  const sms = text.channel === 'sms';
  const shown = (day: Date | string | null) =>
    day === null ? '' : sms ? formatSmsDate(day, language) : formatDay(day, language, { year: true });
  const values: Record<TextField, string> = {
    ...{ no, link },
    date: shown(date),
    phone: profile.callCentre.printed,
    municipality: profile.name[language],
    announcement,
    lastDay: shown(answerBy),
  };
  const body = fillText(text.body, values);
  // ASCII: one ğ would turn one paid part into three on gateways without the Turkish shift table.
  return { subject: text.subject && fillText(text.subject, values), body: sms ? toAscii(body) : body };
}

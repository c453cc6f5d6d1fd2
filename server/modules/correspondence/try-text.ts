/** What a text still being written would look like on a citizen's phone and cost: the same steps as a real message, with invented values. */
import type { TextTrial, TextTried } from '../../../contract/messages.ts';
import type { House } from '../../kernel/house.ts';
import { formatDay, formatSmsDate } from '../../../text/format.ts';
import { municipality } from '../catalogue/door.ts';
import { smsEstimate } from './gateways-in-use.ts';
import { toAscii } from './gateways/sms-text.ts';
import { topicNames } from './season-texts.ts';
import type { TextField } from './texts.ts';
import { fillText, isAboutRequest, problemsOfText } from './texts.ts';
import { formLinkIn } from './word-message.ts';

/** As long as real ones are: a number has 13 characters, a link's key 22. */
const SOME_NUMBER = '7K4M-P9TR-3HD';
const SOME_KEY = 'x'.repeat(22);

export async function tryText(
  house: House,
  { key = '', channel, language, subject, body, topics = [] }: TextTried,
): Promise<TextTrial> {
  const profile = await municipality(house.db);
  const sms = channel === 'sms';
  const today = house.clock.now();
  const values: Record<TextField, string> = {
    no: SOME_NUMBER,
    date: sms ? formatSmsDate(today, language) : formatDay(today, language, { year: true }),
    link: isAboutRequest(key) ? `${house.config.publicUrl}/t/${SOME_KEY}` : formLinkIn(house, language),
    phone: profile.callCentre.printed,
    municipality: profile.name[language],
    lastDay: sms ? formatSmsDate(today, language) : formatDay(today, language, { year: true }),
    announcement: language === 'tr' ? 'Çalışma saat 18.00 gibi bitecek.' : 'Work will end about 18.00.',
  };
  const filled = fillText(body, values);
  const arriving = sms ? toAscii(filled) : filled;
  return {
    subject: subject && fillText(subject, values),
    body: arriving,
    problems: problemsOfText({ key, channel, body, unsaid: await topicNames(house.db, topics) }),
    sms: sms ? estimateOf(house, arriving) : null,
  };
}

function estimateOf({ config }: House, text: string): TextTrial['sms'] {
  const { characters, segments, left, costKurus, tooLong } = smsEstimate(config, text);
  return { characters, segments, left, costKurus, tooLong };
}

/**
 * What the morning mail says: what still waits for this person, kind by kind, each with its link into the desk. Mail lies on phones and in other
 * people's hands, so it holds no citizen's word, name or address, and of a restricted request not even its number. Pure.
 */
import type { Notice, NoticeKind } from '../../../contract/notices.ts';
import { NOTICE_KINDS } from '../../../contract/notices.ts';
import { NOTICE_WORDS } from '../../../contract/notice-words.ts';
import type { Language, Texts } from '../../../text/language.ts';

export interface MorningMail {
  subject: string;
  body: string;
}

interface Morning {
  language: Language;
  name: string;
  /** Where the desk is: `https://…`, without a slash at the end. */
  address: string;
  notices: readonly Notice[];
}

/** More of one kind are read in the desk. */
const MOST_OF_A_KIND = 5;

/** Null: nothing waits, and no mail is better than one that says so. */
export function morningMail({ language, name, address, notices }: Morning): MorningMail | null {
  if (notices.length === 0) return null;
  const say = (texts: Texts) => texts[language];
  const groups = NOTICE_KINDS.flatMap((kind) => {
    const those = notices.filter((notice) => notice.kind === kind);
    return those.length === 0 ? [] : [group(kind, those, { language, address })];
  });
  const end = `${say(WORDS.all)}: ${address}/personel/bildirimler\n${say(WORDS.choose)}`;
  return {
    subject: `${say(WORDS.subject)}: ${notices.length}`,
    body: [`${say(WORDS.greeting)} ${name},`, say(WORDS.opening), ...groups, end].join('\n\n'),
  };
}

function group(
  kind: NoticeKind,
  notices: readonly Notice[],
  { language, address }: { language: Language; address: string },
): string {
  const lines = notices.slice(0, MOST_OF_A_KIND).flatMap(({ request, inPlaceOf }) => {
    if (request === null) return [];
    const number = request.text === null ? WORDS.restricted[language] : request.shownNumber;
    const place = inPlaceOf === null ? '' : ` (${WORDS.inPlaceOf[language]}: ${inPlaceOf})`;
    return [`- ${number}${place} ${address}/personel/isler/${request.id}`];
  });
  return [`${NOTICE_WORDS[kind][language]}: ${notices.length}`, ...lines].join('\n');
}

const WORDS = {
  subject: { tr: 'Bugün sizi bekleyenler', en: 'What waits for you today' },
  greeting: { tr: 'Günaydın', en: 'Good morning' },
  opening: { tr: 'Bunlar sizi bekliyor.', en: 'These wait for you.' },
  all: { tr: 'Hepsi', en: 'All of them' },
  choose: {
    tr: 'Hangisinin nasıl geleceğini aynı sayfada seçersiniz.',
    en: 'On the same page you choose how each of them comes.',
  },
  restricted: { tr: 'Kısıtlı başvuru', en: 'Restricted request' },
  inPlaceOf: { tr: 'yerine baktığınız', en: 'you stand in for' },
} as const satisfies Record<string, Texts>;

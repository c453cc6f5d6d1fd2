/**
 * HEART FILE. What somebody may do who does not get what they asked, and until when: kind × outcome → remedies, in the words a citizen reads.
 * 4982 m.12 and the Constitution m.40 want them in the answer itself. Where a period could be read longer (the judicial recess of
 * 2577 m.8) the earlier day is told: who acts by it loses no right.
 */
import type { Texts } from '../../../text/language.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { istanbulDay } from '../calendar/door.ts';
import type { Outcome, RequestKind } from '../requests/door.ts';
import { firstDueOf } from './clock.ts';
import type { StatutoryClockKey } from './which-clocks.ts';
import { clockRule } from './which-clocks.ts';

/** An outcome, or the silence that the law reads as a refusal. */
export type Against = Extract<Outcome, 'refused' | 'partly-granted' | 'not-examined'> | 'silence';

interface Row {
  key: 'foi-board' | 'kvkk-board' | 'court' | 'look-again';
  kinds: readonly RequestKind[];
  against: readonly Against[];
  law: string;
  /** {gun} stands alone: the last day, or the text without it where no day can be named. */
  text: Texts;
  /** The periods whose earlier end is the last day; none: no period of the law. */
  periods: readonly StatutoryClockKey[];
}

const ANY = ['refused', 'partly-granted', 'not-examined', 'silence'] as const;
const ORDINARY = ['complaint', 'request', 'suggestion', 'tip-off', 'thanks'] as const;

const table: readonly Row[] = [
  {
    key: 'foi-board',
    kinds: ['foi'],
    against: ANY,
    law: '4982 m.13',
    text: {
      tr: 'Bilgi Edinme Değerlendirme Kuruluna yazılı olarak itiraz edebilirsiniz. Süre 15 gündür. İtiraz, dava süresini durdurur.',
      en: 'You may object in writing to the Information Review Board (Bilgi Edinme Değerlendirme Kurulu). The period is 15 days. An objection stops the period for going to court.',
    },
    periods: ['foi-objection'],
  },
  {
    key: 'kvkk-board',
    kinds: ['kvkk'],
    against: ANY,
    law: '6698 m.14',
    text: {
      tr: 'Kişisel Verileri Koruma Kuruluna şikâyette bulunabilirsiniz. Süre yanıttan sonra 30, başvurudan sonra en çok 60 gündür.',
      en: 'You may complain to the Personal Data Protection Board (Kişisel Verileri Koruma Kurulu), within 30 days of the answer and at most 60 days of the request.',
    },
    periods: ['kvkk-complaint', 'kvkk-complaint-latest'],
  },
  {
    key: 'court',
    kinds: ['foi', 'petition'],
    against: ANY,
    law: '2577 m.7, m.10',
    text: {
      tr: 'İdare mahkemesinde dava açabilirsiniz. Süre 60 gündür.',
      en: 'You may go to the administrative court. The period is 60 days.',
    },
    periods: ['court'],
  },
  {
    key: 'look-again',
    kinds: ORDINARY,
    against: ['refused', 'not-examined'],
    law: '3071 m.3',
    text: {
      tr: 'Başvurunuzun sayfasından yeniden bakılmasını isteyebilirsiniz. İmzalı bir dilekçe verirseniz 30 gün içinde gerekçeli yanıt alırsınız.',
      en: 'You may ask on the page of your request that we look again. A signed petition is answered with reasons within 30 days.',
    },
    periods: [],
  },
];

export interface Remedy {
  key: Row['key'];
  law: string;
  text: Texts;
  /** 'YYYY-MM-DD'; null where there is no period, or no calendar to count it on. */
  lastDay: string | null;
}

export interface RemedyQuestion {
  kind: RequestKind;
  against: Against;
  calendar: BusinessCalendar;
  /** When the answer was notified; for silence, the day on which it counted as refusal. */
  notifiedAt: Date;
  receivedAt: Date;
}

export function remediesFor({ kind, against, calendar, notifiedAt, receivedAt }: RemedyQuestion): Remedy[] {
  return table
    .filter(({ kinds, against: ends }) => kinds.includes(kind) && ends.includes(against))
    .map(({ key, law, text, periods }) => {
      // Nobody learns of silence: its period for the data board is the one that counts from the request.
      const counted = against === 'silence' && key === 'kvkk-board' ? periods.slice(-1) : periods;
      const days = counted.map((period) => {
        const rule = clockRule(period);
        const due = firstDueOf(calendar, rule, rule.starts === 'received' ? receivedAt : notifiedAt);
        return due && istanbulDay(due);
      });
      return { key, law, text, lastDay: days.every((day) => day !== null) ? ([...days].sort()[0] ?? null) : null };
    });
}

/** Whether such an end leaves something to object against. */
export function isAgainst(outcome: Outcome | null): outcome is Exclude<Against, 'silence'> {
  return outcome === 'refused' || outcome === 'partly-granted' || outcome === 'not-examined';
}

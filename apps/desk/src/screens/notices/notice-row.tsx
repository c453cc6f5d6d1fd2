import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Notice } from '../../../../../contract/notices.ts';
import { SNOOZE_DAYS } from '../../../../../contract/notices.ts';
import { NOTICE_WORDS } from '../../../../../contract/notice-words.ts';
import { formatDateTime } from '../../../../../text/format.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { detailOf } from './notice-words.ts';
import type { NoticeAct } from './notices-data.ts';
import { noticesTexts } from './notices-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './notices.module.css';

interface Props {
  notice: Notice;
  onAct: (act: NoticeAct) => void;
}

export function NoticeRow({ notice, onAct }: Props) {
  const say = useTexts(noticesTexts);
  const { language } = useSettings();
  const time = (at: string) => formatDateTime(new Date(at), language, { short: true });
  const { request, inPlaceOf, toldAt, settled, snoozedUntil } = notice;
  const more = [
    request?.shownNumber,
    detailOf(notice, say, language),
    inPlaceOf === null ? null : say('inPlaceOf', { name: inPlaceOf }),
    time(toldAt),
    settled ? say('settled') : null,
    snoozedUntil === null ? null : say('snoozed', { time: time(snoozedUntil) }),
  ].filter(Boolean);
  const address = useAddressOf(notice);
  const words = request === null ? NOTICE_WORDS[notice.kind][language] : (request.text ?? say('restricted'));
  return (
    <li className={`${plain.row} ${styles.row}`} data-notice={notice.id}>
      {address === null ? (
        <span className={plain.said} tabIndex={-1}>
          <span className={plain.words}>{words}</span>
          <span className={plain.more}>{more.join(' · ')}</span>
        </span>
      ) : (
        <Link to={address as string} className={plain.said}>
          <span className={plain.words}>{words}</span>
          <span className={plain.more}>{more.join(' · ')}</span>
        </Link>
      )}
      {!settled && <Acts notice={notice} onAct={onAct} />}
    </li>
  );
}

/** Where it is dealt with; null: nowhere, or nowhere that its reader may go. */
function useAddressOf({ kind, request, subject }: Notice): string | null {
  const me = useMe();
  const mayMend = reach(me, 'incident-announce') !== 'none';
  if (request !== null) return `/isler/${request.id}`;
  const isPlanned = kind.startsWith('planned-');
  if (isPlanned && reach(me, 'planned-work-read') !== 'none') return '/planli-isler';
  return kind === 'known-problem-late' && mayMend && subject !== null ? `/bilinen-sorunlar/${subject}` : null;
}

function Acts({ notice: { id, readAt, snoozedUntil }, onAct }: Props) {
  const say = useTexts(noticesTexts);
  const isRead = readAt !== null;
  return (
    <span className={styles.acts}>
      <Button size="compact-sm" variant="default" onClick={() => onAct({ act: 'read', read: !isRead, ids: [id] })}>
        {isRead ? say('unread') : say('read')}
      </Button>
      {snoozedUntil !== null && new Date(snoozedUntil) > new Date() ? (
        <Button size="compact-sm" variant="default" onClick={() => onAct({ act: 'snooze', ids: [id], days: null })}>
          {say('wake')}
        </Button>
      ) : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default">
              {say('snooze')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SNOOZE_DAYS.map((days) => (
              <Menu.Item key={days} onClick={() => onAct({ act: 'snooze', ids: [id], days })}>
                {say(`snooze.${days}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}

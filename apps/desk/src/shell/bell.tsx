import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { MOST_COUNTED, useNoticeCount } from '../screens/notices/notices-data.ts';
import styles from './shell.module.css';

const texts = defineTexts(
  { none: 'Bildirimler: yeni yok', some: 'Bildirimler: {n} yeni' },
  { none: 'Notices: nothing new', some: 'Notices: {n} new' },
);

/** How much is new for this person, from every screen; the list is one key away. */
export function Bell() {
  const say = useTexts(texts);
  const count = useNoticeCount();
  const shown = count >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(count);
  const name = count === 0 ? say('none') : say('some', { n: shown });
  return (
    <Link to={'/bildirimler' as string} className={styles.bell} aria-label={name} title={`${name} (G Z)`}>
      <IconBell size={20} stroke={1.75} aria-hidden />
      {count > 0 && (
        <span className={styles.railCount} aria-hidden>
          {shown}
        </span>
      )}
    </Link>
  );
}

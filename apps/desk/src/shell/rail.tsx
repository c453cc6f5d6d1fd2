import {
  IconChartBar,
  IconChecks,
  IconInbox,
  IconMail,
  IconMap,
  IconMessages,
  IconPhone,
  IconSettings,
  IconShieldCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSettings } from '../kit/settings.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { addressOf } from '../screen.ts';
import type { RailIcon, Screen } from '../screen.ts';
import styles from './shell.module.css';

const texts = defineTexts({ name: 'Ana menü' }, { name: 'Main menu' });

const ICONS: Record<RailIcon, typeof IconInbox> = {
  work: IconInbox,
  phone: IconPhone,
  figures: IconChartBar,
  messages: IconMail,
  administration: IconSettings,
  audit: IconShieldCheck,
  approvals: IconChecks,
  conversations: IconMessages,
  map: IconMap,
};

/** Words under icons, six at most; the rest is in the palette. */
export function Rail({ screens }: { screens: readonly Screen[] }) {
  const say = useTexts(texts);
  return (
    <nav className={`${styles.rail} hs-screen-only`} aria-label={say('name')}>
      {screens.map(({ path, rail }) => rail && <RailLink key={path} path={path} rail={rail} />)}
    </nav>
  );
}

const none = () => undefined;

function RailLink({ path, rail }: { path: string; rail: NonNullable<Screen['rail']> }) {
  const { language } = useSettings();
  const Icon = ICONS[rail.icon];
  // The same hook for as long as the link is there: it belongs to the screen's entry.
  const useCount = rail.useCount ?? none;
  const count = useCount() ?? 0;
  return (
    <Link to={addressOf({ path })} className={styles.railLink} activeProps={{ className: styles.railHere }}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>
        {rail.label[language]} {count > 0 && <span className={styles.railCount}>{count}</span>}
      </span>
    </Link>
  );
}

import { Menu, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { municipality } from '../kit/municipality.ts';
import { signOut, useMe } from '../kit/session.ts';
import { useSettings } from '../kit/settings.ts';
import { useStore } from '../kit/store.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { Bell } from './bell.tsx';
import { SeasonStrip } from './season-strip.tsx';
import styles from './shell.module.css';

const texts = defineTexts(
  {
    search: 'Ara veya komut ver…',
    profile: 'Profilim',
    keys: 'Klavye kısayolları',
    signOut: 'Oturumu kapat',
    desk: 'Çözüm Merkezi',
  },
  {
    search: 'Search or command…',
    profile: 'My profile',
    keys: 'Keyboard shortcuts',
    signOut: 'Sign out',
    desk: 'Solution Centre',
  },
);

export function TopBar({ onPalette }: { onPalette: () => void }) {
  const say = useTexts(texts);
  const me = useMe();
  const face = useStore(municipality);
  const { language } = useSettings();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <header className={`${styles.top} hs-screen-only`}>
      <button type="button" className={styles.search} onClick={onPalette}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span>{say('search')}</span>
        <kbd className="hs-key">Ctrl K</kbd>
      </button>
      <span className={styles.where}>
        {face === null ? say('desk') : `${face.name[language]} · ${face.brand[language]}`}
      </span>
      <SeasonStrip />
      <Bell />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <UnstyledButton className={styles.person}>
            <span className={styles.personName}>{me.name}</span>
            <span className="hs-meta">
              {me.roleName[language]}
              {me.directorate === null ? '' : ` · ${me.directorate}`}
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/profil' })}>{say('profile')}</Menu.Item>
          <Menu.Item
            onClick={() => void navigate({ to: '/kisayollar' })}
            rightSection={<kbd className="hs-key">?</kbd>}
          >
            {say('keys')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut(queries)}>{say('signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

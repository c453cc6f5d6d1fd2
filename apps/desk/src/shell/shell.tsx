/** The frame around every screen: rail, top bar, and what may lie over them. Screens fill <main>. */
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { offline } from '../kit/api.ts';
import { useRightsChanged } from '../kit/live.ts';
import { loadSession, useMe } from '../kit/session.ts';
import { useShortcut } from '../kit/shortcuts.ts';
import { useStore } from '../kit/store.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { screens } from '../screens.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { ScreenKeys } from './screen-keys.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import styles from './shell.module.css';

const texts = defineTexts(
  {
    skip: 'İçeriğe geç',
    offline: 'Bağlantı yok. Yazdıklarınız bu bilgisayarda saklanıyor.',
    palette: 'Ara veya komut ver',
    keys: 'Klavye kısayolları',
  },
  {
    skip: 'Skip to content',
    offline: 'No connection. What you type is kept on this computer.',
    palette: 'Search or command',
    keys: 'Keyboard shortcuts',
  },
);

export function Shell() {
  const say = useTexts(texts);
  const me = useMe();
  const navigate = useNavigate();
  useOwnRights();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const cutOff = useStore(offline);
  useShortcut('Ctrl+K', say('palette'), () => setPaletteOpen(true), { whileTyping: true });
  useShortcut('A', say('palette'), () => setPaletteOpen(true));
  useShortcut('F1', say('keys'), () => void navigate({ to: '/kisayollar' }), { whileTyping: true });
  const offered = screens.filter((screen) => screen.for === undefined || screen.for(me));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      {offered
        .filter((screen) => screen.palette?.keys !== undefined)
        .map((screen) => (
          <ScreenKeys key={screen.path} screen={screen} keys={screen.palette!.keys!} />
        ))}
      <Rail screens={offered} />
      <div className={styles.right}>
        <TopBar onPalette={() => setPaletteOpen(true)} />
        {cutOff && (
          <p className={styles.offline} role="status">
            {say('offline')}
          </p>
        )}
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette opened={paletteOpen} onClose={() => setPaletteOpen(false)} screens={offered} />
      <SignInDialog />
    </div>
  );
}

/** What was read under other rights is forgotten, and what is on the screen is asked for anew; words being typed stay. */
function useOwnRights(): void {
  const queries = useQueryClient();
  useRightsChanged(() => {
    void loadSession().then(() => {
      queries.removeQueries({ type: 'inactive' });
      return queries.invalidateQueries();
    });
  });
}

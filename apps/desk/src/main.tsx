/** Starts the desk: settings before the first paint, then who is signed in, then the screens. */
import './mantine-styles.ts';
import '../../../ui/fonts.css';
import '../../../ui/tokens.css';
import './desk.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk.tsx';
import { listenToLine } from './kit/api.ts';
import { forgetOldDrafts } from './kit/drafts.ts';
import { isRefusal } from './kit/refusal.ts';
import { loadSession } from './kit/session.ts';
import { restoreSettings } from './kit/settings.ts';
import { listenToKeys } from './kit/shortcuts.ts';

restoreSettings();
forgetOldDrafts(Date.now());
listenToKeys();
listenToLine();
void loadSession().catch(() => undefined);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a line a call is made all the same and says so; held back silently, a page would wait for ever.
      networkMode: 'always',
      staleTime: 15_000,
      // A "no" stays a "no"; only a lost connection or a fault is worth asking again.
      retry: (count, error) => count < 2 && isRefusal(error, 'offline', 'fault'),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

createRoot(document.getElementById('desk')!).render(<Desk queries={queries} />);

import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { accentOf, loadMunicipality, municipality } from './kit/municipality.ts';
import { session } from './kit/session.ts';
import { useSettings } from './kit/settings.ts';
import { useStore } from './kit/store.ts';
import { applyAccent, deskTheme, mapTokens } from './kit/theme.ts';
import { router } from './router.tsx';
import { PasswordPage } from './shell/password-page.tsx';
import { SignInPage } from './shell/sign-in-page.tsx';

/** Everything around the screens: theme, data, and the question who is there. */
export function Desk({ queries }: { queries: QueryClient }) {
  const { theme } = useSettings();
  const system = useColorScheme();
  const accent = accentOf(useStore(municipality));
  const me = useStore(session);
  const mantineTheme = useMemo(() => deskTheme(accent), [accent]);
  useEffect(() => applyAccent(accent), [accent]);
  useEffect(() => void loadMunicipality(), []);
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={mapTokens}
        forceColorScheme={theme === 'system' ? system : theme}
      >
        {me === null && <SignInPage />}
        {me?.mustChangePassword === true && <PasswordPage />}
        {me?.mustChangePassword === false && <RouterProvider router={router} />}
      </MantineProvider>
    </QueryClientProvider>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useSettings } from '../kit/settings.ts';
import { useShortcut } from '../kit/shortcuts.ts';
import { addressOf } from '../screen.ts';
import type { Screen } from '../screen.ts';

/** The key that opens a screen. A component of its own, because each screen needs its own hook. */
export function ScreenKeys({ screen, keys }: { screen: Screen; keys: string }) {
  const navigate = useNavigate();
  const { language } = useSettings();
  useShortcut(keys, screen.title[language], () => void navigate({ to: addressOf(screen) }));
  return null;
}

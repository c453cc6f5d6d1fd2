import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { workKeys, workTexts } from '../work/work-keys.ts';
import styles from './keyboard-screen.module.css';

const texts = defineTexts(
  {
    title: 'Klavye kısayolları',
    everywhere: 'Her yerde',
    inWork: 'İşler ve başvuru sayfasında',
    off: 'Tek tuş kısayolları kapalı. Profilinizden açabilirsiniz.',
    note: 'Yazarken tek tuşlar çalışmaz. AltGr ile yazılan işaretler ve Ç Ğ I İ Ö Ş Ü hiçbir kısayolda kullanılmaz; Q ve F klavyede aynıdır.',
  },
  {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    inWork: 'In work and on a request',
    off: 'Single-key shortcuts are off. You can turn them on in your profile.',
    note: 'Single keys do nothing while you type. Signs that need AltGr and Ç Ğ I İ Ö Ş Ü are never used; Q and F keyboards work the same.',
  },
);

/** The key map (? or F1). What works everywhere is read from the registry; the work screen's keys from its own list. */
export function KeyboardScreen() {
  const say = useTexts(texts);
  const sayWork = useTexts(workTexts);
  const { singleKeys } = useSettings();
  return (
    // Longer than a small screen and without a link: arrows scroll it once it has the focus (WCAG 2.1.1).
    <section className={styles.page} aria-label={say('title')} tabIndex={0}>
      <h1>{say('title')}</h1>
      {!singleKeys && <p className="hs-problem">{say('off')}</p>}
      <h2>{say('everywhere')}</h2>
      <KeyList list={useShortcuts().map(({ keys, description }) => ({ keys, description }))} />
      <h2>{say('inWork')}</h2>
      <KeyList list={workKeys.map(({ keys, text }) => ({ keys, description: sayWork(text) }))} />
      <p className="hs-meta">{say('note')}</p>
    </section>
  );
}

function KeyList({ list }: { list: { keys: string; description: string }[] }) {
  return (
    <dl className={styles.list}>
      {list.map(({ keys, description }) => (
        <div key={keys} className={styles.row}>
          <dt>
            <kbd className="hs-key">{printedKeys(keys)}</kbd>
          </dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

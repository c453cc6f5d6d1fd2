import { changeSettings, useSettings } from '../kit/settings.ts';
import { municipality } from '../kit/municipality.ts';
import { useStore } from '../kit/store.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

const texts = defineTexts(
  { title: 'Çözüm Merkezi', who: 'Belediye çalışanları için', other: 'English' },
  { title: 'Solution Centre', who: 'For municipal staff', other: 'Türkçe' },
);

export function SignInPage() {
  const say = useTexts(texts);
  const face = useStore(municipality);
  const { language } = useSettings();
  const other = language === 'tr' ? 'en' : 'tr';
  return (
    <div className={styles.page}>
      <div className={styles.band} />
      <main className={styles.letter}>
        <header>
          <p className="hs-meta">{face?.name[language] ?? say('who')}</p>
          <h1>{face?.brand[language] ?? say('title')}</h1>
        </header>
        <SignInForm />
        <button type="button" className="hs-link" lang={other} onClick={() => changeSettings({ language: other })}>
          {say('other')}
        </button>
      </main>
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../kit/session.ts';
import { useTexts } from '../kit/texts.ts';
import { PasswordForm } from './password-form.tsx';
import { passwordTexts } from './password-texts.ts';
import styles from './sign-in.module.css';

/** Whoever was given a first password chooses their own before anything else opens. */
export function PasswordPage() {
  const say = useTexts(passwordTexts);
  const queries = useQueryClient();
  return (
    <div className={styles.page}>
      <div className={styles.band} />
      <main className={styles.letter}>
        <header>
          <h1>{say('first')}</h1>
          <p className="hs-meta">{say('first.why')}</p>
        </header>
        <PasswordForm />
        <button type="button" className="hs-link" onClick={() => void signOut(queries)}>
          {say('leave')}
        </button>
      </main>
    </div>
  );
}

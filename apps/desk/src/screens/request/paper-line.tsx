import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDay, formatTime } from '../../../../../text/format.ts';
import { municipality } from '../../kit/municipality.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useStore } from '../../kit/store.ts';
import { useTexts } from '../../kit/texts.ts';
import { requestTexts } from './request-texts.ts';
import styles from './request.module.css';

/** On paper only: whose file it is, who printed it and when. Paper lies about without the screen around it. */
export function PaperLine() {
  const say = useTexts(requestTexts);
  const { language } = useSettings();
  const face = useStore(municipality);
  const { name } = useMe();
  const now = usePrintTime();
  const when = `${formatDay(now, language, { year: true })} ${formatTime(now, language)}`;
  const whose = face === null ? [] : [face.name[language], face.brand[language]];
  return (
    <p className={`hs-meta hs-paper-only ${styles.paperLine}`}>
      {[...whose, say('printedBy', { name, when })].join(' · ')}
    </p>
  );
}

/** The page may have stood open for hours; the browser takes its picture right after this. */
function usePrintTime(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const mark = () => flushSync(() => setNow(new Date()));
    window.addEventListener('beforeprint', mark);
    return () => window.removeEventListener('beforeprint', mark);
  }, []);
  return now;
}

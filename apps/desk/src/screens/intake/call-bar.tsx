import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { isTouched } from './intake-form.ts';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

/** Who is on the line and for how long, what may be said at this level, and the two ways to end. */
export function CallBar({ intake, onClose }: { intake: Intake; onClose: () => void }) {
  const say = useTexts(intakeTexts);
  const { call } = intake.kept;
  const finish = () => {
    if (isDone(intake)) intake.end.mutate({ purpose: intake.kept.purpose! });
    else onClose();
  };
  useShortcut('F7', say('call.close'), onClose, { whileTyping: true });
  useShortcut('F8', say('call.end'), finish, { whileTyping: true });
  if (call === null) return null;
  return (
    <header className={styles.bar}>
      <h1>{call.phone ?? say('call.withheld')}</h1>
      <Clock since={call.startedAt} />
      <p className={styles.level}>{say('call.level')}</p>
      <Button onClick={onClose}>
        {say('call.close')}
        <kbd className="hs-key">F7</kbd>
      </Button>
      <Button onClick={finish}>
        {say('call.end')}
        <kbd className="hs-key">F8</kbd>
      </Button>
    </header>
  );
}

/** What it was for is known, and nothing that was typed goes away unseen. What was typed of an information request is not kept by law. */
function isDone({ kept: { purpose }, form }: Intake): boolean {
  return purpose === 'request' || (purpose === 'foi-form' && (form.kind === 'foi' || !isTouched(form)));
}

function Clock({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  return (
    <span className={styles.clock} role="timer">
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RecordedForCitizen } from '../../../../../contract/intake.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { intakeTexts } from './intake-texts.ts';
import styles from './intake.module.css';

/** The number, large, with what is read aloud: letter by letter, then the promise. Enter goes on. */
export function RecordedNumber({ recorded, onNext }: { recorded: RecordedForCitizen; onNext: () => void }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const navigate = useNavigate();
  const number = useRef<HTMLHeadingElement>(null);
  useEffect(() => number.current?.focus(), [recorded.id]);
  useShortcut('Enter', say('saved.next'), onNext);
  const { promisedAt, directorate, notifyBy } = recorded;
  return (
    <section className={styles.recorded} aria-live="polite">
      <p className={styles.done}>{recorded.isNew ? say('saved.title') : say('saved.before')}</p>
      <h2 ref={number} tabIndex={-1} className={styles.number}>
        {recorded.shownNumber}
      </h2>
      <h3>{say('saved.readOut')}</h3>
      <p className={styles.spelled}>“{recorded.spelled[language]}”</p>
      <p className={styles.promise}>
        {promisedAt === null
          ? say('saved.noPromise')
          : say('saved.promise', { day: formatDay(new Date(promisedAt), language) })}
      </p>
      {recorded.together && <p>{say('saved.together')}</p>}
      <p>{directorate === null ? say('saved.review') : say('saved.with', { directorate: directorate[language] })}</p>
      <p>{say(`saved.${notifyBy}`)}</p>
      <div className={styles.acts}>
        <Button variant="filled" onClick={onNext}>
          {say('saved.next')}
          <kbd className="hs-key">Enter</kbd>
        </Button>
        <Button onClick={() => void navigate({ to: `/isler/${recorded.id}` })}>{say('saved.open')}</Button>
      </div>
    </section>
  );
}

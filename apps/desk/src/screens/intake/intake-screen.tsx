/**
 * One screen for a person who is talking: who it may be on the left, the script and the form in the middle, what is known about the
 * place on the right. No page changes, no dialog, no mouse; what was typed stays until the server has it.
 */
import { useState } from 'react';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useCommands } from '../../kit/commands.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { CallBar } from './call-bar.tsx';
import { CallStart } from './call-start.tsx';
import { CallerPanel } from './caller-panel.tsx';
import { CloseCall } from './close-call.tsx';
import { useProfile, useSuggestions, useTopics } from './intake-data.ts';
import { IntakeFormView } from './intake-form-view.tsx';
import { intakeTexts } from './intake-texts.ts';
import { NearPanel } from './near-panel.tsx';
import { RecordedNumber } from './recorded-number.tsx';
import type { Intake } from './use-intake.ts';
import { useIntake } from './use-intake.ts';
import styles from './intake.module.css';

export function CallScreen() {
  const intake = useIntake('call');
  return intake.kept.call === null ? <CallStart intake={intake} /> : <CallDesk intake={intake} />;
}

/** The same form without a telephone: somebody at the counter, a letter, a mail. */
export function DeskIntakeScreen() {
  const say = useTexts(intakeTexts);
  const intake = useIntake('desk');
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{say('desk')}</h1>
      </header>
      <div className={styles.columns} data-mode="desk">
        <Middle intake={intake} />
      </div>
    </div>
  );
}

function CallDesk({ intake }: { intake: Intake }) {
  const say = useTexts(intakeTexts);
  const [closing, setClosing] = useState(false);
  useCommands([{ id: 'intake close', title: say('call.close'), keys: 'F7', act: () => setClosing(true) }]);
  return (
    <div className={styles.page}>
      <CallBar intake={intake} onClose={() => setClosing(true)} />
      {intake.end.isError && !closing && <p className="hs-problem">{say('call.end')}</p>}
      {closing && <CloseCall intake={intake} onCancel={() => setClosing(false)} />}
      <div className={styles.columns} data-mode="call">
        <CallerPanel intake={intake} />
        <Middle intake={intake} />
      </div>
    </div>
  );
}

function Middle({ intake }: { intake: Intake }) {
  const say = useTexts(intakeTexts);
  const { form, kept, save, mode } = intake;
  const suggestions = useSuggestions(form.text);
  const topic = useTopicShown(intake, suggestions[0]?.code);
  const saveNow = () => {
    if (!save.isPending && kept.recorded === null) save.mutate();
  };
  useShortcut('Ctrl+Enter', say('save'), saveNow, { whileTyping: true });
  return (
    <>
      <div className={styles.middle}>
        {mode === 'call' && kept.recorded === null && <Greeting />}
        {intake.wasThere && kept.recorded === null && mode === 'call' && (
          <p className="hs-meta" role="status">
            {say('call.restored')}
          </p>
        )}
        {kept.recorded ? (
          <RecordedNumber recorded={kept.recorded} onNext={intake.again} />
        ) : (
          <IntakeFormView
            key={form.clientKey}
            intake={intake}
            topic={topic}
            suggestions={suggestions}
            onSave={saveNow}
          />
        )}
      </div>
      <NearPanel intake={intake} topic={topic} />
    </>
  );
}

function useTopicShown({ form }: Intake, likeliest: string | undefined): Topic | undefined {
  const { data } = useTopics();
  const code = form.topic === undefined ? likeliest : form.topic;
  return data?.topics.find((each) => each.code === code);
}

function Greeting() {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const { name } = useMe();
  const { data } = useProfile();
  if (!data) return null;
  const municipality = data.name[language];
  const given = name.split(' ')[0] ?? name;
  return (
    <p className={styles.script}>
      <strong>{say('say')}:</strong> {say('say.greeting', { municipality, brand: data.brand[language], name: given })}
    </p>
  );
}

import { Button, Checkbox } from '@mantine/core';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useTexts } from '../../kit/texts.ts';
import { Chips } from './chips.tsx';
import { Field } from './field.tsx';
import { useCaller } from './intake-data.ts';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

interface Props {
  intake: Intake;
  topic: Topic | undefined;
  problemAt: (field: string) => string | undefined;
}

/** Who, last: nobody is asked for a name before they were heard. */
export function PersonFields({ intake, topic, problemAt }: Props) {
  const say = useTexts(intakeTexts);
  const { form, write } = intake;
  const mayBeNobody = topic?.anonymousAllowed !== false;
  return (
    <fieldset className={styles.group}>
      <legend>{say('who')}</legend>
      {!form.anonymous && <Name intake={intake} problem={problemAt('name')} />}
      {mayBeNobody ? (
        <Checkbox
          className={styles.beside}
          label={say('anonymous')}
          tabIndex={-1}
          checked={form.anonymous}
          onChange={(event) => write({ anonymous: event.currentTarget.checked, citizenId: null })}
        />
      ) : (
        <p className={`${styles.beside} hs-meta`}>{say('topic.anonymousNo')}</p>
      )}
      {!form.anonymous && <Notify intake={intake} problemAt={problemAt} />}
    </fieldset>
  );
}

function Name({ intake: { form, write, kept }, problem }: { intake: Intake; problem: string | undefined }) {
  const say = useTexts(intakeTexts);
  const { data } = useCaller(kept.line);
  const known = data?.people.find(({ citizenId }) => citizenId === form.citizenId);
  if (known) {
    return (
      <p className={styles.known}>
        {say('name.known', { initials: known.initials })}{' '}
        <Button size="compact-sm" onClick={() => write({ citizenId: null })}>
          {say('name.forget')}
        </Button>
      </p>
    );
  }
  return (
    <Field
      label={say('name')}
      field="name"
      autoComplete="off"
      value={form.name}
      problem={problem}
      onTyped={(name) => write({ name, citizenId: null })}
    />
  );
}

function Notify({ intake: { form, write, kept }, problemAt }: Omit<Props, 'topic'>) {
  const say = useTexts(intakeTexts);
  const line = kept.call?.phone ?? null;
  const lineTakesSms = kept.call?.takesSms ?? false;
  const hint = line === null ? undefined : lineTakesSms ? say('phone.line', { phone: line }) : say('phone.noSms');
  return (
    <>
      <div className={styles.wide}>
        <Chips
          legend={say('notify')}
          value={form.notifyBy}
          choices={(['sms', 'email', 'none'] as const).map((value, place) => ({
            value,
            label:
              value === 'sms' && line !== null && lineTakesSms
                ? `${say('notify.sms')} ${line}`
                : say(`notify.${value}`),
            press: String(place + 1),
          }))}
          onChoose={(notifyBy) => write({ notifyBy })}
        />
      </div>
      {form.notifyBy === 'email' && (
        <Field
          label={say('email')}
          field="email"
          type="email"
          autoComplete="off"
          value={form.email}
          problem={problemAt('email')}
          onTyped={(email) => write({ email })}
        />
      )}
      <Field
        label={say('phone')}
        field="phone"
        type="tel"
        autoComplete="off"
        hint={hint}
        value={form.phone}
        problem={problemAt('phone')}
        onTyped={(phone) => write({ phone })}
      />
    </>
  );
}

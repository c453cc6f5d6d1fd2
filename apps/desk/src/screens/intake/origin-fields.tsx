import { NativeSelect } from '@mantine/core';
import type { StaffChannel } from '../../../../../contract/intake.ts';
import type { RequestKind } from '../../../../../contract/requests.ts';
import { useTexts } from '../../kit/texts.ts';
import { Field } from './field.tsx';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

const KINDS: readonly RequestKind[] = [
  'complaint',
  'request',
  'suggestion',
  'tip-off',
  'thanks',
  'petition',
  'foi',
  'kvkk',
];
const CHANNELS: readonly StaffChannel[] = [
  ...(['desk', 'email', 'foi', 'cimer', 'acik-kapi', 'metropolitan'] as const),
  ...(['whatsapp', 'facebook', 'x', 'instagram', 'home-visit', 'meeting'] as const),
];

interface Props {
  intake: Intake;
  problemAt: (field: string) => string | undefined;
}

/** At the counter: where it came from, and since when it lies here. */
export function OriginFields({ intake: { form, write }, problemAt }: Props) {
  const say = useTexts(intakeTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('channel')}</legend>
      <NativeSelect
        aria-label={say('channel')}
        autoFocus
        value={form.channel}
        data={CHANNELS.map((value) => ({ value, label: say(`channel.${value}`) }))}
        onChange={(event) => write({ channel: event.currentTarget.value as StaffChannel })}
      />
      {form.channel !== 'desk' && (
        <>
          <Field
            label={`${say('receivedOn')} ${say('optional')}`}
            field="receivedOn"
            type="date"
            value={form.receivedOn}
            problem={problemAt('receivedOn')}
            onTyped={(receivedOn) => write({ receivedOn })}
          />
          <Field
            label={`${say('externalNumber')} ${say('optional')}`}
            value={form.externalNumber}
            maxLength={60}
            onTyped={(externalNumber) => write({ externalNumber })}
          />
        </>
      )}
    </fieldset>
  );
}

/** Rarely other than usual, so last: the kind of request, and the language the citizen is answered in. */
export function KindFields({ intake: { form, write }, problemAt }: Props) {
  const say = useTexts(intakeTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('more')}</legend>
      <NativeSelect
        label={say('kind')}
        data-field="kind"
        value={form.kind}
        error={problemAt('kind')}
        data={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
        onChange={(event) => write({ kind: event.currentTarget.value as RequestKind })}
      />
      <NativeSelect
        label={say('language')}
        value={form.language}
        data={(['tr', 'en'] as const).map((value) => ({ value, label: say(`language.${value}`) }))}
        onChange={(event) => write({ language: event.currentTarget.value as 'tr' | 'en' })}
      />
    </fieldset>
  );
}

/** What is asked of a remedy that was taken, and of what was decided on it. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ClocksAnswer, RemedyBodyCode } from '../../../../../contract/clocks.ts';
import { REMEDY_RESULT_CODES } from '../../../../../contract/clocks.ts';
import { useTexts } from '../../kit/texts.ts';
import { remedyTexts } from './remedy-texts.ts';
import styles from './act-panel.module.css';

/** Empty: nothing chosen yet, and the first of the list holds. */
export interface RemedyTyped {
  body: string;
  result: string;
  day: string;
  number: string;
}

interface Props {
  typed: RemedyTyped;
  write: (part: Partial<RemedyTyped>) => void;
  clocks: ClocksAnswer | undefined;
}

export function RemedyFields({ typed, write, clocks }: Props) {
  const say = useTexts(remedyTexts);
  const body = bodyChosen('remedy', typed, clocks);
  return (
    <>
      <div className={styles.fields}>
        <BodyField label={say('where')} bodies={clocks?.mayTake ?? []} {...{ body, write }} />
        <DayField label={say('on')} {...{ typed, write }} />
        <NumberField label={say(body === 'court' ? 'number.court' : 'number')} {...{ typed, write }} />
      </div>
      <p className="hs-meta">{say('hint')}</p>
    </>
  );
}

export function DecisionFields({ typed, write, clocks }: Props) {
  const say = useTexts(remedyTexts);
  const body = bodyChosen('decision', typed, clocks);
  const known = waitingOf(clocks).find((each) => each.body === body)?.fileNumber ?? null;
  return (
    <>
      <div className={styles.fields}>
        <BodyField
          label={say('decision.of')}
          bodies={waitingOf(clocks).map((each) => each.body)}
          {...{ body, write }}
        />
        <NativeSelect
          label={say('decision.result')}
          value={typed.result || REMEDY_RESULT_CODES[0]}
          data={REMEDY_RESULT_CODES.map((value) => ({ value, label: say(`result.${value}`) }))}
          onChange={(event) => write({ result: event.currentTarget.value })}
        />
        <DayField label={say('decision.on')} {...{ typed, write }} />
        {known === null && (
          <NumberField label={say(body === 'court' ? 'number.court' : 'number')} {...{ typed, write }} />
        )}
      </div>
      <p className="hs-meta">{say(typed.result === 'mistaken' ? 'decision.mistaken' : 'decision.hint')}</p>
    </>
  );
}

interface BodyProps extends Pick<Props, 'write'> {
  label: string;
  bodies: readonly RemedyBodyCode[];
  body: RemedyBodyCode | undefined;
}

function BodyField({ label, bodies, body, write }: BodyProps) {
  const say = useTexts(remedyTexts);
  return (
    <NativeSelect
      label={label}
      autoFocus
      value={body ?? ''}
      data={bodies.map((value) => ({ value, label: say(`body.${value}`) }))}
      onChange={(event) => write({ body: event.currentTarget.value })}
    />
  );
}

function DayField({ label, typed, write }: { label: string } & Pick<Props, 'typed' | 'write'>) {
  return (
    <TextInput
      label={label}
      type="date"
      value={typed.day}
      onChange={(event) => write({ day: event.currentTarget.value })}
    />
  );
}

function NumberField({ label, typed, write }: { label: string } & Pick<Props, 'typed' | 'write'>) {
  return (
    <TextInput
      label={label}
      maxLength={100}
      value={typed.number}
      onChange={(event) => write({ number: event.currentTarget.value })}
    />
  );
}

function waitingOf(clocks: ClocksAnswer | undefined) {
  return (clocks?.taken ?? []).filter(({ result }) => result === null);
}

/** Where nothing was chosen the first of the list holds, as the field shows it. */
export function bodyChosen(
  step: 'remedy' | 'decision',
  { body }: Pick<RemedyTyped, 'body'>,
  clocks: ClocksAnswer | undefined,
): RemedyBodyCode | undefined {
  const bodies = step === 'remedy' ? (clocks?.mayTake ?? []) : waitingOf(clocks).map((each) => each.body);
  return bodies.find((each) => each === body) ?? bodies[0];
}

export function remedyBody(step: 'remedy' | 'decision', typed: RemedyTyped, clocks: ClocksAnswer | undefined) {
  const { day, number, result } = typed;
  const about = { body: bodyChosen(step, typed, clocks), ...(number.trim() !== '' && { fileNumber: number }) };
  if (step === 'remedy') return { ...about, takenOn: day };
  return { ...about, result: result || REMEDY_RESULT_CODES[0], decidedOn: day };
}

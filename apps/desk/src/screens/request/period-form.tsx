/** What law 4982 lets the municipality do about a period: lengthen it, ask a fee, record its payment, and what becomes of objections. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClocksAnswer } from '../../../../../contract/clocks.ts';
import { EXTENSION_GROUND_CODES, OBJECTION_RESULT_CODES } from '../../../../../contract/clocks.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useClocks } from '../../case/case-data.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import { kurusOf } from './kurus.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { PeriodStep } from './panel-name.ts';
import { periodTexts } from './period-texts.ts';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';
import styles from './act-panel.module.css';

interface Typed {
  ground: string;
  amount: string;
  day: string;
  number: string;
  result: string;
  paper: string;
}

const NOTHING: Typed = { ground: '', amount: '', day: '', number: '', result: '', paper: '' };

export function PeriodForm({ page, step, onClose }: { page: RequestPage; step: PeriodStep; onClose: () => void }) {
  const say = useTexts(periodTexts);
  const draft = useDraft(draftKey(page.id, step));
  const [typed, setTyped] = useState(NOTHING);
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const clocks = useClocks(page.id).data;
  const write = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const done = () => {
    draft.clear();
    onClose();
  };
  const internal = step === 'objection' || step === 'decision';
  const title = say(step === 'objection' ? 'recordObjection' : step);
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door={internal ? 'step' : 'reply'}
      reader={internal ? `${title} · ${say('staffOnly')}` : `${title} · ${reader}`}
      submit={title}
      draft={draft.state}
      onDone={done}
      onSubmit={() => void act.run(...requestFor(step, page, { typed, text: draft.text })).then((ok) => ok && done())}
    >
      <Fields {...{ step, typed, write, clocks }} text={draft.text} onText={draft.write} />
    </PanelFrame>
  );
}

interface FieldProps {
  step: PeriodStep;
  typed: Typed;
  write: (part: Partial<Typed>) => void;
  text: string;
  onText: (text: string) => void;
  clocks: ClocksAnswer | undefined;
}

function Fields(props: FieldProps) {
  if (props.step === 'movePromise') return <PromiseFields {...props} />;
  if (props.step === 'extend') return <ExtensionFields {...props} />;
  if (props.step === 'notifyFee') return <FeeFields {...props} />;
  return <RecordFields {...props} />;
}

function PromiseFields({ typed, write, text, onText, clocks }: FieldProps) {
  const say = useTexts(periodTexts);
  const { language } = useSettings();
  const latest = clocks?.promiseAtLatest ?? null;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={say('move.day')}
          description={
            latest === null ? undefined : say('move.until', { day: formatDay(latest, language, { year: true }) })
          }
          type="date"
          autoFocus
          max={latest ?? undefined}
          value={typed.day}
          onChange={(event) => write({ day: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={say('move.reason')}
        description={say('move.hint')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </>
  );
}

function ExtensionFields({ typed, write, text, onText, clocks }: FieldProps) {
  const say = useTexts(periodTexts);
  return (
    <>
      <NativeSelect
        label={say('extend.ground')}
        autoFocus
        value={typed.ground || EXTENSION_GROUND_CODES[0]}
        data={EXTENSION_GROUND_CODES.map((value) => ({ value, label: say(`ground.${value}`) }))}
        onChange={(event) => write({ ground: event.currentTarget.value })}
      />
      <Textarea
        label={say('extend.reason')}
        description={say('extend.hint')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <PaperField {...{ typed, write, clocks }} />
    </>
  );
}

function FeeFields({ typed, write, text, onText, clocks }: FieldProps) {
  const say = useTexts(periodTexts);
  const isOdd = typed.amount.trim() !== '' && kurusOf(typed.amount) === null;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={say('fee.amount')}
          autoFocus
          inputMode="decimal"
          value={typed.amount}
          error={isOdd ? say('fee.amount.bad') : undefined}
          onChange={(event) => write({ amount: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={say('fee.whatFor')}
        description={say('fee.hint')}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <PaperField {...{ typed, write, clocks }} />
    </>
  );
}

/** A notice of the law goes on paper where no message of ours reaches the citizen. */
function PaperField({ typed, write, clocks }: Pick<FieldProps, 'typed' | 'write' | 'clocks'>) {
  const say = useTexts(periodTexts);
  if (clocks === undefined || clocks.reachable) return null;
  return (
    <TextInput
      label={say('paper')}
      description={say('paper.hint')}
      maxLength={100}
      value={typed.paper}
      onChange={(event) => write({ paper: event.currentTarget.value })}
    />
  );
}

const DAY_OF = { feePaid: 'paid.on', objection: 'objection.on', decision: 'decision.on' } as const;

/** A day, and what is known of it. */
function RecordFields({ step, typed, write }: FieldProps) {
  const say = useTexts(periodTexts);
  const recorded = step as keyof typeof DAY_OF;
  return (
    <div className={styles.fields}>
      {recorded === 'decision' && (
        <NativeSelect
          label={say('decision.result')}
          autoFocus
          value={typed.result || OBJECTION_RESULT_CODES[0]}
          data={OBJECTION_RESULT_CODES.map((value) => ({ value, label: say(`result.${value}`) }))}
          onChange={(event) => write({ result: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={say(DAY_OF[recorded])}
        type="date"
        autoFocus={recorded !== 'decision'}
        value={typed.day}
        onChange={(event) => write({ day: event.currentTarget.value })}
      />
      {recorded !== 'decision' && (
        <TextInput
          label={say(recorded === 'feePaid' ? 'paid.receipt' : 'objection.number')}
          maxLength={100}
          value={typed.number}
          onChange={(event) => write({ number: event.currentTarget.value })}
        />
      )}
      {recorded === 'feePaid' && <p className="hs-meta">{say('paid.hint')}</p>}
    </div>
  );
}

function requestFor(
  step: PeriodStep,
  { id }: Pick<RequestPage, 'id'>,
  { typed, text }: { typed: Typed; text: string },
): [path: string, body: Record<string, unknown>] {
  const own = `/api/v1/requests/${id}`;
  const paper = typed.paper.trim() === '' ? {} : { paperNumber: typed.paper };
  switch (step) {
    case 'movePromise':
      return [`${own}/promise`, { day: typed.day, reason: text }];
    case 'extend':
      return [`${own}/extension`, { ground: typed.ground || EXTENSION_GROUND_CODES[0], reason: text, ...paper }];
    case 'notifyFee':
      return [`${own}/fee`, { amountKurus: kurusOf(typed.amount) ?? 0, whatFor: text, ...paper }];
    case 'feePaid':
      return [`${own}/fee-payment`, { paidOn: typed.day, receipt: typed.number }];
    case 'objection':
      return [
        `${own}/objections`,
        { objectedOn: typed.day, ...(typed.number.trim() !== '' && { boardNumber: typed.number }) },
      ];
    case 'decision':
      return [`${own}/objection-decision`, { result: typed.result || OBJECTION_RESULT_CODES[0], decidedOn: typed.day }];
  }
}

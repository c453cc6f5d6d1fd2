/**
 * What law 4982 lets the municipality do about a period: move its day, lengthen it, ask a fee, record its payment; and what the
 * citizen did against our answer.
 */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClocksAnswer } from '../../../../../contract/clocks.ts';
import { EXTENSION_GROUND_CODES } from '../../../../../contract/clocks.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useClocks, useTogether } from '../../case/case-data.ts';
import { formatCount, formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import { kurusOf } from './kurus.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { PeriodStep } from './panel-name.ts';
import { periodTexts } from './period-texts.ts';
import type { RemedyTyped } from './remedy-fields.tsx';
import { DecisionFields, remedyBody, RemedyFields } from './remedy-fields.tsx';
import { remedyTexts } from './remedy-texts.ts';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';
import styles from './act-panel.module.css';

interface Typed extends RemedyTyped {
  ground: string;
  amount: string;
  paper: string;
}

const NOTHING: Typed = { ground: '', amount: '', day: '', number: '', body: '', result: '', paper: '' };

export function PeriodForm({ page, step, onClose }: { page: RequestPage; step: PeriodStep; onClose: () => void }) {
  const say = useTexts(periodTexts);
  const sayRemedy = useTexts(remedyTexts);
  const draft = useDraft(draftKey(page.id, step));
  const [typed, setTyped] = useState(NOTHING);
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const clocks = useClocks(page.id).data;
  const together = useTogether(page.id).data;
  const write = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const done = () => {
    draft.clear();
    onClose();
  };
  const title = isRemedy(step) ? sayRemedy(step) : say(step);
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door={isRemedy(step) ? 'step' : 'reply'}
      reader={isRemedy(step) ? `${title} · ${say('staffOnly')}` : `${title} · ${reader}`}
      submit={title}
      draft={draft.state}
      onDone={done}
      onSubmit={() =>
        void act.run(...requestFor(step, page, { typed, text: draft.text, clocks })).then((ok) => ok && done())
      }
    >
      <Fields
        {...{ step, typed, write, clocks }}
        followers={together?.role === 'lead' ? together.members.length + together.more : 0}
        text={draft.text}
        onText={draft.write}
      />
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
  /** How many follow this request. */
  followers: number;
}

function Fields(props: FieldProps) {
  if (props.step === 'movePromise') return <PromiseFields {...props} />;
  if (props.step === 'extend') return <ExtensionFields {...props} />;
  if (props.step === 'notifyFee') return <FeeFields {...props} />;
  if (props.step === 'remedy') return <RemedyFields {...props} />;
  if (props.step === 'decision') return <DecisionFields {...props} />;
  return <PaymentFields {...props} />;
}

function PromiseFields({ typed, write, text, onText, clocks, followers }: FieldProps) {
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
      <CitizenReads label={say('move.reason')} hint={say('move.hint')} {...{ text, onText }} />
      {followers > 0 && <p className="hs-meta">{say('move.followers', { n: formatCount(followers, language) })}</p>}
    </>
  );
}

interface WordsProps extends Pick<FieldProps, 'text' | 'onText'> {
  label: string;
  hint: string;
}

/** Words that go to the citizen as they stand. */
function CitizenReads({ label, hint, text, onText }: WordsProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={3}
      maxRows={10}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
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
      <CitizenReads label={say('extend.reason')} hint={say('extend.hint')} {...{ text, onText }} />
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
      <CitizenReads label={say('fee.whatFor')} hint={say('fee.hint')} {...{ text, onText }} />
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

/** A day, and the receipt that says so. */
function PaymentFields({ typed, write }: FieldProps) {
  const say = useTexts(periodTexts);
  return (
    <div className={styles.fields}>
      <TextInput
        label={say('paid.on')}
        type="date"
        autoFocus
        value={typed.day}
        onChange={(event) => write({ day: event.currentTarget.value })}
      />
      <TextInput
        label={say('paid.receipt')}
        maxLength={100}
        value={typed.number}
        onChange={(event) => write({ number: event.currentTarget.value })}
      />
      <p className="hs-meta">{say('paid.hint')}</p>
    </div>
  );
}

function requestFor(
  step: PeriodStep,
  { id }: Pick<RequestPage, 'id'>,
  { typed, text, clocks }: { typed: Typed; text: string; clocks: ClocksAnswer | undefined },
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
    case 'remedy':
      return [`${own}/remedies`, remedyBody(step, typed, clocks)];
    case 'decision':
      return [`${own}/remedy-decision`, remedyBody(step, typed, clocks)];
  }
}

function isRemedy(step: PeriodStep): step is 'remedy' | 'decision' {
  return step === 'remedy' || step === 'decision';
}

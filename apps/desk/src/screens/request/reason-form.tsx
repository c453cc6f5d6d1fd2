import { SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { REQUEST_KINDS } from '../../../../../contract/requests.ts';
import { fold } from '../../../../../text/turkish.ts';
import { useCatalogue, useDirectorates } from '../../case/case-data.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useToldList } from '../../kit/told-list.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { JobFields } from './job-fields.tsx';
import type { Job } from './job-fields.tsx';
import type { PanelName, PeriodStep } from './panel-name.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';

export type ReasonStep = Exclude<
  PanelName,
  'reply' | 'note' | 'conclude' | 'approve' | 'send-back' | 'merge' | PeriodStep | 'announce' | 'hand'
>;

const REASON_STEPS: readonly string[] = [
  'assign',
  'return',
  'topic',
  'kind',
  'resume',
  'hear',
  'reopen',
  'refuseReopening',
  'cancel',
  'release',
  'reopenIncident',
  'withdraw',
] satisfies ReasonStep[];

export function isReasonStep(panel: PanelName): panel is ReasonStep {
  return REASON_STEPS.includes(panel);
}

/** Steps that need a sentence saying why, and some a choice: assign, return, topic, reopen, refuse, cancel. */
export function ReasonForm({ page, step, onClose }: { page: RequestPage; step: ReasonStep; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const draft = useDraft(draftKey(page.id, step));
  const [choice, setChoice] = useState<string | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const act = useAct(page, 'opened');
  const done = () => {
    draft.clear();
    onClose();
  };
  const { path, body } = requestFor(step, page, { choice: choice ?? '', reason: draft.text, job });
  const label =
    step === 'assign'
      ? say('assign.why')
      : step === 'return'
        ? say('return.why')
        : step === 'refuseReopening' || step === 'kind'
          ? say('refuseReopening.why')
          : step === 'resume' || step === 'withdraw'
            ? say(`${step}.why`)
            : say(step === 'hear' ? 'hear.text' : 'why');
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="step"
      reader={say(step)}
      submit={say(step)}
      draft={draft.state}
      onDone={done}
      onSubmit={() => void act.run(path, body).then((ok) => ok && done())}
    >
      {step === 'assign' && <DirectorateChoice page={page} value={choice} onChange={setChoice} />}
      {step === 'assign' && <JobFields job={job} onChange={setJob} />}
      {step === 'kind' && <KindChoice page={page} value={choice} onChange={setChoice} />}
      {step === 'hear' && <HeardChoice value={choice} onChange={setChoice} />}
      {step === 'topic' && <TopicChoice value={choice} onChange={setChoice} />}
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={10}
        autoFocus={step !== 'assign' && step !== 'topic' && step !== 'kind'}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}

interface Given {
  choice: string;
  reason: string;
  job: Job | null;
}

function requestFor(step: ReasonStep, page: RequestPage, { choice, reason, job }: Given) {
  const own = `/api/v1/requests/${page.id}`;
  const part = page.assignments.find(({ may }) => may.return === 'open');
  switch (step) {
    case 'assign':
      return { path: `${own}/assignments`, body: { directorate: choice, why: reason, ...(job && { job }) } };
    case 'topic':
      return { path: `${own}/topic`, body: { topic: choice, reason, reroute: true } };
    case 'kind':
      return { path: `${own}/kind`, body: { kind: choice, reason } };
    case 'resume':
      return { path: `${own}/resumption`, body: reason.trim() === '' ? {} : { reason } };
    case 'hear':
      return {
        path: `${own}/citizen-answers`,
        body: { text: reason, heard: choice === 'counter' ? 'counter' : 'phone' },
      };
    case 'return':
      return { path: `/api/v1/assignments/${part?.id ?? ''}/return`, body: { reason } };
    case 'reopen':
      return { path: `${own}/reopening`, body: { reason } };
    case 'refuseReopening':
      return { path: `${own}/reopening-refusal`, body: { reason } };
    case 'release':
      return { path: `${own}/release`, body: { reason } };
    case 'reopenIncident':
      return { path: `${own}/incident-reopening`, body: { reason } };
    case 'cancel':
      return { path: `${own}/cancellation`, body: { reason } };
    case 'withdraw':
      return { path: `${own}/withdrawal`, body: { reason } };
  }
}

interface ChoiceProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

function HeardChoice({ value, onChange }: ChoiceProps) {
  const say = useTexts(panelTexts);
  return (
    <SegmentedControl
      aria-label={say('hear.how')}
      value={value ?? 'phone'}
      data={[
        { value: 'phone', label: say('hear.phone') },
        { value: 'counter', label: say('hear.counter') },
      ]}
      onChange={onChange}
    />
  );
}

function DirectorateChoice({ page, value, onChange }: ChoiceProps & { page: RequestPage }) {
  const told = useToldList();
  const say = useTexts(panelTexts);
  const { language } = useSettings();
  const open = new Set(
    page.assignments.filter(({ endedAt }) => endedAt === null).map(({ directorateCode }) => directorateCode),
  );
  const data = (useDirectorates().data ?? [])
    .filter(({ active, code }) => active && !open.has(code))
    .map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn }));
  return (
    <Select
      label={say('assign.directorate')}
      data={data}
      searchable
      autoFocus
      {...told}
      filter={byFoldedLabel}
      value={value}
      onChange={onChange}
    />
  );
}

function KindChoice({ page, value, onChange }: ChoiceProps & { page: RequestPage }) {
  const say = useTexts(panelTexts);
  const word = useCaseWords();
  const data = REQUEST_KINDS.filter((kind) => kind !== page.kind).map((kind) => ({
    value: kind,
    label: word('kind', kind),
  }));
  return (
    <Select
      label={say('kind.kind')}
      description={say('kind.hint')}
      data={data}
      autoFocus
      value={value}
      onChange={onChange}
    />
  );
}

function TopicChoice({ value, onChange }: ChoiceProps) {
  const told = useToldList();
  const say = useTexts(panelTexts);
  const { language } = useSettings();
  const data = (useCatalogue().data?.topics ?? [])
    .filter(({ active }) => active)
    .map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }));
  return (
    <Select
      label={say('topic.topic')}
      data={data}
      searchable
      autoFocus
      {...told}
      filter={byFoldedLabel}
      value={value}
      onChange={onChange}
    />
  );
}

function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as { label: string }[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}

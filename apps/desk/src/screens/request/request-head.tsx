import { Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { AssignmentShown, Openness, RequestPage } from '../../../../../contract/requests.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useClocks } from '../../case/case-data.ts';
import { clockFace } from '../../case/clock-face.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { StateGlyph } from '../../case/state-glyph.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { afterFocusReturns } from '../../kit/after-focus.ts';
import { useCommands } from '../../kit/commands.ts';
import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftToApprove, useDrafts } from './answer/answer-data.ts';
import type { PanelName } from './panel-name.ts';
import { useAct } from './use-act.ts';
import type { Step } from './step.ts';
import { usePeriodSteps } from './use-period-steps.ts';
import { nextWorkStep } from './next-step.ts';
import { QuestionLine } from './question-line.tsx';
import { requestTexts } from './request-texts.ts';
import styles from './request.module.css';

interface Props {
  page: RequestPage;
  onClose: () => void;
  onPanel: (panel: PanelName) => void;
}

/** The citizen's words as the title, the promise as the first line under it, then state and steps. */
export function RequestHead({ page, onClose, onPanel }: Props) {
  const say = useTexts(requestTexts);
  const word = useCaseWords();
  const clipboard = useClipboard();
  const open = page.assignments.filter(({ endedAt }) => endedAt === null);
  const { language } = useSettings();
  const where = open.map(
    ({ directorateCode }) => page.names.directorates[directorateCode]?.[language] ?? directorateCode,
  );
  return (
    <header className={styles.head}>
      <div className={styles.headTop}>
        <button type="button" className="hs-link hs-screen-only" onClick={onClose}>
          {say('back')} <kbd className="hs-key">Esc</kbd>
        </button>
        <button
          type="button"
          className={styles.number}
          title={say('copy')}
          onClick={() => clipboard.copy(page.shownNumber)}
        >
          <span className="hs-number">{page.shownNumber}</span>
          <span className="hs-unseen">{say('copy')}</span>
          {clipboard.copied && <span role="status"> {say('copied')}</span>}
        </button>
      </div>
      <h1 id="request-title">{firstSentence(page.text)}</h1>
      <Promise page={page} />
      <QuestionLine page={page} />
      <p className={styles.stateLine}>
        <StateGlyph state={page.state} outcome={page.outcome} /> {word('state', page.state)}
        {page.outcome ? ` · ${word('outcome', page.outcome)}` : ''}
        {where.length > 0 ? ` · ${where.join(', ')}` : ''}
        {page.restricted ? ` · ${say('restricted')}` : ''}
      </p>
      <Steps page={page} onPanel={onPanel} />
    </header>
  );
}

/** The first sentence, or as much as a title holds; the whole text stands in the thread below. */
function firstSentence(text: string): string {
  const line = text.split('\n')[0] ?? '';
  const sentence = /^.{10,110}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 117)}…`;
}

function Promise({ page }: { page: RequestPage }) {
  const say = useTexts(requestTexts);
  const running = useClocks(page.id).data?.clocks.filter(({ endedAt }) => endedAt === null);
  const feeAwaited = running?.some(({ purpose }) => purpose === 'citizen');
  const { language } = useSettings();
  if (page.concludedAt !== null) {
    return (
      <p className={styles.promise}>
        {say('promise.ended', { when: formatDay(new Date(page.concludedAt), language, { year: true }) })}
      </p>
    );
  }
  if (page.state === 'waiting-for-citizen') return <p className={styles.promise}>{say('promise.waiting')}</p>;
  if (page.promisedAt === null)
    return <p className={styles.promise}>{say(feeAwaited ? 'promise.fee' : 'promise.none')}</p>;
  const { receivedAt: startedAt, promisedAt: dueAt } = page;
  const businessDays = running?.find((clock) => clock.dueAt === dueAt)?.businessDaysLeft ?? null;
  const face = clockFace({ startedAt, dueAt, businessDays }, new Date(page.now), language);
  const { when, how } = face;
  const before = dayBefore(page);
  return (
    <p className={styles.promise}>
      {before !== null && (
        <s>
          <span className="hs-unseen">{say('promise.before')} </span>
          {formatDay(before, language, { short: true })}
        </s>
      )}{' '}
      <ClockMark face={face}>
        {face.weight === 'late' ? say('promise.late', { when, how }) : say('promise', { when, how })}
      </ClockMark>
    </p>
  );
}

/** The day that a person moved to the one that holds now. */
function dayBefore({ history, promisedAt }: RequestPage): Date | null {
  const moved = history.findLast(({ what }) => what === 'promise-moved');
  if (moved?.data.because !== 'person' || moved.toValue !== promisedAt || moved.fromValue === null) return null;
  return new Date(moved.fromValue);
}

function Steps({ page, onPanel }: Omit<Props, 'onClose'>) {
  const say = useTexts(requestTexts);
  const steps = useSteps(page, onPanel);
  useCommands(
    steps
      .filter(({ openness }) => openness === 'open')
      .map(({ key, label, keys, act }) => ({ id: key, title: label, keys, act })),
  );
  const shown = steps.filter(({ openness, key }) => openness === 'open' && FIRST.has(key));
  const rest = steps.filter((step) => !shown.includes(step) && step.openness !== 'not-yours');
  return (
    <div className={`${styles.steps} hs-screen-only`}>
      {shown.map((step, place) => (
        <StepButton key={step.key} step={step} leading={place === 0} />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={styles.step}>
              {say('more')} ▾
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((step) => step.openness === 'open' && <MenuStep key={step.key} step={step} />)}
            {rest.some(({ openness }) => openness !== 'open') && (
              <Menu.Label id={NOT_NOW}>{say('why.not-now')}</Menu.Label>
            )}
            {rest.map((step) => step.openness !== 'open' && <MenuStep key={step.key} step={step} />)}
          </Menu.Dropdown>
        </Menu>
      )}
      {steps.map((step) => (step.keys === undefined ? null : <StepKey key={step.key} step={step} />))}
    </div>
  );
}

/** Under it stand the steps of another state, told once and not on every line. */
const NOT_NOW = 'steps-not-now';

function MenuStep({ step: { label, openness, keys, act } }: { step: Step }) {
  const isOpen = openness === 'open';
  return (
    <Menu.Item
      data-disabled={!isOpen || undefined}
      aria-disabled={!isOpen}
      aria-describedby={isOpen ? undefined : NOT_NOW}
      onClick={() => isOpen && afterFocusReturns(act)}
      rightSection={keys && <kbd className="hs-key">{printedKeys(keys)}</kbd>}
    >
      {label}
    </Menu.Item>
  );
}

const FIRST = new Set(['forward', 'conclude', 'assign', 'reopen', 'refuseReopening']);

function StepButton({ step, leading }: { step: Step; leading: boolean }) {
  return (
    <button type="button" className={styles.step} data-leading={leading || undefined} onClick={step.act}>
      {step.label}
      {step.keys !== undefined && <kbd className="hs-key">{printedKeys(step.keys)}</kbd>}
    </button>
  );
}

function StepKey({ step }: { step: Step }) {
  useShortcut(step.keys!, step.label, step.act, { when: step.openness === 'open' });
  return null;
}

/** What can be done, in the order of a day's work; the server said which of it is open. */
function useSteps(page: RequestPage, onPanel: (panel: PanelName) => void): Step[] {
  const say = useTexts(requestTexts);
  const act = useAct(page);
  const forward = nextWorkStep(page.assignments);
  const drafts = useDrafts(page.id).data?.drafts;
  const toApprove = draftToApprove(drafts);
  // A draft of the answer is with others: a second answer of the same part would be refused.
  const isWaiting = drafts?.some(({ state, kind }) => state === 'submitted' && kind === 'final') ?? false;
  const of = (step: keyof AssignmentShown['may']): Openness =>
    page.assignments.some(({ may }) => may[step] === 'open')
      ? 'open'
      : page.assignments.some(({ may }) => may[step] === 'not-now')
        ? 'not-now'
        : 'not-yours';
  const { may } = page;
  const period = usePeriodSteps(page, onPanel);
  return [
    ...(forward === null
      ? []
      : [
          {
            key: 'forward',
            label: say(forward.step),
            keys: 'D',
            openness: 'open' as const,
            act: () => act.run(forward.path),
          },
        ]),
    toApprove
      ? { key: 'conclude', label: say('approve'), keys: 'S', openness: 'open', act: () => onPanel('approve') }
      : {
          key: 'conclude',
          label: say('conclude'),
          keys: 'S',
          openness: isWaiting ? 'not-now' : of('answer'),
          act: () => onPanel('conclude'),
        },
    { key: 'assign', label: say('assign'), keys: 'H', openness: may.assign, act: () => onPanel('assign') },
    { key: 'hand', label: say('hand'), keys: 'L H', openness: of('hand'), act: () => onPanel('hand') },
    { key: 'reopen', label: say('reopen'), openness: may.reopen, act: () => onPanel('reopen') },
    {
      key: 'refuseReopening',
      label: say('refuseReopening'),
      openness: may.refuseReopening,
      act: () => onPanel('refuseReopening'),
    },
    { key: 'return', label: say('return'), openness: of('return'), act: () => onPanel('return') },
    { key: 'topic', label: say('topic'), keys: 'T', openness: may.topic, act: () => onPanel('topic') },
    { key: 'kind', label: say('changeKind'), keys: 'L K', openness: may.kind, act: () => onPanel('kind') },
    ...(page.state === 'waiting-for-citizen'
      ? [{ key: 'resume', label: say('resume'), keys: 'L D', openness: may.resume, act: () => onPanel('resume') }]
      : []),
    ...(may.hear === 'open'
      ? [{ key: 'hear', label: say('hear'), keys: 'L Y', openness: may.hear, act: () => onPanel('hear') }]
      : []),
    ...period,
    { key: 'withdraw', label: say('withdraw'), openness: may.withdraw, act: () => onPanel('withdraw') },
    { key: 'cancel', label: say('cancel'), openness: may.cancel, act: () => onPanel('cancel') },
    { key: 'print', label: say('print'), openness: 'open', act: () => window.print() },
  ];
}

/**
 * Where things are written. Nothing is open by default: two doors of equal size, one to the citizen and one to colleagues, and one small
 * form for each of the rarer steps. Each keeps its own draft.
 */
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { workTexts } from '../work/work-keys.ts';
import { panelTexts } from './act-panel-texts.ts';
import { draftToApprove, useDrafts } from './answer/answer-data.ts';
import { ApproveForm, SendBackForm } from './answer/approve-form.tsx';
import { AnnounceForm } from './announce-form.tsx';
import { HandForm } from './hand-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { ConcludeForm } from './conclude-form.tsx';
import { NoteForm } from './note-form.tsx';
import type { PanelName, PeriodStep } from './panel-name.ts';
import { PERIOD_STEPS } from './panel-name.ts';
import { periodTexts } from './period-texts.ts';
import { PeriodForm } from './period-form.tsx';
import { isReasonStep, ReasonForm } from './reason-form.tsx';
import { remedyTexts } from './remedy-texts.ts';
import { ReplyForm } from './reply-form.tsx';
import styles from './act-panel.module.css';

function isPeriod(panel: PanelName | null): panel is PeriodStep {
  return PERIOD_STEPS.some((step) => step === panel);
}

interface Props {
  page: RequestPage;
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
}

export function ActPanel({ page, panel, onPanel }: Props) {
  const say = useTexts(panelTexts);
  const sayKeys = useTexts(workTexts);
  const mayReply = page.may.ask === 'open' || page.assignments.some(({ may }) => may.interimAnswer === 'open');
  const mayNote = page.may.note === 'open';
  useShortcut('Y', sayKeys('reply'), () => onPanel('reply'), { when: mayReply });
  useShortcut('N', sayKeys('note'), () => onPanel('note'), { when: mayNote });
  const toApprove = draftToApprove(useDrafts(page.id).data?.drafts);
  useShortcut('R', say('send-back'), () => onPanel('send-back'), { when: toApprove !== undefined });
  const close = () => onPanel(null);
  const title = usePanelTitle(panel);
  return (
    <section className={`${styles.panel} hs-screen-only`} aria-label={panel === null ? undefined : title}>
      <div className={styles.doors}>
        {mayReply && (
          <button
            type="button"
            className={styles.door}
            data-door="reply"
            aria-pressed={panel === 'reply'}
            onClick={() => onPanel('reply')}
          >
            {say('reply')} <kbd className="hs-key">Y</kbd>
          </button>
        )}
        {mayNote && (
          <button
            type="button"
            className={styles.door}
            data-door="note"
            aria-pressed={panel === 'note'}
            onClick={() => onPanel('note')}
          >
            {say('note')} <kbd className="hs-key">N</kbd>
          </button>
        )}
      </div>
      {panel === 'reply' && <ReplyForm page={page} onClose={close} />}
      {panel === 'note' && (
        <NoteForm page={page} onClose={close} onReply={() => onPanel('reply')} mayReply={mayReply} />
      )}
      {panel === 'conclude' && <ConcludeForm page={page} onClose={close} />}
      {isPeriod(panel) && <PeriodForm key={panel} page={page} step={panel} onClose={close} />}
      {panel === 'announce' && <AnnounceForm page={page} onClose={close} />}
      {panel === 'hand' && <HandForm page={page} onClose={close} />}
      {panel === 'merge' && <MergeForm page={page} onClose={close} />}
      {panel === 'approve' && toApprove && (
        <ApproveForm key={toApprove.id} page={page} draft={toApprove} onClose={close} />
      )}
      {panel === 'send-back' && toApprove && (
        <SendBackForm key={toApprove.id} page={page} draft={toApprove} onClose={close} />
      )}
      {panel !== null && isReasonStep(panel) && <ReasonForm key={panel} page={page} step={panel} onClose={close} />}
    </section>
  );
}

/** What is being written, for those who do not see where they are. */
function usePanelTitle(panel: PanelName | null): string {
  const say = useTexts(panelTexts);
  const sayPeriod = useTexts(periodTexts);
  const sayRemedy = useTexts(remedyTexts);
  if (panel === null) return '';
  if (!isPeriod(panel)) return say(panel);
  return panel === 'remedy' || panel === 'decision' ? sayRemedy(panel) : sayPeriod(panel);
}

/** One request: promise, thread and acts in the middle, facts beside it. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useRequestPage, useSimilarElsewhere } from '../../case/case-data.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { PlannedNear } from '../../planned/planned-near.tsx';
import { workTexts } from '../work/work-keys.ts';
import { ActPanel } from './act-panel.tsx';
import { DraftCards } from './answer/draft-card.tsx';
import type { PanelName } from './panel-name.ts';
import { BraidLine } from './braid-line.tsx';
import { Facts } from './facts.tsx';
import { PaperLine } from './paper-line.tsx';
import { RequestHead } from './request-head.tsx';
import { requestTexts } from './request-texts.ts';
import { TogetherLine } from './together-line.tsx';
import { SimilarLine } from './similar-line.tsx';
import { Thread } from './thread-view.tsx';
import styles from './request.module.css';

interface Props {
  id: string;
  onClose: () => void;
  /** What a screen around it asks about the request: under its title, before all that happened. */
  question?: (page: RequestPage) => ReactNode;
}

export function RequestView({ id, onClose, question }: Props) {
  const say = useTexts(requestTexts);
  const refusalText = useRefusalText();
  const sayKeys = useTexts(workTexts);
  const page = useRequestPage(id);
  useShortcut('Escape', sayKeys('back'), onClose);
  if (page.isPending) {
    return (
      <p className={styles.state} role="status">
        {say('loading')}
      </p>
    );
  }
  if (page.data === undefined) {
    return (
      <div className={styles.state} role="alert">
        <h1>{say('notOpened')}</h1>
        <p className="hs-problem">
          {isRefusal(page.error, 'not-found', 'not-allowed') ? say('gone') : refusalText(page.error)}
        </p>
        <button type="button" className="hs-link" onClick={onClose}>
          {say('back')}
        </button>
      </div>
    );
  }
  return <OpenRequest page={page.data} onClose={onClose} question={question?.(page.data)} />;
}

interface OpenProps {
  page: RequestPage;
  onClose: () => void;
  question: ReactNode;
}

function OpenRequest({ page, onClose, question }: OpenProps) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const similar = useSimilarElsewhere(page.id);
  const sayKeys = useTexts(workTexts);
  useShortcut('P', sayKeys('print'), () => window.print());
  return (
    <article className={styles.request} aria-labelledby="request-title">
      <div className={styles.document}>
        <PaperLine />
        <RequestHead page={page} onClose={onClose} onPanel={setPanel} />
        {question}
        <BraidLine page={page} />
        <TogetherLine page={page} onPanel={setPanel} />
        <SimilarLine similar={similar} others={page.person.othersOpen} now={page.now} />
        {page.concludedAt === null && <PlannedNear topic={page.topicCode} neighbourhood={page.place.neighbourhoodId} />}
        <Thread page={page} />
        <DraftCards page={page} onPanel={setPanel} />
        <ActPanel page={page} panel={panel} onPanel={setPanel} />
      </div>
      <Facts page={page} onPanel={setPanel} />
    </article>
  );
}

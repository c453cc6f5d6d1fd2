/** Problems known before anybody complains, a document each: what it is, where, what citizens are told, and until when. */
import { useQuery } from '@tanstack/react-query';
import type { KnownProblem } from '../../../../../contract/known-problems.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Say } from '../../kit/texts.ts';
import { DocumentsPage } from '../settings/documents-page.tsx';
import { KnownProblemDocument } from './known-problem-document.tsx';
import { knownTexts } from './known-texts.ts';
import styles from '../settings/settings.module.css';

const AGAIN_MS = 30_000;

export function KnownProblemsScreen() {
  const say = useTexts(knownTexts);
  const asked = useQuery({
    queryKey: ['known-problems'],
    queryFn: ({ signal }) => api.get<KnownProblem[]>('/api/v1/known-problems', {}, signal),
    refetchInterval: AGAIN_MS,
  });
  return (
    <DocumentsPage
      path="/bilinen-sorunlar"
      title={say('title')}
      kept={asked.data}
      error={asked.error}
      nothing={NOTHING}
      itemOf={(known) => itemOf(known, say)}
    >
      {(open, goTo) =>
        open ? (
          <KnownProblemDocument key={open.id} saved={open} onOpened={goTo} />
        ) : (
          <div className={styles.document}>
            <p className="hs-meta">{say('intro')}</p>
            {asked.data?.every(({ inForce }) => !inForce) && <p>{say('none')}</p>}
          </div>
        )
      }
    </DocumentsPage>
  );
}

function itemOf({ id, title, number, people, inForce }: KnownProblem, say: Say<typeof knownTexts.tr>) {
  const more = [say('number', { n: number }), say('people', { n: people }), inForce ? null : say('over')];
  return { id, label: title, more: more.filter(Boolean).join(' · ') };
}

const NOTHING: KnownProblem = {
  ...{ id: '', number: 0, version: 0, title: '', topic: '', tr: '', en: '', whereabouts: '', source: '' },
  ...{ neighbourhoods: [], areas: [], point: null, expectedEnd: null, openedAt: '', inForce: true, closedHow: null },
  ...{ lead: null, people: 0 },
};

/** Problems known before anybody complains, a document each: what it is, where, what citizens are told, and until when. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { KnownProblem } from '../../../../../contract/known-problems.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Say } from '../../kit/texts.ts';
import { NEW, SectionFrame } from '../settings/section-frame.tsx';
import { KnownProblemDocument } from './known-problem-document.tsx';
import { knownTexts } from './known-texts.ts';
import styles from '../settings/settings.module.css';

const PATH = '/bilinen-sorunlar';
const AGAIN_MS = 30_000;

export function KnownProblemsScreen() {
  const say = useTexts(knownTexts);
  const navigate = useNavigate();
  const { item } = useParams({ strict: false }) as { item?: string };
  const asked = useQuery({
    queryKey: ['known-problems'],
    queryFn: ({ signal }) => api.get<KnownProblem[]>('/api/v1/known-problems', {}, signal),
    refetchInterval: AGAIN_MS,
  });
  const open = item === NEW ? NOTHING : asked.data?.find(({ id }) => id === item);
  const Title = item === undefined ? 'h1' : 'p';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title className={styles.title}>{say('title')}</Title>
      </header>
      <SectionFrame
        section={PATH}
        items={asked.data?.map((known) => itemOf(known, say))}
        openId={item}
        error={asked.error}
        onNew={() => void navigate({ to: `${PATH}/${NEW}` as string })}
      >
        {open ? (
          <KnownProblemDocument
            key={item}
            saved={open}
            onOpened={(id) => void navigate({ to: `${PATH}/${id}` as string })}
          />
        ) : (
          <div className={styles.document}>
            <p className="hs-meta">{say('intro')}</p>
            {asked.data?.every(({ inForce }) => !inForce) && <p>{say('none')}</p>}
          </div>
        )}
      </SectionFrame>
    </div>
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

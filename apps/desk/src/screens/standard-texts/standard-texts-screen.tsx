/** Standard texts of answers, a document each; managers keep their directorate's, the supervisor everybody's. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { StandardText } from '../../../../../contract/standard-texts.ts';
import { api } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { NEW, SectionFrame } from '../settings/section-frame.tsx';
import { StandardTextDocument } from './standard-text-document.tsx';
import { standardTexts } from './standard-texts-texts.ts';
import styles from '../settings/settings.module.css';

const PATH = '/standart-yanitlar';

export function StandardTextsScreen() {
  const say = useTexts(standardTexts);
  const { language } = useSettings();
  const { directorate } = useMe();
  const navigate = useNavigate();
  const { item } = useParams({ strict: false }) as { item?: string };
  const asked = useQuery({
    queryKey: ['standard-texts'],
    queryFn: ({ signal }) => api.get<StandardText[]>('/api/v1/standard-texts', {}, signal),
  });
  const open = item === NEW ? { ...NOTHING, language, directorate } : asked.data?.find(({ id }) => id === item);
  const Title = item === undefined ? 'h1' : 'p';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title className={styles.title}>{say('title')}</Title>
      </header>
      <SectionFrame
        section={PATH}
        items={asked.data?.map((text) => ({
          id: text.id,
          label: text.title,
          more: [
            text.outcome === null ? null : say(`outcome.${text.outcome}`),
            text.language,
            text.topic ?? text.directorate,
          ]
            .filter(Boolean)
            .join(' · '),
          inactive: !text.active,
        }))}
        openId={item}
        error={asked.error}
        onNew={() => void navigate({ to: `${PATH}/${NEW}` as string })}
      >
        {open && (
          <StandardTextDocument
            key={item}
            saved={open}
            onMade={(id) => void navigate({ to: `${PATH}/${id}` as string })}
          />
        )}
      </SectionFrame>
    </div>
  );
}

const NOTHING: StandardText = {
  ...{ id: '', title: '', topic: null, group: null, kind: null, outcome: null, language: 'tr', body: '' },
  ...{ directorate: null, active: true, version: 0, uses: 0 },
};

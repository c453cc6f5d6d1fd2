/** Standard texts of answers, a document each; managers keep their directorate's, the supervisor everybody's. */
import { useQuery } from '@tanstack/react-query';
import type { StandardText } from '../../../../../contract/standard-texts.ts';
import { api } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { DocumentsPage } from '../settings/documents-page.tsx';
import { StandardTextDocument } from './standard-text-document.tsx';
import { standardTexts } from './standard-texts-texts.ts';

export function StandardTextsScreen() {
  const say = useTexts(standardTexts);
  const { language } = useSettings();
  const { directorate } = useMe();
  const asked = useQuery({
    queryKey: ['standard-texts'],
    queryFn: ({ signal }) => api.get<StandardText[]>('/api/v1/standard-texts', {}, signal),
  });
  return (
    <DocumentsPage
      path="/standart-yanitlar"
      title={say('title')}
      kept={asked.data}
      error={asked.error}
      nothing={{ ...NOTHING, language, directorate }}
      itemOf={({ id, title, outcome, topic, active, ...text }) => ({
        ...{ id, label: title, inactive: !active },
        more: [outcome === null ? null : say(`outcome.${outcome}`), text.language, topic ?? text.directorate]
          .filter(Boolean)
          .join(' · '),
      })}
    >
      {(open, goTo) => open && <StandardTextDocument key={open.id} saved={open} onMade={goTo} />}
    </DocumentsPage>
  );
}

const NOTHING: StandardText = {
  ...{ id: '', title: '', topic: null, group: null, kind: null, outcome: null, language: 'tr', body: '' },
  ...{ directorate: null, active: true, version: 0, uses: 0 },
};

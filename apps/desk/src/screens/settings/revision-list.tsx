import { useQuery } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { Revision } from '../../../../../contract/catalogue.ts';
import { formatDateTime } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { ChangeList } from './change-list.tsx';
import { changesBetween } from './changes.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

type Version = Static<typeof Revision>;

interface Props {
  path: string;
  /** Read so that the list follows a publishing. */
  version: number;
  /** For a setting whose values are not words by themselves. */
  inWords?: (body: unknown) => unknown;
}

/** Who changed it, when and why; each version opens to what it changed. */
export function RevisionList({ path, version, inWords = (body) => body }: Props) {
  const say = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const asked = useQuery({
    queryKey: ['revisions', path, version],
    queryFn: ({ signal }) => api.get<Version[]>(path, {}, signal),
    enabled: version > 0,
  });
  const versions = asked.data ?? [];
  if (version === 0) return null;
  return (
    <section className={styles.revisions}>
      <h2>{say('revisions')}</h2>
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      <ol className={styles.plainList}>
        {versions.map((each, place) => (
          <OneVersion key={each.version} version={each} before={versions[place + 1]} inWords={inWords} />
        ))}
      </ol>
    </section>
  );
}

interface OneProps {
  version: Version;
  before: Version | undefined;
  inWords: (body: unknown) => unknown;
}

function OneVersion({ version, before, inWords }: OneProps) {
  const say = useTexts(settingTexts);
  const { language } = useSettings();
  const who = version.changedByName ?? say('revision.system');
  const when = formatDateTime(new Date(version.changedAt), language, { year: true });
  return (
    <li>
      <details>
        <summary>
          {say('revision.line', { version: version.version, when, who })}
          {version.reason !== null && version.changedByName !== null && <span> · {version.reason}</span>}
        </summary>
        {before === undefined ? (
          <p className="hs-meta">{say('revision.first')}</p>
        ) : (
          <ChangeList changes={changesBetween(inWords(before.body), inWords(version.body))} />
        )}
      </details>
    </li>
  );
}

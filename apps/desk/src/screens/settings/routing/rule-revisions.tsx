import { useQuery } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { Revision } from '../../../../../../contract/catalogue.ts';
import type { Rule } from '../../../../../../contract/routing.ts';
import { formatDateTime } from '../../../../../../text/format.ts';
import { api } from '../../../kit/api.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { settingTexts } from '../setting-texts.ts';
import styles from '../settings.module.css';
import { checkTexts } from './check-texts.ts';
import { RuleDiff } from './rule-diff.tsx';
import type { RuleNames } from './rule-words.ts';
import { RULES_PATH } from './use-rules.ts';

type Version = Static<typeof Revision>;

/** Who published what, when and why; each version opens to the sentences that changed. */
export function RuleRevisions({ version, names }: { version: number; names: RuleNames }) {
  const say = useTexts(checkTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const asked = useQuery({
    queryKey: ['revisions', RULES_PATH, version],
    queryFn: ({ signal }) => api.get<Version[]>(`${RULES_PATH}/revisions`, {}, signal),
    enabled: version > 0,
  });
  const versions = asked.data ?? [];
  if (versions.length === 0) return null;
  return (
    <section className={styles.revisions}>
      <h2>{say('history')}</h2>
      <ol className={styles.plainList}>
        {versions.map((each, at) => (
          <li key={each.version}>
            <details>
              <summary>
                {sayAny('revision.line', {
                  version: each.version,
                  when: formatDateTime(new Date(each.changedAt), language, { year: true }),
                  who: each.changedByName ?? sayAny('revision.system'),
                })}
                {each.reason !== null && <span> · {each.reason}</span>}
              </summary>
              <RuleDiff before={rulesOf(versions[at + 1])} after={rulesOf(each)} names={names} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function rulesOf(version: Version | undefined): readonly Rule[] {
  return (version?.body as { rules?: Rule[] } | undefined)?.rules ?? [];
}

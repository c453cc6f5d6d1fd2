/** Beside the document: clocks, place, person, parts, photos, messages. Each is a few lines; nothing here is asked twice. */
import type { ReactNode } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatDateTime, formatDay } from '../../../../../text/format.ts';
import { PartGlyph } from '../../case/state-glyph.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import type { PanelName } from './panel-name.ts';
import { Clocks } from './clocks.tsx';
import { incidentTexts } from './incident-texts.ts';
import { jobTexts } from './job-fields.tsx';
import { Links } from './links.tsx';
import { Messages } from './messages.tsx';
import { Person } from './person.tsx';
import { Photos } from './photos.tsx';
import { SamePerson } from './same-person.tsx';
import { PlaceFacts } from './place-facts.tsx';
import { requestTexts } from './request-texts.ts';
import styles from './facts.module.css';

export function Facts({ page, onPanel }: { page: RequestPage; onPanel: (panel: PanelName) => void }) {
  const say = useTexts(requestTexts);
  const sayIncident = useTexts(incidentTexts);
  return (
    <aside className={styles.facts}>
      <FactBlock title={say('clocks')}>
        <Clocks page={page} />
      </FactBlock>
      <FactBlock title={say('place')}>
        <PlaceFacts page={page} />
      </FactBlock>
      <FactBlock title={say('person')}>
        <Person page={page} />
        <SamePerson page={page} />
      </FactBlock>
      <FactBlock title={say('parts')}>
        <Parts page={page} onPanel={onPanel} />
      </FactBlock>
      <FactBlock title={sayIncident('links')}>
        <Links page={page} />
      </FactBlock>
      {(page.photos.length > 0 || page.may.photo === 'open') && (
        <FactBlock title={say('photos')}>
          <Photos page={page} />
        </FactBlock>
      )}
      <FactBlock title={say('messages')}>
        <Messages id={page.id} />
      </FactBlock>
      <FactBlock title={say('details')}>
        <Details page={page} />
      </FactBlock>
    </aside>
  );
}

function FactBlock({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Parts({ page, onPanel }: { page: RequestPage; onPanel: (panel: PanelName) => void }) {
  const say = useTexts(requestTexts);
  const sayPeriod = useTexts(jobTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  return (
    <>
      {page.assignments.length === 0 && <p className="hs-meta">{say('parts.none')}</p>}
      <ul className={styles.plain}>
        {page.assignments.map((part) => (
          <li key={part.id}>
            <p>
              {page.names.directorates[part.directorateCode]?.[language] ?? part.directorateCode}
              {part.jobTopic !== null && ` · ${page.names.topics[part.jobTopic]?.[language] ?? part.jobTopic}`}
            </p>
            <p className="hs-meta">
              <PartGlyph state={part.state} /> {word('part', part.state)}
              {part.outcome ? ` · ${word('outcome', part.outcome)}` : ''}
              {part.assigneeId ? ` · ${page.names.staff[part.assigneeId] ?? ''}` : ''}
              {part.endedAt === null && part.dueAt !== null
                ? ` · ${say(new Date(part.dueAt) < new Date(page.now) ? 'parts.late' : 'parts.due', { when: formatDay(new Date(part.dueAt), language, { short: true }) })}`
                : ''}
              {part.ownPeriod === null
                ? ''
                : ` · ${say('parts.own', { n: part.ownPeriod.amount, unit: sayPeriod(`unit.${part.ownPeriod.unit}` as 'unit.business-days') })}`}
            </p>
          </li>
        ))}
      </ul>
      {page.may.assign === 'open' && (
        <button type="button" className="hs-link hs-screen-only" onClick={() => onPanel('assign')}>
          + {say('assign')} <kbd className="hs-key">H</kbd>
        </button>
      )}
    </>
  );
}

function Details({ page }: { page: RequestPage }) {
  const say = useTexts(requestTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const topic = page.topicThen ?? (page.topicCode === null ? null : page.names.topics[page.topicCode]);
  const lines: [string, string | null][] = [
    [say('topicNow'), topic ? `${topic[language]} (${page.topicCode ?? ''})` : null],
    [say('season'), page.season && [page.season.name[language], page.season.told[language]].filter(Boolean).join(': ')],
    [say('kind'), word('kind', page.kind)],
    [say('channel'), word('channel', page.channel)],
    [say('external'), page.externalNumber],
    [say('notice'), page.noticeVersion === null ? null : say('notice.version', { n: page.noticeVersion })],
    [say('received'), formatDateTime(new Date(page.receivedAt), language, { year: true, short: true })],
    [say('recordedBy'), page.recordedBy === null ? null : (page.names.staff[page.recordedBy] ?? null)],
    ...page.answers.map(({ label, valueLabel }): [string, string] => [label, valueLabel]),
  ];
  return (
    <dl className={styles.details}>
      {lines.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {page.satisfaction !== null && (
        <div>
          <dt>{say(page.satisfaction.satisfied ? 'satisfied' : 'not-satisfied')}</dt>
          <dd>{page.satisfaction.reason}</dd>
        </div>
      )}
    </dl>
  );
}

/** Under the head: who else reported the same, as far as the reader may see them, and nobody's name. Nothing where it stands alone. */
import { Link } from '@tanstack/react-router';
import type { MemberShown, Together } from '../../../../../contract/incidents.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatCount, formatDay } from '../../../../../text/format.ts';
import { useTogether } from '../../case/case-data.ts';
import { StateGlyph } from '../../case/state-glyph.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useCommands } from '../../kit/commands.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useStore } from '../../kit/store.ts';
import { useTexts } from '../../kit/texts.ts';
import { workTexts } from '../work/work-keys.ts';
import { incidentTexts } from './incident-texts.ts';
import type { PanelName } from './panel-name.ts';
import { lastMerge, useMerge } from './use-merge.ts';
import styles from './together.module.css';

interface Props {
  page: RequestPage;
  onPanel: (panel: PanelName) => void;
}

export function TogetherLine({ page, onPanel }: Props) {
  const say = useTexts(incidentTexts);
  const sayKeys = useTexts(workTexts);
  const { data: together } = useTogether(page.id);
  const may = together?.may ?? { merge: false, release: false, reopen: false, announce: false };
  useShortcut('B', sayKeys('merge'), () => onPanel('merge'), { when: may.merge });
  useCommands([
    ...(may.merge ? [{ id: 'merge', title: say('merge'), keys: 'B', act: () => onPanel('merge') }] : []),
    ...(may.announce ? [{ id: 'announce', title: say('announce'), act: () => onPanel('announce') }] : []),
    ...(may.release ? [{ id: 'release', title: say('release'), act: () => onPanel('release') }] : []),
    ...(may.reopen ? [{ id: 'reopen-all', title: say('reopenIncident'), act: () => onPanel('reopenIncident') }] : []),
  ]);
  if (!together) return null;
  return (
    <div className={styles.together} data-alone={together.role === null || undefined}>
      {together.role === 'member' && <Follows together={together} />}
      {together.role === 'lead' && <Leads together={together} />}
      <p className={`${styles.acts} hs-screen-only`}>
        {may.merge && (
          <button type="button" className="hs-link" onClick={() => onPanel('merge')}>
            {say('merge')} <kbd className="hs-key">B</kbd>
          </button>
        )}
        {may.announce && (
          <button type="button" className="hs-link" onClick={() => onPanel('announce')}>
            {say('announce')}
          </button>
        )}
        {may.release && (
          <button type="button" className="hs-link" onClick={() => onPanel('release')}>
            {say('release')}
          </button>
        )}
        {may.reopen && (
          <button type="button" className="hs-link" onClick={() => onPanel('reopenIncident')}>
            {say('reopenIncident')}
          </button>
        )}
      </p>
      <UndoOffer pageId={page.id} />
    </div>
  );
}

function Head({ together: { incident, people } }: { together: Together }) {
  const say = useTexts(incidentTexts);
  const { language } = useSettings();
  return (
    <p>
      <strong>{say('people', { n: formatCount(people, language) })}</strong>
      {incident && ` · ${say('number', { n: incident.number })} · ${incident.title}`}
    </p>
  );
}

function Follows({ together }: { together: Together }) {
  const say = useTexts(incidentTexts);
  const { lead } = together;
  return (
    <>
      <Head together={together} />
      {lead === null ? (
        <p>{say('follows.unseen')}</p>
      ) : (
        <p>
          {say('follows')} <Link to={`/isler/${lead.id}` as string}>{lead.text}</Link>{' '}
          <span className="hs-meta hs-number">{lead.shownNumber}</span>
        </p>
      )}
    </>
  );
}

function Leads({ together }: { together: Together }) {
  const say = useTexts(incidentTexts);
  const { members, more } = together;
  return (
    <>
      <Head together={together} />
      <p className="hs-meta">{say('leads')}</p>
      <details open={members.length <= FEW}>
        <summary>{say('people.list', { n: together.people - 1 })}</summary>
        <ul className={styles.members}>
          {members.map((member) => (
            <Member key={member.id} member={member} />
          ))}
        </ul>
        {more > 0 && <p className="hs-meta">{say('more', { n: more })}</p>}
      </details>
    </>
  );
}

/** As many do not push the thread out of sight. */
const FEW = 4;

function Member({ member }: { member: MemberShown }) {
  const say = useTexts(incidentTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const facts = [
    word('channel', member.channel),
    formatDay(new Date(member.receivedAt), language, { short: true }),
    [member.street, member.door].filter(Boolean).join(' '),
    `${say(`told.${member.notifyBy}`)}, ${say(`language.${member.language}`)}`,
  ];
  return (
    <li>
      <Link to={`/isler/${member.id}` as string}>{member.text}</Link>
      <p className="hs-meta">
        <StateGlyph state={member.state} outcome={null} /> {word('state', member.state)} ·{' '}
        {facts.filter(Boolean).join(' · ')} · <span className="hs-number">{member.shownNumber}</span>
      </p>
    </li>
  );
}

/** What was just merged from here can be undone with one key; later each is released on its own page. */
function UndoOffer({ pageId }: { pageId: string }) {
  const say = useTexts(incidentTexts);
  const sayKeys = useTexts(workTexts);
  const refusalText = useRefusalText();
  const last = useStore(lastMerge);
  const { busy, problem, undo } = useMerge();
  const isHere = last !== null && (last.pageId === pageId || last.leadId === pageId);
  const take = () => last !== null && !busy && void undo(last, say('undone.reason'));
  useShortcut('Z', sayKeys('undoMerge'), take, { when: isHere });
  if (!isHere && problem === null) return null;
  return (
    <p role="status">
      {isHere && (
        <>
          {say('merged', { n: last.members.length })}{' '}
          <button type="button" className="hs-link" aria-disabled={busy} onClick={take}>
            {say('undo')} <kbd className="hs-key">Z</kbd>
          </button>
        </>
      )}
      {problem !== null && <span className="hs-problem">{refusalText(problem)}</span>}
    </p>
  );
}

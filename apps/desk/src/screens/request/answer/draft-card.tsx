/** A draft that others have seen, on the request's page: whose turn it is, what changed, what was missing, and its own story. */
import type { DraftShown, DraftStepShown } from '../../../../../../contract/answers.ts';
import type { RequestPage } from '../../../../../../contract/requests.ts';
import { formatDateTime } from '../../../../../../text/format.ts';
import { useCaseWords } from '../../../case/use-case-words.ts';
import { wordDiff } from '../../../case/word-diff.ts';
import { useCommands } from '../../../kit/commands.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import type { PanelName } from '../panel-name.ts';
import { useAct } from '../use-act.ts';
import { useDrafts } from './answer-data.ts';
import { answerTexts } from './answer-texts.ts';
import { Chain } from './chain.tsx';
import styles from './answer.module.css';

interface Props {
  page: RequestPage;
  onPanel: (panel: PanelName) => void;
}

/** Those still on their way; what was given stands in the thread as the answer. */
export function DraftCards({ page, onPanel }: Props) {
  const drafts = useDrafts(page.id);
  const shown = (drafts.data?.drafts ?? []).filter(
    ({ state, version }) => version > 0 && (state === 'submitted' || state === 'sent-back'),
  );
  return shown.map((draft) => (
    <DraftCard key={draft.id} draft={draft} names={drafts.data?.names ?? {}} page={page} onPanel={onPanel} />
  ));
}

function DraftCard({ draft, names, page, onPanel }: Props & { draft: DraftShown; names: Record<string, string> }) {
  const say = useTexts(answerTexts);
  const word = useCaseWords();
  const { body, may, rung } = draft;
  const sentBack = draft.steps.findLast(({ what }) => what === 'sent-back');
  const titleId = `draft-${draft.id}`;
  return (
    <section className={styles.draft} data-turn={may.approve || undefined} aria-labelledby={titleId}>
      <h2 id={titleId}>
        {say(`draft.title.${draft.kind}`)} ·{' '}
        {may.approve
          ? say('yourTurn')
          : draft.state === 'submitted' && rung !== null
            ? say('state.submitted', { rung: say(`rung.${rung}`) })
            : say(`state.${draft.state === 'sent-back' ? 'sent-back' : 'given'}`)}
      </h2>
      <p className="hs-meta">
        {say('writtenBy', { name: names[draft.author] ?? '' })} · {say('version', { n: draft.version })}
        {body.outcome === null ? '' : ` · ${word('outcome', body.outcome)}`}
        {body.forwardedTo ? ` · ${body.forwardedTo}` : ''}
      </p>
      {draft.state === 'sent-back' && sentBack?.why && (
        <p className={styles.why}>
          <strong>{names[sentBack.by ?? ''] ?? ''}:</strong> {sentBack.why}
        </p>
      )}
      <Words draft={draft} />
      {draft.state === 'submitted' && <Chain chain={draft.chain} at={rung} />}
      <Acts draft={draft} page={page} onPanel={onPanel} />
      <Story steps={draft.steps} names={names} />
    </section>
  );
}

/** The newest words, with what changed since the version before. */
function Words({ draft }: { draft: DraftShown }) {
  const say = useTexts(answerTexts);
  const [before, after] = draft.versions.slice(-2);
  if (before === undefined || after === undefined) return <p className={styles.words}>{draft.body.text}</p>;
  return (
    <>
      <p className={styles.words}>{after.body.text}</p>
      <details>
        <summary>{say('changed')}</summary>
        <p className={styles.words}>
          {wordDiff(before.body.text, after.body.text).map(({ kind, text }, place) =>
            kind === 'same' ? (
              text
            ) : kind === 'added' ? (
              <ins key={`${place} ${text}`}>{text}</ins>
            ) : (
              <del key={`${place} ${text}`}>{text}</del>
            ),
          )}
        </p>
      </details>
    </>
  );
}

function Acts({ draft, page, onPanel }: Props & { draft: DraftShown }) {
  const say = useTexts(answerTexts);
  const refusalText = useRefusalText();
  const act = useAct(page);
  const { may } = draft;
  const run = (path: string) => () => void act.run(`/api/v1/answer-drafts/${draft.id}/${path}`, {}, { seen: false });
  const acts = [
    { id: 'approve', when: may.approve, label: say(may.last ? 'approve.last' : 'approve'), keys: 'S', act: () => onPanel('approve') },
    { id: 'send-back', when: may.sendBack, label: say('sendBack'), keys: 'R', act: () => onPanel('send-back') },
    { id: 'mend', when: may.write, label: say('mend'), keys: draft.kind === 'final' ? 'S' : 'Y', act: () => onPanel(draft.kind === 'final' ? 'conclude' : 'reply') },
    { id: 'take-over', when: may.takeOver, label: say('takeOver'), act: run('holder') },
    { id: 'take-back', when: may.takeBack, label: say('takeBack'), act: run('withdrawal') },
    { id: 'drop', when: may.write, label: say('drop'), act: run('end') },
  ].filter(({ when }) => when); // prettier-ignore
  useCommands(acts.map(({ id, label, keys, act: run_ }) => ({ id: `draft-${id}`, title: label, keys, act: run_ })));
  if (acts.length === 0) return null;
  return (
    <div className={`${styles.acts} hs-screen-only`}>
      {acts.map(({ id, label, keys, act: run_ }) => (
        <button key={id} type="button" className="hs-link" onClick={run_}>
          {label} {keys !== undefined && <kbd className="hs-key">{keys}</kbd>}
        </button>
      ))}
      {act.problem !== null && (
        <p className="hs-problem" role="alert">
          {refusalText(act.problem)}
        </p>
      )}
    </div>
  );
}

function Story({ steps, names }: { steps: readonly DraftStepShown[]; names: Record<string, string> }) {
  const say = useTexts(answerTexts);
  const { language } = useSettings();
  return (
    <details>
      <summary>{say('story')}</summary>
      <ul className={styles.story}>
        {steps.map(({ at, by, postOf, what, version, why }, place) => (
          <li key={`${at} ${place}`}>
            <time dateTime={at}>{formatDateTime(new Date(at), language, { short: true })}</time>{' '}
            {by === null ? '' : `${names[by] ?? ''} `}
            {say(`what.${what}`)} · {say('version', { n: version })}
            {postOf === null ? '' : ` · ${say('postOf', { name: names[postOf] ?? '' })}`}
            {why === null ? '' : ` · ${why}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

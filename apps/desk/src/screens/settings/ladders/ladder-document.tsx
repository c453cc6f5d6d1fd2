import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Ladder, LadderClock, Ladders, LadderSetting } from '../../../../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../../../../contract/ladder.ts';
import { useDirectorates } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { isRefusal } from '../../../kit/refusal.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { Publish } from '../publish.tsx';
import { RevisionList } from '../revision-list.tsx';
import styles from '../settings.module.css';
import { useEdit, usePublish } from '../use-edit.ts';
import { LadderExample } from './ladder-example.tsx';
import { ladderTexts } from './ladder-texts.ts';
import { faultInWords, inForce, inOrder, ladderInWords, rungInWords } from './ladder-words.ts';
import { RungFields } from './rung-fields.tsx';
import own from './ladders.module.css';

interface Props {
  scope: { id: string; label: string; group: string | null; groupName: string };
  ladders: Ladders;
  saved: LadderSetting;
}

export function LadderDocument({ scope, ladders, saved }: Props) {
  const say = useTexts(ladderTexts);
  const { value, write, undo } = useEdit(saved);
  const holds = inForce(ladders, { own: scope.id, group: scope.group });
  const save = usePublish(
    (reason) => {
      const { ladder, active, version } = value;
      return api.put<LadderSetting>(`/api/v1/ladders/${scope.id}`, { ladder, active, version, reason });
    },
    { keys: ['ladders'], onSaved: undo },
  );
  const shown = value.active ? value.ladder : holds.ladder;
  const words = (body: unknown) => ladderInWords(body as LadderSetting, say);
  return (
    <div className={styles.document}>
      <h1>{scope.label}</h1>
      <p className="hs-meta">{say('intro')}</p>
      <p role="status">
        {holds.source === 'group' ? say('from.group', { name: scope.groupName }) : say(`from.${holds.source}`)}
      </p>
      <Checkbox
        label={say('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      {LADDER_CLOCKS.map((clock) => (
        <Clock
          key={clock}
          clock={clock}
          ladder={shown}
          ready={ladders.ready}
          onChange={value.active ? (rungs) => write({ ladder: { ...value.ladder, [clock]: rungs } }) : null}
        />
      ))}
      <Faults error={save.error} />
      <Publish before={words(saved)} after={words(value)} save={save} onUndo={undo} />
      <LadderExample scope={scope} ladder={shown} />
      {scope.id === 'all' && <Holes holes={ladders.holes} />}
      <RevisionList path={`/api/v1/ladders/${scope.id}/revisions`} version={saved.version} inWords={words} />
    </div>
  );
}

interface ClockProps {
  clock: LadderClock;
  ladder: Ladder;
  ready: Ladders['ready'];
  /** Null: what holds here comes from elsewhere and is changed there. */
  onChange: ((rungs: Ladder['statutory']) => void) | null;
}

/** From the first to be told up to the last, each a step higher. */
function Clock({ clock, ladder, ready, onChange }: ClockProps) {
  const say = useTexts(ladderTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const rungs = inOrder(ladder[clock]);
  const whyOf = (rung: (typeof rungs)[number]) =>
    ready.find((one) => one.clock === clock && rungInWords(one.rung, say) === rungInWords(rung, say))?.why[language];
  return (
    <section className={own.clock} aria-labelledby={`ladder-${clock}`}>
      <h2 id={`ladder-${clock}`}>{say(`clock.${clock}`)}</h2>
      <ol className={own.ladder}>
        {rungs.map((rung, place) => (
          <li key={place} style={{ '--rung': place } as React.CSSProperties}>
            <span>{rungInWords(rung, say)}</span>
            {whyOf(rung) && <span className="hs-meta">{whyOf(rung)}</span>}
          </li>
        ))}
      </ol>
      {onChange !== null && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say('edit')}</summary>
          {open && <RungFields rungs={ladder[clock]} onChange={onChange} />}
        </details>
      )}
    </section>
  );
}

function Faults({ error }: { error: Error | null }) {
  const say = useTexts(ladderTexts);
  if (!isRefusal(error, 'input-invalid') || !Array.isArray(error.details.faults)) return null;
  return (
    <ul className="hs-problem" role="alert">
      {error.details.faults.map((fault) => (
        <li key={`${fault.clock} ${fault.problem}`}>{faultInWords(fault, say)}</li>
      ))}
    </ul>
  );
}

function Holes({ holes }: Pick<Ladders, 'holes'>) {
  const say = useTexts(ladderTexts);
  const { language } = useSettings();
  const directorates = useDirectorates().data ?? [];
  if (holes.length === 0) return null;
  const nameOf = (code: string) => {
    const found = directorates.find((one) => one.code === code);
    return found === undefined ? code : language === 'tr' ? found.name : found.nameEn;
  };
  return (
    <section aria-labelledby="holes">
      <h2 id="holes">{say('holes')}</h2>
      <ul className={styles.plainList}>
        {holes.map(({ directorate, audience, instead }) => (
          <li key={`${directorate} ${audience}`}>
            {instead === null
              ? say('hole.nobody', { directorate: nameOf(directorate), who: say(`who.${audience}`) })
              : say('hole.line', {
                  ...{ directorate: nameOf(directorate), who: say(`who.${audience}`) },
                  instead: say(`who.${instead}`),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}

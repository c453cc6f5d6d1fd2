/** Puts requests about the same problem together. What is likely the same is chosen already, and says why; the person decides. */
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkListAnswer } from '../../../../../contract/finding.ts';
import type { RequestPage, SimilarAnswer } from '../../../../../contract/requests.ts';
import { useSimilarElsewhere } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import { incidentTexts } from './incident-texts.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { Act } from './use-act.ts';
import { useMerge } from './use-merge.ts';
import { useWhyAlike } from './use-why-alike.ts';
import styles from './together.module.css';

/** One that may be put together with this. */
export type Choice = Pick<SimilarAnswer['requests'][number], 'id' | 'shownNumber' | 'text' | 'receivedAt' | 'lead'> &
  Partial<SimilarAnswer['requests'][number]>;

export function MergeForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(incidentTexts);
  const similar = useSimilarElsewhere(page.id);
  const [added, setAdded] = useState<Choice[]>([]);
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [leadId, setLeadId] = useState<string | null>(null);
  const [why, setWhy] = useState(say('why.usual'));
  const [empty, setEmpty] = useState(false);
  const { busy, problem, merge } = useMerge();
  const choices = [...similar, ...added.filter(({ id }) => similar.every((each) => each.id !== id))];
  const isPicked = ({ id, alike }: Choice) => picked.get(id) ?? alike ?? false;
  const chosen = choices.filter(isPicked);
  const lead = leadId ?? usualLead(page, chosen);
  const submit = async () => {
    setEmpty(chosen.length === 0);
    if (chosen.length === 0 || busy) return;
    const members = [page.id, ...chosen.map(({ id }) => id)].filter((id) => id !== lead);
    if (await merge({ pageId: page.id, leadId: lead, members }, why)) onClose();
  };
  const toggle = (id: string, to: boolean) => setPicked((before) => new Map(before).set(id, to));
  const act: Act = {
    busy,
    problem,
    conflict: null,
    run: idle,
    runAnyway: idle,
    look: async () => undefined,
    forget() {},
  };
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="step"
      reader={say('reader')}
      submit={say('merge')}
      draft="empty"
      onDone={onClose}
      onSubmit={() => void submit()}
    >
      <Choices choices={choices} isPicked={isPicked} onToggle={toggle} />
      <ByNumber
        except={page.id}
        onFound={(choice) => {
          setAdded((before) => [...before.filter(({ id }) => id !== choice.id), choice]);
          toggle(choice.id, true);
        }}
      />
      {empty && chosen.length === 0 && (
        <p className="hs-problem" role="alert">
          {say('chooseOne')}
        </p>
      )}
      {chosen.length > 0 && <LeadChoice {...{ page, chosen, lead }} onChange={setLeadId} />}
      <Textarea
        label={say('why')}
        autosize
        minRows={1}
        maxRows={6}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}

const idle = async () => false;

/** Where somebody's incident is already, the others join it; else the first who reported it leads. */
function usualLead(page: RequestPage, chosen: readonly Choice[]): string {
  const inIncident = chosen.find(({ lead }) => lead !== null);
  if (inIncident) return inIncident.id;
  const all = [{ id: page.id, receivedAt: page.receivedAt }, ...chosen];
  return all.reduce((first, each) => (each.receivedAt < first.receivedAt ? each : first)).id;
}

interface ChoicesProps {
  choices: readonly Choice[];
  isPicked: (choice: Choice) => boolean;
  onToggle: (id: string, to: boolean) => void;
}

function Choices({ choices, isPicked, onToggle }: ChoicesProps) {
  const say = useTexts(incidentTexts);
  const whyAlike = useWhyAlike();
  if (choices.length === 0) return <p className="hs-meta">{say('suggested.none')}</p>;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say('suggested')}</legend>
      <ul className={styles.choices}>
        {choices.map((choice, place) => (
          <li key={choice.id}>
            <label>
              <input
                type="checkbox"
                autoFocus={place === 0}
                checked={isPicked(choice)}
                onChange={(event) => onToggle(choice.id, event.currentTarget.checked)}
              />
              <span>
                {choice.text}
                <span className="hs-meta">
                  <br />
                  {whyAlike(choice)} · <span className="hs-number">{choice.shownNumber}</span>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function LeadChoice(props: {
  page: RequestPage;
  chosen: readonly Choice[];
  lead: string;
  onChange: (id: string) => void;
}) {
  const { page, chosen, lead, onChange } = props;
  const say = useTexts(incidentTexts);
  const data = [
    { value: page.id, label: `${say('lead.this')} · ${page.shownNumber}` },
    ...chosen.map(({ id, text, shownNumber }) => ({ value: id, label: `${shownNumber} · ${text.slice(0, 60)}` })),
  ];
  return (
    <Select
      label={say('lead')}
      data={data}
      value={lead}
      allowDeselect={false}
      onChange={(value) => value !== null && onChange(value)}
    />
  );
}

/** For those that nothing suggests: the caller has read the number out. */
function ByNumber({ except, onFound }: { except: string; onFound: (choice: Choice) => void }) {
  const say = useTexts(incidentTexts);
  const [typed, setTyped] = useState('');
  const [nothing, setNothing] = useState(false);
  const look = async () => {
    const { rows } = await api.get<WorkListAnswer>('/api/v1/requests', { text: typed.trim(), open: 'all' });
    const found = typed.trim() === '' ? undefined : rows.find(({ id }) => id !== except);
    setNothing(found === undefined);
    if (!found) return;
    setTyped('');
    onFound({ ...found, lead: null });
  };
  return (
    <div className={styles.byNumber}>
      <TextInput
        label={say('add')}
        value={typed}
        error={nothing && say('add.nothing')}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          void look();
        }}
      />
      <Button variant="default" onClick={() => void look()}>
        {say('add.button')}
      </Button>
    </div>
  );
}

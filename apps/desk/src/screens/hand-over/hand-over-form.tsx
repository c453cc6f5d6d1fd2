import { Button, Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { HandOverPreview, InHand, Taker } from '../../../../../contract/hand-over.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import plain from '../../shell/plain-page.module.css';
import { useHandOver, useHandOverPreview } from './hand-over-data.ts';
import { handOverTexts } from './hand-over-texts.ts';

const WAYS = ['several', 'one', 'pool'] as const;
type Way = (typeof WAYS)[number];

interface Props {
  inHand: InHand;
  onBegun: (work: string) => void;
}

export function HandOverForm({ inHand, onBegun }: Props) {
  const say = useTexts(handOverTexts);
  const refusalText = useRefusalText();
  const { person, takers, mayClose } = inHand;
  const [way, setWay] = useState<Way>(takers.length === 0 ? 'pool' : 'several');
  const [several, setSeveral] = useState(() => hereOf(nearOf(inHand)));
  const [one, setOne] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [close, setClose] = useState(false);
  const people = way === 'pool' ? [] : way === 'one' ? (one === null ? [] : [one]) : several;
  const isChosen = way === 'pool' || people.length > 0;
  const preview = useHandOverPreview(person.id, people, isChosen);
  const handOver = useHandOver(person.id, onBegun);
  const go = () => {
    if (handOver.isPending || !isChosen) return;
    const given = { people, why, close: close ? person.version : undefined };
    handOver.mutate(given);
  };
  useShortcut('Ctrl+Enter', say('go'), go, { whileTyping: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <form className={plain.form} onSubmit={submit} noValidate>
      <Radio.Group label={say('way')} value={way} onChange={(value) => setWay(value as Way)}>
        <div className={plain.acts}>
          {WAYS.map((each) => (
            <Radio
              key={each}
              value={each}
              label={say(`way.${each}`)}
              disabled={each !== 'pool' && takers.length === 0}
            />
          ))}
        </div>
      </Radio.Group>
      {takers.length === 0 && <p className="hs-meta">{say('takers.none')}</p>}
      {way === 'several' && <Several inHand={inHand} chosen={several} onChoose={setSeveral} />}
      {way === 'one' && <One takers={takers} chosen={one} onChoose={setOne} />}
      {isChosen && preview.data && <Preview preview={preview.data} takers={takers} />}
      <TextInput
        label={say('why')}
        description={say('why.hint')}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {mayClose && (
        <Checkbox
          label={say('close')}
          description={say('close.hint')}
          checked={close}
          onChange={(event) => setClose(event.currentTarget.checked)}
        />
      )}
      {(handOver.error ?? preview.error) && (
        <p className="hs-problem" role="alert">
          {refusalText(handOver.error ?? preview.error)}
        </p>
      )}
      <div className={plain.acts}>
        <Button type="submit" variant="filled" aria-disabled={!isChosen || handOver.isPending}>
          {handOver.isPending ? say('going') : say('go')} <kbd className="hs-key">{printedKeys('Ctrl+Enter')}</kbd>
        </Button>
      </div>
    </form>
  );
}

const hereOf = (takers: readonly Taker[]) => takers.filter(({ away }) => !away).map(({ id }) => id);

/** Those of the same unit; where it has nobody else, the whole directorate. */
function nearOf({ person, takers }: InHand): Taker[] {
  const unit = takers.filter((one) => person.unit !== null && one.unit === person.unit);
  return unit.length > 0 ? unit : person.directorate === null ? [] : takers;
}

function useLoadLabel(): (taker: Taker) => string {
  const say = useTexts(handOverTexts);
  return ({ name, unit, directorate, open, away }) => {
    const who = [name, unit ?? directorate].filter(Boolean).join(' · ');
    return say(away ? 'load.away' : 'load', { name: who, open });
  };
}

interface SeveralProps {
  inHand: InHand;
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
}

function Several({ inHand, chosen, onChoose }: SeveralProps) {
  const say = useTexts(handOverTexts);
  const label = useLoadLabel();
  const { takers, person } = inHand;
  const unit = takers.filter((one) => person.unit !== null && one.unit === person.unit);
  return (
    <>
      <div className={plain.acts}>
        {unit.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => onChoose(hereOf(unit))}>
            {say('takers.unit')}
          </Button>
        )}
        {person.directorate !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onChoose(hereOf(takers))}>
            {say('takers.all')}
          </Button>
        )}
      </div>
      <Checkbox.Group label={say('takers')} value={[...chosen]} onChange={onChoose}>
        {takers.map((taker) => (
          <Checkbox key={taker.id} value={taker.id} label={label(taker)} mt="xs" />
        ))}
      </Checkbox.Group>
    </>
  );
}

interface OneProps {
  takers: readonly Taker[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

function One({ takers, chosen, onChoose }: OneProps) {
  const say = useTexts(handOverTexts);
  const label = useLoadLabel();
  return (
    <Select
      label={say('taker')}
      data={takers.map((taker) => ({ value: taker.id, label: label(taker) }))}
      searchable
      value={chosen}
      onChange={onChoose}
    />
  );
}

function Preview({ preview, takers }: { preview: HandOverPreview; takers: readonly Taker[] }) {
  const say = useTexts(handOverTexts);
  const nameOf = (id: string | null) =>
    id === null ? say('preview.pool') : (takers.find((taker) => taker.id === id)?.name ?? '–');
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{say('preview')}</h2>
      <ul aria-live="polite">
        {preview.parts.map(({ to, because, count }) => (
          <li key={`${to} ${because}`}>
            {say('preview.line', { to: nameOf(to), n: count, why: say(`because.${because}`) })}
          </li>
        ))}
      </ul>
      <p className="hs-meta">{preview.rest === null ? say('rest.none') : say('rest', { name: preview.rest.name })}</p>
    </section>
  );
}

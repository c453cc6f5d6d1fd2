import { Button, NativeSelect, NumberInput } from '@mantine/core';
import type { Audience, Rung } from '../../../../../../contract/ladder.ts';
import { AUDIENCES } from '../../../../../../contract/ladder.ts';
import { useTexts } from '../../../kit/texts.ts';
import { ladderTexts } from './ladder-texts.ts';
import type { WhenKind } from './ladder-words.ts';
import { amountOf, kindOf, whenFrom } from './ladder-words.ts';
import styles from './ladders.module.css';

const KINDS: readonly WhenKind[] = ['percent', 'before', 'now', 'after'];
const MOST = 12;

interface Props {
  rungs: readonly Rung[];
  onChange: (rungs: Rung[]) => void;
}

export function RungFields({ rungs, onChange }: Props) {
  const say = useTexts(ladderTexts);
  const change = (at: number, part: Partial<Rung>) =>
    onChange(rungs.map((rung, place) => (place === at ? { ...rung, ...part } : rung)));
  return (
    <>
      {rungs.map((rung, at) => (
        <fieldset key={at} className={styles.rung} aria-label={say('rung', { n: at + 1 })}>
          <NativeSelect
            label={say('kind')}
            data={KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
            value={kindOf(rung.when)}
            onChange={(event) => {
              const kind = event.currentTarget.value as WhenKind;
              change(at, { when: whenFrom(kind, kind === 'percent' ? 75 : 1) });
            }}
          />
          {kindOf(rung.when) !== 'now' && (
            <NumberInput
              label={say(kindOf(rung.when) === 'percent' ? 'percent' : 'days')}
              min={1}
              max={95}
              value={amountOf(rung.when)}
              onChange={(amount) => change(at, { when: whenFrom(kindOf(rung.when), Number(amount) || 1) })}
            />
          )}
          <NativeSelect
            label={say('who')}
            data={AUDIENCES.map((who) => ({ value: who, label: say(`who.${who}`) }))}
            value={rung.who}
            onChange={(event) => change(at, { who: event.currentTarget.value as Audience })}
          />
          <Button
            variant="default"
            aria-label={say('remove.named', { n: at + 1 })}
            onClick={() => onChange(rungs.filter((_, place) => place !== at))}
          >
            {say('remove')}
          </Button>
        </fieldset>
      ))}
      {rungs.length < MOST && (
        <Button
          variant="default"
          mt="xs"
          onClick={() => onChange([...rungs, { when: { days: 1 }, who: 'supervisor' }])}
        >
          {say('add')}
        </Button>
      )}
    </>
  );
}

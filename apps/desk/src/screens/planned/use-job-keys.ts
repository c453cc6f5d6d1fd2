/** J K move, S says it was done, N with a note, V that it was not, E puts it off, H hands it on, Z takes the last one back. */
import type { RefObject } from 'react';
import type { PlannedJob } from '../../../../../contract/planned-work.ts';
import { useCommands } from '../../kit/commands.ts';
import { useRowKeys } from '../../kit/row-keys.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Asking, JobAct } from './planned-data.ts';
import { undoing } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';

interface Keys {
  current: PlannedJob | undefined;
  did: JobAct | null;
  run: (what: JobAct) => void;
  ask: (asking: Asking) => void;
}

export function useJobKeys(page: RefObject<HTMLElement | null>, { current, did, run, ask }: Keys): void {
  const say = useTexts(plannedTexts);
  const step = useRowKeys(page, '[data-job] > [tabindex]', { next: say('next'), previous: say('previous') });
  const done = () => {
    if (!current) return;
    // The row goes away with what was done; the next one is where the hand is then.
    step(1);
    run({ act: 'done', job: current, words: '' });
  };
  const askFor = (act: Asking['act']) => () => current && ask({ id: current.id, act, day: current.day });
  const undo = undoing(did);
  const isDue = current?.state === 'due';
  const mayDo = isDue && current.mayDo;
  const mayHand = isDue && current.mayHand;
  useShortcut('S', say('done'), done, { when: mayDo });
  useShortcut('N', say('done.note'), askFor('done'), { when: mayDo });
  useShortcut('V', say('skip'), askFor('skip'), { when: mayDo });
  useShortcut('E', say('put-off'), askFor('put-off'), { when: mayDo });
  useShortcut('H', say('hand'), askFor('hand'), { when: mayHand });
  useShortcut('Z', say('undo'), () => undo && run(undo), { when: undo !== null });
  useCommands([
    ...(mayDo
      ? [
          { id: 'planned-done', title: say('done'), keys: 'S', act: done },
          { id: 'planned-note', title: say('done.note'), keys: 'N', act: askFor('done') },
          { id: 'planned-skip', title: say('skip'), keys: 'V', act: askFor('skip') },
          { id: 'planned-put-off', title: say('put-off'), keys: 'E', act: askFor('put-off') },
        ]
      : []),
    ...(mayHand ? [{ id: 'planned-hand', title: say('hand'), keys: 'H', act: askFor('hand') }] : []),
  ]);
}

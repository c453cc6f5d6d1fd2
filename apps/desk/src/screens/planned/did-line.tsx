import { Button } from '@mantine/core';
import { formatDay } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useColleagues } from '../../people/colleagues.ts';
import type { JobAct } from './planned-data.ts';
import { undoing } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';
import plain from '../../shell/plain-page.module.css';

interface Props {
  did: JobAct | null;
  error: Error | null;
  onUndo: (what: JobAct) => void;
}

/** What has just been done, and the way back: nobody is asked whether they are sure. */
export function Did({ did, error, onUndo }: Props) {
  const say = useTexts(plannedTexts);
  const refusalText = useRefusalText();
  const words = useDidWords();
  const undo = undoing(did);
  return (
    <>
      {error && (
        <p className="hs-problem" role="alert">
          {refusalText(error)}
        </p>
      )}
      <p role="status" className={plain.acts}>
        {did && words(did)}
        {undo && (
          <Button size="compact-sm" variant="default" onClick={() => onUndo(undo)}>
            {say('undo')} <kbd className="hs-key">Z</kbd>
          </Button>
        )}
      </p>
    </>
  );
}

function useDidWords(): (did: JobAct) => string {
  const say = useTexts(plannedTexts);
  const { language } = useSettings();
  const people = useColleagues().data ?? [];
  return (did) => {
    const job = did.job.title;
    if (did.act === 'put-off') return say('did.put-off', { job, day: formatDay(did.day, language) });
    if (did.act !== 'hand') return say(`did.${did.act}`, { job });
    const name = people.find(({ id }) => id === did.person)?.name;
    return name === undefined ? say('did.hand.nobody', { job }) : say('did.hand', { job, name });
  };
}

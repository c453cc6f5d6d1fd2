import type { RequestPage } from '../../../../../contract/requests.ts';
import { useClocks } from '../../case/case-data.ts';
import { useTexts } from '../../kit/texts.ts';
import type { PanelName, PeriodStep } from './panel-name.ts';
import { periodTexts } from './period-texts.ts';
import { remedyTexts } from './remedy-texts.ts';
import type { Step } from './step.ts';

const KEYS: Record<PeriodStep, string> = {
  movePromise: 'L V',
  extend: 'L U',
  notifyFee: 'L B',
  feePaid: 'L P',
  remedy: 'L T',
  decision: 'L R',
};

/** What the law lets be done about the periods; the server said which of it is open. Kinds that know none of it show none of it. */
export function usePeriodSteps({ id }: Pick<RequestPage, 'id'>, onPanel: (panel: PanelName) => void): Step[] {
  const say = useTexts(periodTexts);
  const sayRemedy = useTexts(remedyTexts);
  const may = useClocks(id).data?.may;
  if (may === undefined) return [];
  return (Object.keys(KEYS) as PeriodStep[]).map((step) => ({
    key: step,
    label: step === 'remedy' || step === 'decision' ? sayRemedy(step) : say(step),
    keys: KEYS[step],
    openness: may[step],
    act: () => onPanel(step),
  }));
}

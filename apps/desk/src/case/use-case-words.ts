import { caseKey } from '../../../../contract/case-words.ts';
import { useTexts } from '../kit/texts.ts';
import { caseTexts } from './case-texts.ts';

/** `word('state', 'assigned')` → `Birime iletildi`. */
export function useCaseWords(): (group: Parameters<typeof caseKey>[0], code: string | null) => string {
  const say = useTexts(caseTexts);
  return (group, code) => {
    if (code === null) return '';
    const key = caseKey(group, code);
    return key === null ? code : say(key);
  };
}

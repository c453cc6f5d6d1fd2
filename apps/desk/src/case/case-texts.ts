import type { CaseWord } from '../../../../contract/case-words.ts';
import { CASE_WORDS } from '../../../../contract/case-words.ts';
import { defineTexts } from '../kit/texts.ts';

export const caseTexts = defineTexts(CASE_WORDS.tr, CASE_WORDS.en);
export type CaseText = CaseWord;

import type { RuleFault } from '../../../../../../contract/routing.ts';
import { defineTexts, useTexts } from '../../../kit/texts.ts';
import own from './routing.module.css';
import type { RuleNames } from './rule-words.ts';

const texts = defineTexts(
  {
    title: 'Düzeltilmesi gereken yerler',
    'where.name': 'Kuralın adı',
    'where.why.tr': 'Neden (Türkçe)',
    'where.when': 'Koşullar',
    'where.topics': 'Konu',
    'where.groups': 'Konu grubu',
    'where.neighbourhoods': 'Mahalle',
    'where.areas': 'Bölge',
    'where.road': 'Yol kimin',
    'where.channels': 'Kanal',
    'where.kinds': 'Tür',
    'where.weekdays': 'Haftanın günü',
    'where.answers': 'Sorulara yanıtlar',
    'where.dates': 'Tarih aralığı',
    'where.words': 'Vatandaşın sözleri',
    'where.to.directorate': 'Müdürlük',
    'where.to.unit': 'Birim',
    'where.to.person': 'Kişi',
    'where.id': 'Kural',
    'problem.unknown': 'yok: {named}',
    'problem.not-active': 'artık kullanılmıyor: {named}',
    'problem.other-directorate': 'başka bir müdürlükten: {named}',
    'problem.other-unit': 'başka bir birimden: {named}',
    'problem.not-answerable': 'böyle bir yanıt verilemez: {named}',
    'problem.question-not-closed': 'bu sorunun seçenekleri yok: {named}',
    'problem.text-missing': 'boş',
    'problem.conditions-missing': 'hiç koşul yok; kural her başvuruyu alırdı',
    'problem.list-empty': 'hiçbiri seçilmemiş {named}',
    'problem.dates-order': 'son gün ilk günden önce',
    'problem.date-invalid': 'böyle bir gün yok: {named}',
    'problem.words-empty': 'sözcük değil: {named}',
    'problem.rule-twice': 'aynı kural iki kez var',
  },
  {
    title: 'To be corrected',
    'where.name': 'Name of the rule',
    'where.why.tr': 'Why (Turkish)',
    'where.when': 'Conditions',
    'where.topics': 'Topic',
    'where.groups': 'Topic group',
    'where.neighbourhoods': 'Neighbourhood',
    'where.areas': 'Area',
    'where.road': 'Whose road',
    'where.channels': 'Channel',
    'where.kinds': 'Kind',
    'where.weekdays': 'Day of the week',
    'where.answers': 'Answers to questions',
    'where.dates': 'Dates',
    'where.words': 'The citizen’s words',
    'where.to.directorate': 'Directorate',
    'where.to.unit': 'Unit',
    'where.to.person': 'Person',
    'where.id': 'Rule',
    'problem.unknown': 'not there: {named}',
    'problem.not-active': 'no longer in use: {named}',
    'problem.other-directorate': 'of another directorate: {named}',
    'problem.other-unit': 'of another unit: {named}',
    'problem.not-answerable': 'no such answer can be given: {named}',
    'problem.question-not-closed': 'this question has no choices: {named}',
    'problem.text-missing': 'empty',
    'problem.conditions-missing': 'no condition at all; the rule would take every request',
    'problem.list-empty': 'nothing chosen {named}',
    'problem.dates-order': 'the last day is before the first',
    'problem.date-invalid': 'no such day: {named}',
    'problem.words-empty': 'not a word: {named}',
    'problem.rule-twice': 'the same rule twice',
  },
);

/** What is wrong with a rule: where, what, and what is named there. */
export function FaultList({ faults, names }: { faults: readonly Omit<RuleFault, 'rule'>[]; names: RuleNames }) {
  const say = useTexts(texts);
  const sayFault = useFaultInWords(names);
  return (
    <div className={own.alarm} role="alert">
      <p>{say('title')}:</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.where} ${fault.problem} ${fault.named}`}>{sayFault(fault)}</li>
        ))}
      </ul>
    </div>
  );
}

export function useFaultInWords(names: RuleNames): (fault: Omit<RuleFault, 'rule'>) => string {
  const say = useTexts(texts);
  return ({ where, problem, named }) => {
    const what = say(`problem.${problem}` as 'problem.unknown', { named: nameOf(where, named, names) }).trim();
    const place = `where.${where}`;
    return Object.hasOwn(texts.tr, place) ? `${say(place as 'where.name')}: ${what}` : what;
  };
}

function nameOf(where: string, named: string, names: RuleNames): string {
  if (named === '') return '';
  if (where === 'topics') return names.topic(named);
  if (where === 'groups') return names.group(named);
  if (where === 'neighbourhoods') return names.neighbourhood(named);
  if (where === 'areas') return names.area(named);
  if (where === 'to.directorate') return names.directorate(named);
  if (where === 'to.unit') return names.unit(named);
  if (where === 'to.person') return names.person(named);
  const [question = '', value] = named.split('=');
  if (where === 'answers')
    return value === undefined ? names.question(question) : `${names.question(question)} ${value}`;
  return named;
}

import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PartnerPeriods } from '../../../../../contract/clocks.ts';
import { PARTNER_CLOCK_CODES } from '../../../../../contract/clocks.ts';
import type { Language } from '../../../../../text/language.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';
import { useEdit, usePublish } from './use-edit.ts';

const texts = defineTexts(
  {
    intro:
      'CİMER ve Açık Kapı kendi süresini sayar; bizim yasal süremiz yanında işler. Kaymakamlıkla başka bir süre kararlaştırdıysanız buraya yazın. Değişiklik yeni başvurular içindir; işleyen süreler değişmez.',
    cimer: 'CİMER',
    'cimer-foi': 'CİMER, bilgi edinme (4982)',
    'acik-kapi': 'Açık Kapı',
    amount: 'Süre',
    unit: 'Gün türü',
    'calendar-days': 'gün',
    'business-days': 'iş günü',
    most: 'En çok {n}.',
    tooLong: 'En az 1, en çok {n} olabilir: kanun daha uzununu bırakmıyor.',
    stricter: 'Henüz değiştirilmedi: daha sıkı olan geçerli.',
  },
  {
    intro:
      'CİMER and Açık Kapı count a period of their own; ours by law runs beside it. If you have settled another one with the governorate, write it here. A change is for new requests; periods that run stay.',
    cimer: 'CİMER',
    'cimer-foi': 'CİMER, information request (4982)',
    'acik-kapi': 'Açık Kapı',
    amount: 'Length',
    unit: 'Kind of day',
    'calendar-days': 'days',
    'business-days': 'business days',
    most: 'At most {n}.',
    tooLong: 'At least 1, at most {n}: the law leaves no longer one.',
    stricter: 'Not changed yet: the stricter holds.',
  },
);

type Periods = PartnerPeriods['periods'];
type Code = (typeof PARTNER_CLOCK_CODES)[number];

/** How long the clocks of other bodies run. */
export function PeriodsSection(_: { item: string | undefined }) {
  const refusalText = useRefusalText();
  const say = useTexts(settingTexts);
  const asked = useQuery({
    queryKey: ['partner-periods'],
    queryFn: ({ signal }) => api.get<PartnerPeriods>('/api/v1/partner-periods', {}, signal),
  });
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  if (asked.data === undefined) return <p className="hs-meta">{say('loading')}</p>;
  return <PeriodsDocument saved={asked.data} />;
}

function PeriodsDocument({ saved }: { saved: PartnerPeriods }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const { value, write, undo } = useEdit(saved);
  const { periods, version, most } = value;
  const save = usePublish(
    (reason) => api.put<PartnerPeriods>('/api/v1/partner-periods', { periods, version, reason }),
    { keys: ['partner-periods'], onSaved: undo },
  );
  return (
    <div className={styles.document}>
      <p className="hs-meta">{say('intro')}</p>
      {PARTNER_CLOCK_CODES.map((code) => (
        <OnePeriod
          key={code}
          code={code}
          period={periods[code]}
          most={most[code][periods[code].unit]}
          onWrite={(period) => write({ periods: { ...periods, [code]: period } })}
        />
      ))}
      {saved.version === 0 && <p className="hs-meta">{say('stricter')}</p>}
      <Publish before={inWords(saved.periods, language)} after={inWords(periods, language)} save={save} onUndo={undo} />
      <RevisionList
        path="/api/v1/partner-periods/revisions"
        version={version}
        inWords={(body) => inWords(body as Periods, language)}
      />
    </div>
  );
}

interface OneProps {
  code: Code;
  period: Periods[Code];
  most: number;
  onWrite: (period: Periods[Code]) => void;
}

/** What the server would refuse is said while it is typed. */
function OnePeriod({ code, period, most, onWrite }: OneProps) {
  const say = useTexts(texts);
  const broken = period.amount < 1 || period.amount > most;
  return (
    <fieldset className={styles.group}>
      <legend>{say(code)}</legend>
      <div className={styles.line}>
        <TextInput
          label={say('amount')}
          description={broken ? undefined : say('most', { n: most })}
          error={broken ? say('tooLong', { n: most }) : undefined}
          inputMode="numeric"
          w="12rem"
          value={period.amount === 0 ? '' : String(period.amount)}
          onChange={(event) =>
            onWrite({ ...period, amount: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 3)) })
          }
        />
        <NativeSelect
          label={say('unit')}
          value={period.unit}
          data={(['calendar-days', 'business-days'] as const).map((unit) => ({ value: unit, label: say(unit) }))}
          onChange={(event) => onWrite({ ...period, unit: event.currentTarget.value as Periods[Code]['unit'] })}
        />
      </div>
    </fieldset>
  );
}

/** `30 gün`, `15 iş günü`: for the list of what changes. */
function inWords(periods: Periods, language: Language): Record<Code, string> {
  const one = ({ amount, unit }: Periods[Code]) => `${amount} ${texts[language][unit]}`;
  return {
    cimer: one(periods.cimer),
    'cimer-foi': one(periods['cimer-foi']),
    'acik-kapi': one(periods['acik-kapi']),
  };
}

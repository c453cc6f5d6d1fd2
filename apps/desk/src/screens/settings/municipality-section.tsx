import { NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Profile } from '../../../../../contract/catalogue.ts';
import { api } from '../../kit/api.ts';
import { loadMunicipality } from '../../kit/municipality.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { AccentPreview } from './accent-preview.tsx';
import { BodiesFields } from './bodies-fields.tsx';
import { BothLanguages } from './both-languages.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { settingTexts } from './setting-texts.ts';
import { SpellingFields } from './spelling-fields.tsx';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    name: 'Belediyenin adı',
    brand: 'Merkezin adı',
    shortName: 'Kısa ad',
    initials: 'Baş harfler (1–3)',
    detsis: 'DETSİS numarası',
    'detsis.hint': 'Resmî yazıların sayısında; boşsa sayıda E harfi de olmaz.',
    filePlan: 'Dosya planı kodu',
    'filePlan.hint': 'Standart Dosya Planı; boşsa 622 (halkla ilişkiler).',
    callNumber: 'Çağrı merkezi: aranan numara',
    callPrinted: 'Çağrı merkezi: yazılan numara',
    hours: 'Çağrı merkezi saatleri',
    email: 'E-posta',
    web: 'Web adresi',
    townHall: 'Belediye binası',
    province: 'İl',
    district: 'İlçe',
    directorate: 'Merkezi yürüten müdürlük',
    whatsappNumber: 'WhatsApp: aranan numara (isteğe bağlı)',
    whatsappPrinted: 'WhatsApp: yazılan numara',
    askDays: 'Vatandaşın sorumuzu yanıtlaması için gün',
    'askDays.hint': 'Takvim günü; tatile gelirse sonraki iş günü. Konu başka bir süre söyleyebilir.',
    replyDays: 'Yanıtsız bitişten sonra yazabileceği gün',
    'replyDays.hint': 'Bu süre içinde yazan, yeniden bakılmasını istemiş olur.',
    callBack: 'Geri aranacak sonuçların yüzdesi',
    'callBack.hint': 'Fotoğrafsız “yapıldı” ve memnuniyetsizlik daha sık çekilir; 0 ise kimse aranmaz.',
    smsTitle: 'SMS başlığı',
    'smsTitle.hint': 'Operatörde kayıtlı olduğu gibi, 3–11 düz harf ya da rakam.',
    accent: 'Renk',
  },
  {
    name: 'Name of the municipality',
    brand: 'Name of the centre',
    shortName: 'Short name',
    initials: 'Initials (1–3)',
    detsis: 'DETSİS number',
    'detsis.hint': 'In the number of official letters; without it there is no E in it either.',
    filePlan: 'File plan code',
    'filePlan.hint': 'Standard file plan; 622 (public relations) if empty.',
    callNumber: 'Call centre: dialled number',
    callPrinted: 'Call centre: printed number',
    hours: 'Call centre hours',
    email: 'E-mail',
    web: 'Web address',
    townHall: 'Town hall',
    province: 'Province',
    district: 'District',
    directorate: 'Directorate that runs the centre',
    whatsappNumber: 'WhatsApp: dialled number (optional)',
    whatsappPrinted: 'WhatsApp: printed number',
    askDays: 'Days for a citizen to answer a question',
    'askDays.hint': 'Calendar days; a holiday moves it to the next working day. A topic may say otherwise.',
    replyDays: 'Days to write after an end without an answer',
    'replyDays.hint': 'Whoever writes within them asks that we look again.',
    callBack: 'Percent of conclusions to call back about',
    'callBack.hint': 'Done without a photo and dissatisfaction are drawn more often; with 0 nobody is called.',
    smsTitle: 'SMS title',
    'smsTitle.hint': 'As registered with the operator, 3–11 plain letters or digits.',
    accent: 'Colour',
  },
);

/** Who we are: what every page, letter and SMS says of the municipality. */
export function MunicipalitySection(_: { item: string | undefined }) {
  const refusalText = useRefusalText();
  const say = useTexts(settingTexts);
  const asked = useQuery({
    queryKey: ['municipality'],
    queryFn: ({ signal }) => api.get<Profile>('/api/v1/municipality', {}, signal),
  });
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  if (asked.data === undefined) return <p className="hs-meta">{say('loading')}</p>;
  return <ProfileDocument saved={asked.data} />;
}

const LINES = [
  ['shortName', 60],
  ['initials', 3],
  ['email', 254],
  ['web', 120],
  ['townHall', 300],
  ['province', 60],
  ['district', 60],
  ['directorate', 120],
] as const;

function ProfileDocument({ saved }: { saved: Profile }) {
  const say = useTexts(texts);
  const { value, write, undo } = useEdit(saved);
  const {
    callCentre,
    letters = { detsis: '', filePlan: '' },
    asking = { days: 10, replyDays: 30 },
    callBack = { percent: 5 },
  } = value;
  const save = usePublish((reason) => api.put('/api/v1/municipality', { profile: value, reason }), {
    keys: ['municipality'],
    onSaved: () => {
      undo();
      void loadMunicipality();
    },
  });
  return (
    <div className={styles.document}>
      <BothLanguages label={say('name')} maxLength={120} value={value.name} onWrite={(name) => write({ name })} />
      <BothLanguages label={say('brand')} maxLength={80} value={value.brand} onWrite={(brand) => write({ brand })} />
      <div className={styles.two}>
        {LINES.map(([field, maxLength]) => (
          <TextInput
            key={field}
            label={say(field)}
            maxLength={maxLength}
            value={value[field]}
            onChange={(event) => write({ [field]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label={say('smsTitle')}
          description={say('smsTitle.hint')}
          maxLength={11}
          value={value.smsTitle}
          onChange={(event) => write({ smsTitle: event.currentTarget.value })}
        />
        <TextInput
          label={say('callNumber')}
          maxLength={20}
          value={callCentre.number}
          onChange={(event) => write({ callCentre: { ...callCentre, number: event.currentTarget.value } })}
        />
        <TextInput
          label={say('callPrinted')}
          maxLength={20}
          value={callCentre.printed}
          onChange={(event) => write({ callCentre: { ...callCentre, printed: event.currentTarget.value } })}
        />
        <WhatsappFields whatsapp={value.whatsapp} onWrite={(whatsapp) => write({ whatsapp })} />
      </div>
      <div className={styles.two}>
        <TextInput
          label={say('detsis')}
          description={say('detsis.hint')}
          maxLength={10}
          inputMode="numeric"
          value={letters.detsis}
          onChange={(event) => write({ letters: { ...letters, detsis: event.currentTarget.value } })}
        />
        <TextInput
          label={say('filePlan')}
          description={say('filePlan.hint')}
          maxLength={20}
          value={letters.filePlan}
          onChange={(event) => write({ letters: { ...letters, filePlan: event.currentTarget.value } })}
        />
      </div>
      <div className={styles.two}>
        <NumberInput
          label={say('askDays')}
          description={say('askDays.hint')}
          {...{ min: 1, max: 90, allowDecimal: false }}
          value={asking.days}
          onChange={(days) => typeof days === 'number' && write({ asking: { ...asking, days } })}
        />
        <NumberInput
          label={say('replyDays')}
          description={say('replyDays.hint')}
          {...{ min: 1, max: 365, allowDecimal: false }}
          value={asking.replyDays}
          onChange={(replyDays) => typeof replyDays === 'number' && write({ asking: { ...asking, replyDays } })}
        />
        <NumberInput
          label={say('callBack')}
          description={say('callBack.hint')}
          {...{ min: 0, max: 100, allowDecimal: false }}
          value={callBack.percent}
          onChange={(percent) => typeof percent === 'number' && write({ callBack: { percent } })}
        />
      </div>
      <BothLanguages
        label={say('hours')}
        maxLength={80}
        value={callCentre.hours}
        onWrite={(hours) => write({ callCentre: { ...callCentre, hours } })}
      />
      <BodiesFields bodies={value.bodies} onWrite={(bodies) => write({ bodies })} />
      <SpellingFields cities={value.spellingCities} onWrite={(spellingCities) => write({ spellingCities })} />
      <AccentPreview label={say('accent')} accent={value.accent} onPick={(accent) => write({ accent })} />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path="/api/v1/municipality/revisions" version={saved.version} />
    </div>
  );
}

interface WhatsappProps {
  whatsapp: Profile['whatsapp'];
  onWrite: (whatsapp: Profile['whatsapp']) => void;
}

/** Without a number there is none. */
function WhatsappFields({ whatsapp, onWrite }: WhatsappProps) {
  const say = useTexts(texts);
  const { number, printed } = whatsapp ?? { number: '', printed: '' };
  const change = (next: { number: string; printed: string }) =>
    onWrite(next.number + next.printed === '' ? null : next);
  return (
    <>
      <TextInput
        label={say('whatsappNumber')}
        maxLength={20}
        value={number}
        onChange={(event) => change({ number: event.currentTarget.value, printed })}
      />
      <TextInput
        label={say('whatsappPrinted')}
        maxLength={20}
        value={printed}
        onChange={(event) => change({ number, printed: event.currentTarget.value })}
      />
    </>
  );
}

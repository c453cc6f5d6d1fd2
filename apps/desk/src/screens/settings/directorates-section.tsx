import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Directorate } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { ApprovalChoice } from './approval-choice.tsx';
import { CodeField, CodedTitle } from './coded-document.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { NEW, SectionFrame } from './section-frame.tsx';
import { itemOf } from './side-list.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    newTitle: 'Yeni müdürlük',
    code: 'Kod (2–5 büyük harf)',
    name: 'Adı',
    dative: 'Yönelme hâli',
    'dative.hint': '“Fen İşleri Müdürlüğü’ne” gibi: ek makinece eklenmez.',
    nameEn: 'İngilizce adı',
    phone: 'Telefon (isteğe bağlı)',
  },
  {
    newTitle: 'New directorate',
    code: 'Code (2–5 capitals)',
    name: 'Turkish name',
    dative: 'Turkish dative',
    'dative.hint': 'Like “Fen İşleri Müdürlüğü’ne”: suffixes are never added by machine.',
    nameEn: 'English name',
    phone: 'Phone (optional)',
  },
);

export function DirectoratesSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useQuery({
    queryKey: ['directorates'],
    queryFn: ({ signal }) => api.get<Directorate[]>('/api/v1/directorates', {}, signal),
  });
  const open = item === NEW ? NOTHING : asked.data?.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="directorates"
      items={asked.data?.map((each) => itemOf(each, language === 'tr' ? each.name : each.nameEn))}
      openId={item}
      error={asked.error}
      onNew={() => void navigate({ to: `/yonetim/${SECTION_PATHS.directorates}/${NEW}` })}
    >
      {open && <DirectorateDocument key={item} saved={open} />}
    </SectionFrame>
  );
}

const NOTHING: Directorate = { code: '', name: '', dative: '', nameEn: '', phone: null, active: true, version: 0 };

function DirectorateDocument({ saved }: { saved: Directorate }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const navigate = useNavigate();
  const { value, write, undo } = useEdit(saved);
  const save = usePublish(
    (reason) => api.put<Directorate>(`/api/v1/directorates/${value.code}`, { ...value, ...(reason && { reason }) }),
    {
      keys: ['directorates'],
      onSaved: ({ code }) => {
        undo();
        if (saved.version === 0) void navigate({ to: `/yonetim/${SECTION_PATHS.directorates}/${code}` });
      },
    },
  );
  return (
    <div className={styles.document}>
      <CodedTitle saved={saved} name={saved.name} newTitle={say('newTitle')} />
      <CodeField
        {...{ saved, maxLength: 5, label: say('code') }}
        value={value.code}
        onWrite={(code) => write({ code })}
      />
      {(['name', 'dative', 'nameEn'] as const).map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          description={field === 'dative' ? say('dative.hint') : undefined}
          maxLength={120}
          value={value[field]}
          onChange={(event) => write({ [field]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={say('phone')}
        maxLength={20}
        value={value.phone ?? ''}
        onChange={(event) => write({ phone: event.currentTarget.value || null })}
      />
      <ApprovalChoice value={value.approval ?? 'none'} onChange={(approval) => write({ approval })} />
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/directorates/${saved.code}/revisions`} version={saved.version} />
    </div>
  );
}

import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Unit } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { CodedTitle } from './coded-document.tsx';
import { useUnits } from './post-fields.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { NEW, SectionFrame } from './section-frame.tsx';
import { itemOf } from './side-list.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { useDirectorates } from './topics-section.tsx';
import { useEdit, usePublish } from './use-edit.ts';
import { useStaff } from './use-staff.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    newTitle: 'Yeni birim',
    directorate: 'Müdürlüğü',
    choose: 'Seçin',
    code: 'Kodu: müdürlüğün kodu, çizgi, kısa ad',
    name: 'Adı',
    nameEn: 'İngilizce adı',
    people: 'Bu birimde çalışanlar',
    'people.none': 'Bu birimde kimse yok.',
  },
  {
    newTitle: 'New unit',
    directorate: 'Directorate',
    choose: 'Choose',
    code: "Code: the directorate's, a dash, a short name",
    name: 'Turkish name',
    nameEn: 'English name',
    people: 'Who works in it',
    'people.none': 'Nobody works in it.',
  },
);

/** Teams inside the directorates: work is handed to them, and restricted topics are kept to them. */
export function UnitsSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useUnits();
  const goTo = (code: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.units}/${code}` });
  const open = item === NEW ? NOTHING : asked.data?.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="units"
      items={asked.data?.map((each) => itemOf(each, language === 'tr' ? each.name : each.nameEn))}
      openId={item}
      error={asked.error}
      onNew={() => goTo(NEW)}
    >
      {open && <UnitDocument key={item} saved={open} onSaved={goTo} />}
    </SectionFrame>
  );
}

const NOTHING: Unit = { code: '', directorate: '', name: '', nameEn: '', active: true, version: 0 };

function UnitDocument({ saved, onSaved }: { saved: Unit; onSaved: (code: string) => void }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const { value: unit, write, undo } = useEdit(saved);
  const save = usePublish(
    (reason) => api.put<Unit>(`/api/v1/units/${unit.code}`, { ...unit, ...(reason && { reason }) }),
    {
      keys: ['units'],
      onSaved: ({ code }) => {
        undo();
        if (saved.version === 0) onSaved(code);
      },
    },
  );
  return (
    <div className={styles.document}>
      <CodedTitle saved={saved} name={language === 'tr' ? saved.name : saved.nameEn} newTitle={say('newTitle')} />
      {saved.version === 0 && <Place unit={unit} write={write} />}
      {(['name', 'nameEn'] as const).map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          maxLength={120}
          value={unit[field]}
          onChange={(event) => write({ [field]: event.currentTarget.value })}
        />
      ))}
      <Checkbox
        label={sayAny('active')}
        checked={unit.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      {saved.version > 0 && <People unit={saved.code} />}
      <Publish before={saved} after={unit} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/units/${saved.code}/revisions`} version={saved.version} />
    </div>
  );
}

/** Fixed once it is saved: old requests name the unit by its code. */
function Place({ unit, write }: { unit: Unit; write: (part: Partial<Unit>) => void }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const directorates = useDirectorates().filter(({ active }) => active);
  return (
    <div className={styles.two}>
      <NativeSelect
        label={say('directorate')}
        value={unit.directorate}
        data={[
          { value: '', label: say('choose') },
          ...directorates.map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn })),
        ]}
        onChange={(event) => write({ directorate: event.currentTarget.value, code: `${event.currentTarget.value}-` })}
      />
      <TextInput
        label={say('code')}
        maxLength={12}
        value={unit.code}
        onChange={(event) => write({ code: event.currentTarget.value })}
      />
    </div>
  );
}

function People({ unit }: { unit: string }) {
  const say = useTexts(texts);
  const people = (useStaff().data ?? []).filter((person) => person.active && person.unit === unit);
  return (
    <section>
      <h2>{say('people')}</h2>
      {people.length === 0 ? (
        <p className="hs-meta">{say('people.none')}</p>
      ) : (
        <ul className={styles.plainList}>
          {people.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/yonetim/${SECTION_PATHS.staff}/${id}` as string}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

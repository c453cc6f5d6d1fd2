import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Neighbourhood } from '../../../../../contract/places.ts';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { NeighbourhoodTiles } from './neighbourhood-tiles.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { RulesNaming } from './rules-naming.tsx';
import { NEW, SectionFrame } from './section-frame.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    newTitle: 'Yeni mahalle',
    name: 'Adı',
    fullName: 'Adresteki adı',
    'fullName.hint': 'Adem Yavuz Mahallesi; Yeni Mahalle gibi adlar olduğu gibi yazılır.',
    shortName: 'Kısa adı (haritadaki kareye sığan)',
    locative: 'Bulunma hâli',
    'locative.hint': '“Adem Yavuz Mahallesi’nde” gibi: ek makinece eklenmez.',
    tile: 'Haritadaki kare',
    tileCol: 'Sütun',
    tileRow: 'Satır',
    centre: 'Ortası',
    latitude: 'Enlem (35–43)',
    longitude: 'Boylam (25–46)',
  },
  {
    newTitle: 'New neighbourhood',
    name: 'Name',
    fullName: 'Name in an address',
    'fullName.hint': 'Adem Yavuz Mahallesi; names like Yeni Mahalle as they are.',
    shortName: 'Short name (fits its tile)',
    locative: 'Turkish locative',
    'locative.hint': 'Like “Adem Yavuz Mahallesi’nde”: suffixes are never added by machine.',
    tile: 'Tile on the map',
    tileCol: 'Column',
    tileRow: 'Row',
    centre: 'Its middle',
    latitude: 'Latitude (35–43)',
    longitude: 'Longitude (25–46)',
  },
);

const NOTHING: Neighbourhood = {
  ...{ id: 0, name: '', fullName: '', shortName: '', locative: '', tileCol: null, tileRow: null, latitude: null },
  ...{ longitude: null, active: true, version: 0 },
};

export function NeighbourhoodsSection({ item }: { item: string | undefined }) {
  const navigate = useNavigate();
  const asked = useNeighbourhoods();
  const open = item === NEW ? NOTHING : asked.data?.find(({ id }) => String(id) === item);
  return (
    <SectionFrame
      section="neighbourhoods"
      items={asked.data?.map(({ id, name, active }) => ({ id: String(id), label: name, inactive: !active }))}
      openId={item}
      error={asked.error}
      onNew={() => void navigate({ to: `/yonetim/${SECTION_PATHS.neighbourhoods}/${NEW}` })}
    >
      {open && <NeighbourhoodDocument key={item} saved={open} all={asked.data ?? []} />}
    </SectionFrame>
  );
}

const NAMES = ['name', 'fullName', 'shortName', 'locative'] as const;
const LONGEST = { name: 60, fullName: 80, shortName: 20, locative: 80 } as const;

function NeighbourhoodDocument({ saved, all }: { saved: Neighbourhood; all: readonly Neighbourhood[] }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const navigate = useNavigate();
  const { value, write, undo } = useEdit(saved);
  const isNew = saved.version === 0;
  const save = usePublish(
    (reason) => {
      const { id: _, ...neighbourhood } = value;
      const body = { neighbourhood, reason };
      return isNew
        ? api.post<Neighbourhood>('/api/v1/neighbourhoods', body)
        : api.put<Neighbourhood>(`/api/v1/neighbourhoods/${saved.id}`, body);
    },
    {
      keys: ['neighbourhoods', 'routing-rules'],
      onSaved: ({ id }) => {
        undo();
        if (isNew) void navigate({ to: `/yonetim/${SECTION_PATHS.neighbourhoods}/${id}` as string });
      },
    },
  );
  return (
    <div className={styles.document}>
      <h1>{isNew ? say('newTitle') : saved.fullName}</h1>
      {NAMES.map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          description={field === 'fullName' || field === 'locative' ? say(`${field}.hint`) : undefined}
          maxLength={LONGEST[field]}
          value={value[field]}
          onChange={(event) => write({ [field]: event.currentTarget.value })}
        />
      ))}
      <fieldset className={styles.group}>
        <legend>{say('tile')}</legend>
        <NeighbourhoodTiles all={all} edited={value} onPick={(tile) => write(tile)} />
        <div className={styles.two}>
          {(['tileCol', 'tileRow'] as const).map((field) => (
            <NumberInput
              key={field}
              label={say(field)}
              min={1}
              max={99}
              allowDecimal={false}
              value={value[field] ?? ''}
              onChange={(typed) => write({ [field]: typed === '' ? null : Number(typed) })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('centre')}</legend>
        <div className={styles.two}>
          {(['latitude', 'longitude'] as const).map((field) => (
            <NumberInput
              key={field}
              label={say(field)}
              decimalScale={6}
              value={value[field] ?? ''}
              onChange={(typed) => write({ [field]: typed === '' ? null : Number(typed) })}
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      {saved.active && !value.active && <RulesNaming kind="neighbourhood" named={String(saved.id)} />}
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/neighbourhoods/${saved.id}/revisions`} version={saved.version} />
    </div>
  );
}

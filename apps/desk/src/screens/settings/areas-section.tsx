import { Checkbox, MultiSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Area } from '../../../../../contract/places.ts';
import { areaPicture } from '../../../../../ui/area-picture.ts';
import { isInside, ringsOf } from '../../../../../ui/shape.ts';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import { CodeField, CodedTitle } from './coded-document.tsx';
import { readGeoFile } from './geo-file.ts';
import type { GeoProblem } from './geo-file.ts';
import { PickFile } from './pick-file.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { RulesNaming } from './rules-naming.tsx';
import { useAreas } from './routing/use-rule-names.ts';
import { NEW, SectionFrame } from './section-frame.tsx';
import { itemOf } from './side-list.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import own from './places.module.css';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    newTitle: 'Yeni bölge',
    intro:
      'Bölge, kuralların ve listelerin adıyla anabildiği bir yerdir: birkaç mahalle, haritada bir alan ya da ikisi birden.',
    code: 'Kod (büyük harf, rakam, çizgi)',
    name: 'Adı',
    neighbourhoods: 'Mahalleler',
    shape: 'Haritadaki alan',
    'shape.hint': 'GeoJSON dosyası (Polygon ya da MultiPolygon, WGS 84). CBS programları bu biçimde verir.',
    'shape.file': 'Dosya seç',
    'shape.remove': 'Alanı kaldır',
    'shape.inside': 'Ortası içinde kalan mahalleler: {list}',
    'shape.nobody': 'Hiçbir mahallenin ortası içinde değil. Alanın yerini denetleyin.',
    'shape.union': 'Mahalleler ve alan birlikte bölgeyi oluşturur; birinin içinde olmak yeter.',
    'problem.not-json': 'Bu dosya GeoJSON değil. CBS programından GeoJSON olarak dışa aktarın.',
    'problem.no-shape': 'Dosyada kapalı bir alan (Polygon) yok.',
    'problem.too-big': 'Alanın 5.000’den çok köşesi var. Daha sade bir çizim verin.',
  },
  {
    newTitle: 'New area',
    intro: 'An area is a place rules and lists can name: some neighbourhoods, a shape on the map, or both.',
    code: 'Code (capitals, digits, dashes)',
    name: 'Name',
    neighbourhoods: 'Neighbourhoods',
    shape: 'Shape on the map',
    'shape.hint': 'A GeoJSON file (Polygon or MultiPolygon, WGS 84), as GIS programs write it.',
    'shape.file': 'Choose a file',
    'shape.remove': 'Remove the shape',
    'shape.inside': 'Neighbourhoods whose middle lies inside: {list}',
    'shape.nobody': 'No neighbourhood’s middle lies inside. Check where the shape lies.',
    'shape.union': 'Neighbourhoods and shape together make the area; lying in either is enough.',
    'problem.not-json': 'This file is not GeoJSON. Export it as GeoJSON from the GIS program.',
    'problem.no-shape': 'There is no closed shape (Polygon) in the file.',
    'problem.too-big': 'The shape has more than 5,000 corners. Give a simpler one.',
  },
);

const NOTHING: Area = { code: '', name: { tr: '', en: '' }, neighbourhoods: [], shape: null, active: true, version: 0 };

export function AreasSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useAreas();
  const open = item === NEW ? NOTHING : asked.data?.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="areas"
      items={asked.data?.map((each) => itemOf(each, each.name[language]))}
      openId={item}
      error={asked.error}
      onNew={() => void navigate({ to: `/yonetim/${SECTION_PATHS.areas}/${NEW}` })}
    >
      {open && <AreaDocument key={item} saved={open} />}
    </SectionFrame>
  );
}

function AreaDocument({ saved }: { saved: Area }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const navigate = useNavigate();
  const { value, write, undo } = useEdit(saved);
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const save = usePublish((reason) => api.put<Area>(`/api/v1/areas/${value.code}`, { area: value, reason }), {
    keys: ['areas', 'routing-rules'],
    onSaved: ({ code }) => {
      undo();
      if (saved.version === 0) void navigate({ to: `/yonetim/${SECTION_PATHS.areas}/${code}` as string });
    },
  });
  return (
    <div className={styles.document}>
      <CodedTitle saved={saved} name={saved.name[language]} newTitle={say('newTitle')} />
      <p className="hs-meta">{say('intro')}</p>
      <CodeField
        {...{ saved, maxLength: 16, label: say('code') }}
        value={value.code}
        onWrite={(code) => write({ code: code.trim() })}
      />
      <BothLanguages label={say('name')} value={value.name} maxLength={80} onWrite={(name) => write({ name })} />
      <MultiSelect
        label={say('neighbourhoods')}
        data={neighbourhoods
          .filter(({ active, id }) => active || value.neighbourhoods.includes(id))
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={value.neighbourhoods.map(String)}
        searchable
        hidePickedOptions
        onChange={(ids) => write({ neighbourhoods: ids.map(Number) })}
      />
      <ShapeFields area={value} onWrite={(shape) => write({ shape })} />
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      {saved.active && !value.active && <RulesNaming kind="area" named={saved.code} />}
      <Publish before={brief(saved)} after={brief(value)} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/areas/${saved.code}/revisions`} version={saved.version} />
    </div>
  );
}

/** A thousand coordinates are no difference anybody can read; how many there are is. */
function brief({ shape, ...rest }: Area) {
  return {
    ...rest,
    shape: shape === null ? null : `${shape.type} ${ringsOf(shape).flat().length} · ${fingerprint(shape)}`,
  };
}

function fingerprint(shape: NonNullable<Area['shape']>): string {
  const sum = ringsOf(shape).flat(2).reduce((total, value, at) => total + value * ((at % 7) + 1), 0); // prettier-ignore
  return sum.toFixed(4);
}

function ShapeFields({ area, onWrite }: { area: Area; onWrite: (shape: Area['shape']) => void }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const [problem, setProblem] = useState<GeoProblem | null>(null);
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const { shape } = area;
  const take = async (file: File) => {
    const read = readGeoFile(await file.text());
    setProblem('problem' in read ? read.problem : null);
    if ('shape' in read) onWrite(read.shape);
  };
  return (
    <fieldset className={styles.group}>
      <legend>{say('shape')}</legend>
      <p className="hs-meta">{say('shape.hint')}</p>
      {problem !== null && (
        <p className="hs-problem" role="alert">
          {say(`problem.${problem}`)}
        </p>
      )}
      <PickFile
        label={say('shape.file')}
        accept=".geojson,.json,application/geo+json"
        onPick={(file) => void take(file)}
      />
      {shape !== null && (
        <>
          <ShapePicture area={area} language={language} neighbourhoods={neighbourhoods} />
          {area.neighbourhoods.length > 0 && <p className="hs-meta">{say('shape.union')}</p>}
          <button type="button" className="hs-link" onClick={() => onWrite(null)}>
            {say('shape.remove')}
          </button>
        </>
      )}
    </fieldset>
  );
}

interface PictureProps {
  area: Area;
  language: 'tr' | 'en';
  neighbourhoods: NonNullable<ReturnType<typeof useNeighbourhoods>['data']>;
}

function ShapePicture({ area: { code, name, shape }, language, neighbourhoods }: PictureProps) {
  const say = useTexts(texts);
  if (shape === null) return null;
  const middles = neighbourhoods.flatMap(({ name: each, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ name: each, latitude, longitude, inside: isInside(ringsOf(shape), { longitude, latitude }) }],
  );
  const drawn = areaPicture({
    id: `area-${code || 'new'}`,
    title: name[language] || code,
    rings: ringsOf(shape),
    middles,
    language,
  });
  const inside = middles.filter((each) => each.inside).map((each) => each.name);
  return (
    <>
      {/* Drawn by ui/area-picture.ts, which escapes the names it prints. */}
      <div className={own.shape} dangerouslySetInnerHTML={{ __html: drawn }} />
      <p className="hs-meta">
        {inside.length === 0 ? say('shape.nobody') : say('shape.inside', { list: inside.join(', ') })}
      </p>
    </>
  );
}

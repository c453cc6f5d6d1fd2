import type { RequestPage } from '../../../../../contract/requests.ts';
import { neighbourhoodMap } from '../../../../../ui/neighbourhood-map.ts';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { requestTexts } from './request-texts.ts';
import styles from './facts.module.css';

/** Where, in words; the schematic picture is an addition and never the only way to know. */
export function PlaceFacts({ page }: { page: RequestPage }) {
  const say = useTexts(requestTexts);
  const { place } = page;
  const neighbourhood =
    place.neighbourhoodId === null ? null : page.names.neighbourhoods[String(place.neighbourhoodId)];
  const line = [neighbourhood, place.street, place.door === null ? null : say('door', { no: place.door })];
  return (
    <>
      <p>{line.some(Boolean) ? line.filter(Boolean).join(', ') : say('place.none')}</p>
      {place.description !== null && <p className="hs-meta">{place.description}</p>}
      {place.neighbourhoodId !== null && <PlaceMap page={page} />}
    </>
  );
}

function PlaceMap({ page }: { page: RequestPage }) {
  const { language } = useSettings();
  const { neighbourhoodId, latitude, longitude } = page.place;
  const placed = (useNeighbourhoods().data ?? []).flatMap(
    ({ id, name, shortName, tileCol, tileRow, latitude: lat, longitude: lon }) =>
      tileCol === null || tileRow === null || lat === null || lon === null
        ? []
        : [{ key: String(id), name, shortName, tile: { col: tileCol, row: tileRow }, centre: { lat, lon } }],
  );
  if (placed.length === 0) return null;
  const picture = neighbourhoodMap({
    id: `place-${page.id}`,
    neighbourhoods: placed,
    language,
    selected: String(neighbourhoodId),
    point: latitude === null || longitude === null ? undefined : { lat: latitude, lon: longitude },
  });
  // Drawn by ui/neighbourhood-map.ts, which escapes the names it prints.
  return <div className={styles.map} dangerouslySetInnerHTML={{ __html: picture }} />;
}

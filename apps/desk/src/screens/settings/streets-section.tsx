import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { RegisteredStreet, StreetRegister } from '../../../../../contract/places.ts';
import { formatCount } from '../../../../../text/format.ts';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { NEW } from './section-frame.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { StreetDocument } from './street-document.tsx';
import { StreetFilePanel } from './street-file-panel.tsx';
import { streetTexts } from './street-texts.ts';
import own from './places.module.css';
import styles from './settings.module.css';

const FILE = 'dosya';
const streetPath = (item: string | number) => `/yonetim/${SECTION_PATHS.streets}/${item}`;

/** Streets, and whose road each is: thousands of them, so the server narrows the list. */
export function StreetsSection({ item }: { item: string | undefined }) {
  const say = useTexts(settingTexts);
  const asked = useQuery({
    queryKey: ['street', item],
    queryFn: () => api.get<RegisteredStreet>(`/api/v1/streets/${item}`),
    enabled: /^\d+$/.test(item ?? ''),
  });
  const open = item === NEW ? NOTHING : /^\d+$/.test(item ?? '') ? asked.data : undefined;
  return (
    <div className={styles.columns} data-item={item !== undefined || undefined}>
      <Register openId={item} />
      {item === FILE && <StreetFilePanel />}
      {open && <StreetDocument key={`${item} ${open.version}`} saved={open} pathOf={streetPath} />}
      {item === undefined && <p className={`${styles.document} hs-meta`}>{say('pick')}</p>}
    </div>
  );
}

const NOTHING: RegisteredStreet = {
  ...{ id: 0, neighbourhoodId: 0, name: '', roadAuthority: null, authoritySource: null, active: true, version: 0 },
};

function Register({ openId }: { openId: string | undefined }) {
  const say = useTexts(streetTexts);
  const sayAny = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [neighbourhoodId, setNeighbourhood] = useState('');
  const [authority, setAuthority] = useState('');
  const filter = { typed: useDeferredValue(typed.trim()) || undefined, neighbourhoodId: neighbourhoodId || undefined, authority: authority || undefined }; // prettier-ignore
  const asked = useInfiniteQuery({
    queryKey: ['streets', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<StreetRegister>('/api/v1/streets/register', { ...filter, after: pageParam }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const streets = asked.data?.pages.flatMap((page) => page.streets) ?? [];
  return (
    <div className={styles.side}>
      <div className={own.filters}>
        <TextInput
          type="search"
          label={sayAny('find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('neighbourhood')}
          value={neighbourhoodId}
          data={[
            { value: '', label: say('all') },
            ...neighbourhoods.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(event) => setNeighbourhood(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('authority')}
          value={authority}
          data={[
            { value: '', label: say('all') },
            ...(['district', 'metropolitan', 'unknown'] as const).map((value) => ({
              value,
              label: say(`authority.${value}`),
            })),
          ]}
          onChange={(event) => setAuthority(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button onClick={() => void navigate({ to: streetPath(NEW) as string })}>{sayAny('new')}</Button>
          <Button onClick={() => void navigate({ to: streetPath(FILE) as string })}>{say('fromFile')}</Button>
        </div>
        <Counts counts={asked.data?.pages[0]?.counts} />
        {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      </div>
      <ul className={styles.plainList}>
        {streets.map(({ id, name, neighbourhoodId: where, roadAuthority, active }) => (
          <li key={id}>
            <Link
              to={streetPath(id) as string}
              className={styles.item}
              data-open={String(id) === openId || undefined}
              aria-current={String(id) === openId ? 'true' : undefined}
            >
              <span>{name}</span>
              <span className="hs-meta">
                {[
                  neighbourhoods.find((each) => each.id === where)?.name,
                  roadAuthority && say(`authority.${roadAuthority}`),
                  active ? null : sayAny('inactive'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
        {asked.isSuccess && streets.length === 0 && <li className="hs-meta">{sayAny('none')}</li>}
        {asked.hasNextPage && (
          <li>
            <Button onClick={() => void asked.fetchNextPage()}>{say('more')}</Button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Counts({ counts }: { counts: StreetRegister['counts'] | undefined }) {
  const say = useTexts(streetTexts);
  const { language } = useSettings();
  if (counts === undefined) return null;
  return (
    <p className={`hs-meta ${own.counts}`}>
      {(['district', 'metropolitan', 'unknown'] as const).map((whose) => (
        <span key={whose}>
          {say(`authority.${whose}`)}: {formatCount(counts[whose], language)}
        </span>
      ))}
    </p>
  );
}

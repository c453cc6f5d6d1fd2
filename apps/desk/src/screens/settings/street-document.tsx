import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { RegisteredStreet } from '../../../../../contract/places.ts';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { settingTexts } from './setting-texts.ts';
import { streetTexts } from './street-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

interface Props {
  saved: RegisteredStreet;
  pathOf: (id: number) => string;
}

/** One street: its name, and whose road it is with what that stands on. */
export function StreetDocument({ saved, pathOf }: Props) {
  const say = useTexts(streetTexts);
  const sayAny = useTexts(settingTexts);
  const navigate = useNavigate();
  const { value, write, undo } = useEdit(saved);
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const isNew = saved.version === 0;
  const save = usePublish(
    (reason) => {
      const { id: _, ...street } = value;
      return isNew
        ? api.post<RegisteredStreet>('/api/v1/streets', { street, reason })
        : api.put<RegisteredStreet>(`/api/v1/streets/${saved.id}`, { street, reason });
    },
    {
      keys: ['streets', 'street'],
      onSaved: ({ id }) => {
        undo();
        if (isNew) void navigate({ to: pathOf(id) as string });
      },
    },
  );
  return (
    <div className={styles.document}>
      <h1>{isNew ? say('newTitle') : saved.name}</h1>
      <TextInput
        label={say('name')}
        maxLength={120}
        value={value.name}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('neighbourhood')}
        value={String(value.neighbourhoodId)}
        data={[
          ...(value.neighbourhoodId === 0 ? [{ value: '0', label: say('choose') }] : []),
          ...neighbourhoods.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => write({ neighbourhoodId: Number(event.currentTarget.value) })}
      />
      <fieldset className={styles.group}>
        <legend>{say('authority')}</legend>
        <p className="hs-meta">{say('law.hint')}</p>
        <div className={styles.two}>
          <NativeSelect
            label={say('authority')}
            value={value.roadAuthority ?? ''}
            data={[
              { value: '', label: say('authority.unknown') },
              ...(['district', 'metropolitan'] as const).map((whose) => ({
                value: whose,
                label: say(`authority.${whose}`),
              })),
            ]}
            onChange={(event) => {
              const roadAuthority = (event.currentTarget.value || null) as RegisteredStreet['roadAuthority'];
              write({ roadAuthority, ...(roadAuthority === null && { authoritySource: null }) });
            }}
          />
          {value.roadAuthority !== null && (
            <TextInput
              label={say('source')}
              description={say('source.hint')}
              maxLength={200}
              value={value.authoritySource ?? ''}
              onChange={(event) => write({ authoritySource: event.currentTarget.value || null })}
            />
          )}
        </div>
      </fieldset>
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/streets/${saved.id}/revisions`} version={saved.version} />
    </div>
  );
}

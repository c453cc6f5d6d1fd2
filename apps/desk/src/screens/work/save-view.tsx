/** Keeps the filter that stands there under a name: for oneself, and for whom one may share it with. */
import { Popover, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { NewView } from '../../../../../contract/staff.ts';
import { useDirectorates } from '../../case/case-data.ts';
import { api, queryText } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { addressOf } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { viewTexts } from './view-texts.ts';
import styles from './work.module.css';

export function SaveView({ filter }: { filter: ListFilter }) {
  const say = useTexts(viewTexts);
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" width={300}>
      <Popover.Target>
        <button type="button" className="hs-link" onClick={() => setOpened(!opened)}>
          {say('save')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SaveForm filter={filter} onSaved={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** 'everybody', or the code of a directorate. */
type Whom = string | null;

function SaveForm({ filter, onSaved }: { filter: ListFilter; onSaved: () => void }) {
  const say = useTexts(viewTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [whom, setWhom] = useState<Whom>(null);
  const save = useMutation({
    mutationFn: () =>
      api.post('/api/v1/views', { name, query: queryText(addressOf(filter)).slice(1), ...sharedWith(whom) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views'] }).then(onSaved),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className={styles.filterForm} onSubmit={submit}>
      <TextInput
        label={say('name')}
        value={name}
        maxLength={60}
        data-autofocus
        error={save.isError ? refusalText(save.error) : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ShareWith value={whom} onChange={setWhom} />
      <button type="submit" className="hs-link">
        {say('save')}
      </button>
    </form>
  );
}

function sharedWith(whom: Whom): Pick<NewView, 'sharedWith' | 'directorate'> {
  if (whom === null) return {};
  return whom === 'everybody' ? { sharedWith: whom } : { sharedWith: 'directorate', directorate: whom };
}

/** Not there for those who may share with nobody. */
function ShareWith({ value, onChange }: { value: Whom; onChange: (whom: Whom) => void }) {
  const say = useTexts(viewTexts);
  const me = useMe();
  const { language } = useSettings();
  const directorates = useDirectorates().data ?? [];
  const far = reach(me, 'view-share');
  if (far === 'none') return null;
  const offered = directorates.filter(({ code }) => far === 'all' || code === me.directorate);
  return (
    <Select
      label={say('share')}
      description={say('share.what')}
      placeholder={say('share.nobody')}
      clearable
      comboboxProps={{ withinPortal: false }}
      value={value}
      data={[
        ...(far === 'all' ? [{ value: 'everybody', label: say('share.everybody') }] : []),
        ...offered.map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn })),
      ]}
      onChange={onChange}
    />
  );
}

/** Under the person: records that may be of the same person, and those merged already. For those with the right; nobody else asks. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SamePerson as Found } from '../../../../../contract/people.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useTexts } from '../../kit/texts.ts';
import styles from './facts.module.css';
import { incidentTexts } from './incident-texts.ts';

export function SamePerson({ page }: { page: RequestPage }) {
  const mayMerge = reach(useMe(), 'people-merge') !== 'none';
  const { data } = useQuery({
    queryKey: ['request', page.id, 'same-person'],
    queryFn: ({ signal }) => api.get<Found>(`/api/v1/requests/${page.id}/same-person`, {}, signal),
    enabled: mayMerge,
  });
  if (!data) return null;
  return (
    <>
      {data.suggested.map((each) => (
        <Suggested key={each.citizenId} page={page} person={each} />
      ))}
      {data.merged.map((each) => (
        <Merged key={each.id} page={page} merge={each} />
      ))}
    </>
  );
}

function useDone(page: RequestPage, work: () => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['request', page.id] }),
  });
}

function Suggested({ page, person }: { page: RequestPage; person: Found['suggested'][number] }) {
  const say = useTexts(incidentTexts);
  const refusalText = useRefusalText();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const { citizenId, initials, requests } = person;
  const merge = useDone(page, () => api.post(`/api/v1/requests/${page.id}/same-person`, { citizen: citizenId, why }));
  return (
    <div className="hs-screen-only">
      <p className={styles.field}>
        <span>
          {say('same.maybe', { initials })}
          <span className="hs-meta">
            {' '}
            {person.why.map((each) => say(`same.${each}`)).join(', ')} · {say('same.requests', { n: requests })}
          </span>
        </span>
        <button type="button" className="hs-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('same.merge')}
        </button>
      </p>
      {open && (
        <form
          className={styles.ask}
          onSubmit={(event) => {
            event.preventDefault();
            merge.mutate();
          }}
        >
          <TextInput
            label={say('same.why')}
            value={why}
            autoFocus
            maxLength={300}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          {merge.isError && <p className="hs-problem">{refusalText(merge.error)}</p>}
          <p className="hs-meta">{say('same.what')}</p>
          <Button type="submit" size="xs" aria-disabled={merge.isPending}>
            {say('same.merge')}
          </Button>
        </form>
      )}
    </div>
  );
}

function Merged({ page, merge }: { page: RequestPage; merge: Found['merged'][number] }) {
  const say = useTexts(incidentTexts);
  const refusalText = useRefusalText();
  const undo = useDone(page, () => api.post(`/api/v1/people-merges/${merge.id}/undo`));
  return (
    <div className="hs-screen-only">
      <p className={styles.field}>
        <span className="hs-meta">
          {say('same.merged', { initials: merge.initials })} · {merge.why}
        </span>
        <button type="button" className="hs-link" aria-disabled={undo.isPending} onClick={() => undo.mutate()}>
          {say('undo')}
        </button>
      </p>
      {undo.isError && <p className="hs-problem">{refusalText(undo.error)}</p>}
    </div>
  );
}

/** Requests that have to do with this one: read with one click, added by number, taken away again. */
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkListAnswer } from '../../../../../contract/finding.ts';
import type { LinkKind, LinksShown } from '../../../../../contract/links.ts';
import { LINK_KINDS } from '../../../../../contract/links.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { StateGlyph } from '../../case/state-glyph.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { api } from '../../kit/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { Refusal } from '../../kit/refusal.ts';
import { useTexts } from '../../kit/texts.ts';
import styles from './facts.module.css';
import { incidentTexts } from './incident-texts.ts';

export function Links({ page }: { page: RequestPage }) {
  const say = useTexts(incidentTexts);
  const word = useCaseWords();
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const mayChange = page.may.note === 'open';
  const links = useQuery({
    queryKey: ['request', page.id, 'links'],
    queryFn: ({ signal }) => api.get<LinksShown>(`/api/v1/requests/${page.id}/links`, {}, signal),
  });
  const remove = useMutation({
    mutationFn: (other: string) => api.post(`/api/v1/requests/${page.id}/unlinking`, { other }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', page.id] }),
  });
  useCommands(mayChange ? [{ id: 'link', title: say('link.add'), act: () => setAdding(true) }] : []);
  return (
    <>
      <ul className={styles.plain}>
        {(links.data ?? []).map(({ id, kind, shownNumber, text, state }) => (
          <li key={id}>
            <p>
              <Link to={`/isler/${id}` as string}>{text}</Link>
            </p>
            <p className="hs-meta">
              {say(`link.${kind}`)} · <StateGlyph state={state} outcome={null} /> {word('state', state)} ·{' '}
              <span className="hs-number">{shownNumber}</span>{' '}
              {mayChange && (
                <button
                  type="button"
                  className="hs-link hs-screen-only"
                  aria-label={say('link.removeThis', { number: shownNumber })}
                  onClick={() => remove.mutate(id)}
                >
                  {say('link.remove')}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {remove.isError && <p className="hs-problem">{refusalText(remove.error)}</p>}
      {mayChange && !adding && (
        <button type="button" className="hs-link hs-screen-only" onClick={() => setAdding(true)}>
          + {say('link.add')}
        </button>
      )}
      {adding && <AddLink page={page} onDone={() => setAdding(false)} />}
    </>
  );
}

function AddLink({ page, onDone }: { page: RequestPage; onDone: () => void }) {
  const say = useTexts(incidentTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<LinkKind>('related');
  const add = useMutation({
    async mutationFn() {
      const { rows } = await api.get<WorkListAnswer>('/api/v1/requests', { text: typed.trim(), open: 'all' });
      const found = typed.trim() === '' ? undefined : rows.find(({ id }) => id !== page.id);
      if (!found) throw new Refusal({ code: 'not-found', status: 404 });
      await api.post(`/api/v1/requests/${page.id}/links`, { other: found.id, kind });
    },
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['request', page.id] });
      onDone();
    },
  });
  const nothing = add.error instanceof Refusal && add.error.code === 'not-found';
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextInput
        label={say('link.number')}
        value={typed}
        autoFocus
        autoComplete="off"
        error={nothing && say('add.nothing')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        label={say('link.kind')}
        data={LINK_KINDS.map((each) => ({ value: each, label: say(`link.${each}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind((value ?? 'related') as LinkKind)}
      />
      {add.isError && !nothing && <p className="hs-problem">{refusalText(add.error)}</p>}
      <Button type="submit" size="xs" aria-disabled={add.isPending}>
        {say('add.button')}
      </Button>
      <button type="button" className="hs-link" onClick={onDone}>
        {say('link.close')}
      </button>
    </form>
  );
}

/** The photos of a case, who sent them, whether the citizen sees them; and adding one of the work, with the choice made by the person each time. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PhotoShown, RequestPage } from '../../../../../contract/requests.ts';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { photoTexts } from './photo-texts.ts';
import styles from './facts.module.css';

export function Photos({ page }: { page: RequestPage }) {
  const say = useTexts(photoTexts);
  const { problem, run } = usePhotoAct(page.id);
  const mayChange = page.may.photo === 'open';
  const toggle = ({ id, citizenSees }: PhotoShown) =>
    run(() => api.put(`/api/v1/requests/${page.id}/photos/${id}/sight`, { citizenSees: !citizenSees }));
  return (
    <>
      <ul className={styles.photos}>
        {page.photos.map((photo, place) => (
          <li key={photo.id}>
            <Picture requestId={page.id} photo={photo} n={place + 1} />
            {photo.sentBy === 'staff' && (
              <p className="hs-meta">
                {say(photo.citizenSees ? 'seen' : 'unseen')}{' '}
                {mayChange && (
                  <button type="button" className="hs-link hs-screen-only" onClick={() => void toggle(photo)}>
                    {say(photo.citizenSees ? 'hide' : 'show')}
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <AddPhotos requestId={page.id} run={run} />}
      {problem !== null && <Problem of={problem} />}
    </>
  );
}

function Picture({ requestId, photo: { id, sentBy }, n }: { requestId: string; photo: PhotoShown; n: number }) {
  const say = useTexts(photoTexts);
  const address = `/api/v1/requests/${requestId}/photos/${id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={say(`of.${sentBy}`, { n })} loading="lazy" />
    </a>
  );
}

function Problem({ of }: { of: unknown }) {
  const refusalText = useRefusalText();
  return (
    <p className="hs-problem" role="alert">
      {refusalText(of)}
    </p>
  );
}

type Run = (act: () => Promise<unknown>) => Promise<void>;

function usePhotoAct(requestId: string): { problem: unknown; run: Run } {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (act: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
    // A photo may be what an answer still wants.
    void queries.invalidateQueries({ queryKey: ['answer-check'] });
    await queries.invalidateQueries({ queryKey: caseKeys.page(requestId) });
  };
  return { problem, run };
}

/** First the pictures, then the word on who sees them; none is sent before that word. */
function AddPhotos({ requestId, run }: { requestId: string; run: Run }) {
  const say = useTexts(photoTexts);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  useCommands([{ id: 'photo-add', title: say('add'), act: () => input.current?.click() }]);
  const send = async (citizenSees: boolean) => {
    setBusy(true);
    await run(async () => {
      for (const file of chosen) {
        const form = new FormData();
        form.append('file', file);
        await api.post(`/api/v1/requests/${requestId}/photos?citizenSees=${citizenSees}`, form);
      }
    });
    setChosen([]);
    setBusy(false);
    if (input.current) input.current.value = '';
  };
  return (
    <div className={`${styles.addPhotos} hs-screen-only`}>
      <label htmlFor="photo-add">{say('add')}</label>
      <input
        ref={input}
        id="photo-add"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        onChange={(event) => setChosen([...(event.currentTarget.files ?? [])])}
      />
      {chosen.length > 0 && (
        <div role="group" aria-label={say('who')} className={styles.addPhotos}>
          <p className="hs-meta">{say('who')}</p>
          <Button size="compact-sm" aria-disabled={busy} onClick={() => void send(true)}>
            {say('add.seen')}
          </Button>
          <Button size="compact-sm" variant="default" aria-disabled={busy} onClick={() => void send(false)}>
            {say('add.unseen')}
          </Button>
        </div>
      )}
    </div>
  );
}

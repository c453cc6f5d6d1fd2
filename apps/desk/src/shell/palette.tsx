/** Find anything, do anything: commands of the open screen, ways to screens, and requests by number, phone or words. */
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { SearchAnswer, WhyFound } from '../../../../contract/finding.ts';
import { formatCount } from '../../../../text/format.ts';
import { useViews } from '../case/case-data.ts';
import { FoundLines, Marked } from '../case/found-line.tsx';
import { marksIn } from '../case/marked.ts';
import { api } from '../kit/api.ts';
import type { Command } from '../kit/commands.ts';
import { useAllCommands } from '../kit/commands.ts';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { useSettings } from '../kit/settings.ts';
import { afterFocusReturns } from '../kit/after-focus.ts';
import { printedKeys } from '../kit/shortcut-keys.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { addressOf } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { matchCommands } from './palette-match.ts';
import styles from './palette.module.css';

const texts = defineTexts(
  {
    title: 'Ara veya komut ver',
    hint: 'Başvuru numarası, telefon, sözcük ya da yapmak istediğiniz iş',
    nothing: 'Bununla eşleşen bir şey yok. Başvuru numarasının tamamını ya da daha az sözcük deneyin.',
    found: '{n} sonuç',
    all: 'Tüm bulunanları listele: {n}',
    person: 'Başvuran: {name}',
    neighbourhood: 'Mahalle: {name}',
    view: 'Görünüm: {name}',
  },
  {
    title: 'Search or command',
    hint: 'Tracking number, phone, words, or what you want to do',
    nothing: 'Nothing matches this. Try the whole tracking number or fewer words.',
    found: '{n} results',
    all: 'List all that was found: {n}',
    person: 'Citizen: {name}',
    neighbourhood: 'Neighbourhood: {name}',
    view: 'View: {name}',
  },
);

interface Props {
  opened: boolean;
  onClose: () => void;
  screens: readonly Screen[];
}

export function Palette({ opened, onClose, screens }: Props) {
  const say = useTexts(texts);
  return (
    <Modal.Root opened={opened} onClose={onClose} size="lg" yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={say('title')}>
        <Modal.Body p={0}>
          <PaletteBody onClose={onClose} screens={screens} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, screens }: Omit<Props, 'opened'>) {
  const say = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const { rows, problem } = usePaletteRows(screens, typed);
  const refusalText = useRefusalText();
  const here = Math.min(place, rows.length - 1);
  const take = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    afterFocusReturns(command.act);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setPlace((here + step + rows.length) % Math.max(1, rows.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(rows[here]);
    }
  };
  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls="palette-rows"
        aria-activedescendant={rows.length > 0 ? `palette-${here}` : undefined}
        aria-label={say('hint')}
        data-autofocus
        value={typed}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPlace(0);
        }}
      />
      <p className={`${styles.hint} hs-meta`}>{say('hint')}</p>
      <ul id="palette-rows" role="listbox" aria-label={say('title')} className={styles.rows}>
        {rows.map((command, row) => (
          <li
            key={command.id}
            id={`palette-${row}`}
            role="option"
            aria-selected={row === here}
            className={styles.row}
            onMouseMove={() => setPlace(row)}
            onClick={() => take(command)}
          >
            <span>{command.shown === undefined ? command.title : <FoundRequest {...command.shown} />}</span>
            {command.keys !== undefined && <kbd className="hs-key">{printedKeys(command.keys)}</kbd>}
          </li>
        ))}
      </ul>
      {problem !== null && <p className={`${styles.nothing} hs-problem`}>{refusalText(problem)}</p>}
      <p className={rows.length > 0 ? 'hs-unseen' : styles.nothing} role="status">
        {rows.length > 0 ? say('found', { n: rows.length }) : say('nothing')}
      </p>
    </div>
  );
}

function FoundRequest({ number, text, found }: NonNullable<Row['shown']>) {
  const { marks, others } = marksIn(text, found);
  return (
    <>
      {number} · <Marked text={text} marks={marks} />
      <FoundLines found={others} />
    </>
  );
}

interface Row extends Command {
  /** Of a request that was found: where the words stand in it. */
  shown?: { number: string; text: string; found: readonly WhyFound[] };
}

function usePaletteRows(screens: readonly Screen[], typed: string): { rows: Row[]; problem: Error | null } {
  const { language } = useSettings();
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/api/v1/search', { q: asked }, signal),
    enabled: asked.length >= SHORTEST,
  });
  const ways = screens
    .filter((screen) => screen.palette !== undefined)
    .map((screen) => ({
      id: `screen ${screen.path}`,
      title: screen.title[language],
      words: screen.palette?.words,
      keys: screen.palette?.keys,
      act: () => void navigate({ to: addressOf(screen) }),
    }));
  const answer = asked.length >= SHORTEST ? found.data : undefined;
  const commands = [...useAllCommands(), ...ways, ...useViewRows()];
  return { rows: [...matchCommands(commands, typed), ...useFoundRows(answer, asked)], problem: found.error };
}

const SHORTEST = 2;

/** Saved views, as commands: found by their name once something is typed. */
function useViewRows(): Row[] {
  const say = useTexts(texts);
  const navigate = useNavigate();
  return (useViews().data ?? []).map(({ id, name, query }) => ({
    id: `view ${id}`,
    title: say('view', { name }),
    act: () => void navigate({ to: '/isler', search: Object.fromEntries(new URLSearchParams(query)) as never }),
  }));
}

function useFoundRows(answer: SearchAnswer | undefined, asked: string): Row[] {
  const say = useTexts(texts);
  const { language } = useSettings();
  const navigate = useNavigate();
  if (answer === undefined) return [];
  const list = (search: Record<string, string>) => () => void navigate({ to: '/isler', search: search as never });
  const { requests, people, neighbourhoods, total, most } = answer;
  const all = `${formatCount(total, language)}${total >= most ? '+' : ''}`;
  return [
    ...requests.map(({ id, shownNumber, text, found }) => ({
      id: `request ${id}`,
      title: `${shownNumber} · ${text}`,
      shown: { number: shownNumber, text, found },
      act: () => void navigate({ to: `/isler/${id}` }),
    })),
    ...(total > requests.length
      ? [{ id: 'found all', title: say('all', { n: all }), act: list({ text: asked, open: 'all' }) }]
      : []),
    ...people.map(({ id, name }) => ({
      id: `person ${id}`,
      title: say('person', { name }),
      act: list({ citizen: id, open: 'all' }),
    })),
    ...neighbourhoods.map(({ id, name }) => ({
      id: `neighbourhood ${id}`,
      title: say('neighbourhood', { name }),
      act: list({ neighbourhoods: String(id) }),
    })),
  ];
}

import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fold } from '../../../../../text/turkish.ts';
import { useTexts } from '../../kit/texts.ts';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import type { Section } from './setting-texts.ts';
import styles from './settings.module.css';

export interface Item {
  id: string;
  label: string;
  more?: string | undefined;
  inactive?: boolean;
}

/** A record that is known by its code. */
export function itemOf({ code, active }: { code: string; active: boolean }, label: string): Item {
  return { id: code, label, more: code, inactive: !active };
}

interface Props {
  /** Where the records lie: a section of the settings, or an address of its own. */
  section: Section | `/${string}`;
  items: readonly Item[];
  openId: string | undefined;
  onNew?: (() => void) | undefined;
}

function pathOf(section: Props['section']): string {
  return section.startsWith('/') ? section : `/yonetim/${SECTION_PATHS[section as Section]}`;
}

/** The records of one section; typing narrows them, a link opens one. */
export function SideList({ section, items, openId, onNew }: Props) {
  const say = useTexts(settingTexts);
  const [typed, setTyped] = useState('');
  const wanted = fold(typed.trim());
  const shown = items.filter(({ id, label, more }) => fold(`${id} ${label} ${more ?? ''}`).includes(wanted));
  return (
    <div className={styles.side}>
      <div className={styles.sideHead}>
        <TextInput
          aria-label={say('find')}
          placeholder={say('find')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {onNew && <Button onClick={onNew}>{say('new')}</Button>}
      </div>
      {shown.length === 0 ? (
        <p className="hs-meta">{say(items.length > 0 ? 'none' : onNew ? 'empty.new' : 'empty')}</p>
      ) : (
        <ul className={styles.plainList}>
          {shown.map(({ id, label, more, inactive }) => (
            <li key={id}>
              <Link
                to={`${pathOf(section)}/${encodeURIComponent(id)}` as string}
                className={styles.item}
                data-open={id === openId || undefined}
                aria-current={id === openId ? 'true' : undefined}
              >
                <span>{label}</span>
                <span className="hs-meta">{[more, inactive ? say('inactive') : null].filter(Boolean).join(' · ')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

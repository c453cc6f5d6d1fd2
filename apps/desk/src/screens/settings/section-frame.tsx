import type { ReactNode } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { SideList } from './side-list.tsx';
import type { Item } from './side-list.tsx';
import { settingTexts } from './setting-texts.ts';
import type { Section } from './setting-texts.ts';
import styles from './settings.module.css';

/** In the address where a record that does not exist yet is written. */
export const NEW = 'yeni';

interface Props {
  section: Section | `/${string}`;
  items: readonly Item[] | undefined;
  openId: string | undefined;
  error: Error | null;
  onNew?: () => void;
  children: ReactNode;
}

/** List and document side by side; below 900 px one at a time. */
export function SectionFrame({ section, items, openId, error, onNew, children }: Props) {
  const say = useTexts(settingTexts);
  const refusalText = useRefusalText();
  if (error !== null) return <p className="hs-problem">{refusalText(error)}</p>;
  return (
    <div className={styles.columns} data-item={openId !== undefined || undefined}>
      {items === undefined ? (
        <p className={`${styles.side} hs-meta`}>{say('loading')}</p>
      ) : (
        <SideList section={section} items={items} openId={openId} onNew={onNew} />
      )}
      {children ?? (items?.length !== 0 && <p className={`${styles.document} hs-meta`}>{say('pick')}</p>)}
    </div>
  );
}

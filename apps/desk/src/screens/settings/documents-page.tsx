import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NEW, SectionFrame } from './section-frame.tsx';
import type { Item } from './side-list.tsx';
import styles from './settings.module.css';

interface Props<Kept extends { id: string }> {
  path: `/${string}`;
  title: string;
  kept: readonly Kept[] | undefined;
  error: Error | null;
  /** One that is not kept yet. */
  nothing: Kept;
  itemOf: (kept: Kept) => Item;
  /** Beside the list; undefined: none is open. */
  children: (open: Kept | undefined, goTo: (id: string) => void) => ReactNode;
}

/** A screen of its own with a document for each record: its list, the address of each, and a new one. */
export function DocumentsPage<Kept extends { id: string }>(props: Props<Kept>) {
  const { path, title, kept, error, nothing, itemOf, children } = props;
  const navigate = useNavigate();
  const { item } = useParams({ strict: false }) as { item?: string };
  const open = item === NEW ? nothing : kept?.find(({ id }) => id === item);
  const goTo = (id: string) => void navigate({ to: `${path}/${id}` as string });
  const Title = item === undefined ? 'h1' : 'p';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title className={styles.title}>{title}</Title>
      </header>
      <SectionFrame section={path} items={kept?.map(itemOf)} openId={item} error={error} onNew={() => goTo(NEW)}>
        {children(open, goTo)}
      </SectionFrame>
    </div>
  );
}

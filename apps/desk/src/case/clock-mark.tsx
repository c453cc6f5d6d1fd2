import type { ReactNode } from 'react';
import type { ClockFace } from './clock-face.ts';
import styles from './clock-mark.module.css';

const SIGN: Record<ClockFace['weight'], string> = {
  calm: '',
  soon: '◧',
  today: '◧',
  late: '■',
  kept: '✓',
  'kept-late': '✓',
  stopped: '⏸',
  ended: '',
};

/** One clock as a mark: shape, words, weight; colour comes last. */
export function ClockMark({ face, children }: { face: ClockFace; children?: ReactNode }) {
  return (
    <span className={styles.mark} data-weight={face.weight}>
      {SIGN[face.weight] !== '' && <span aria-hidden>{SIGN[face.weight]} </span>}
      {children ?? (face.weight === 'today' ? face.when : face.how)}
    </span>
  );
}

/** Where the map stands: moved at once under the hand, said in the address a moment later, and taken from there when the address changes. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Box, Size, View } from './map-frame.ts';
import { boxFrom, boxOf, boxText, fitted, viewOf } from './map-frame.ts';

interface Given {
  /** As the address says it. */
  box: string | undefined;
  /** What is shown where the address says nothing. */
  whole: Box | null;
  size: Size;
  onBox: (box: string) => void;
}

export interface MovableView {
  /** Null: nothing is known yet, or there is nothing to show. */
  view: View | null;
  /** How near the server is asked for it; null as above. */
  zoom: number | null;
  move: (next: View) => void;
}

const AFTER_MOVE_MS = 250;
const EPSILON = 1e-3;

export function useView({ box, whole, size, onBox }: Given): MovableView {
  const [moving, setMoving] = useState<{ view: View; text: string } | null>(null);
  const [base, setBase] = useState(box);
  const say = useDebouncedCallback((text: string) => onBox(text), AFTER_MOVE_MS);
  if (box !== base) {
    setBase(box);
    if (moving !== null && box !== moving.text) setMoving(null);
  }
  const said = viewSaid(box, whole, size);
  return {
    view: moving?.view ?? said,
    zoom: said && Math.floor(said.zoom + EPSILON),
    move(next) {
      const text = boxText(boxOf(next, size));
      setMoving({ view: next, text });
      say(text);
    },
  };
}

function viewSaid(box: string | undefined, whole: Box | null, size: Size): View | null {
  if (size.width === 0 || size.height === 0) return null;
  const written = boxFrom(box);
  if (written !== null) return viewOf(written, size);
  return whole && fitted(whole, size);
}

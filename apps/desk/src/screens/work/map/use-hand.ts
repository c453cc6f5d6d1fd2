/** What a hand does on the map: pushes it, rolls it nearer, or draws a shape; and what keys do while the map has the focus. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import type { Place, Size, Spot, View } from './map-frame.ts';
import { placeAt, pushed, zoomed } from './map-frame.ts';

interface Given {
  view: View | null;
  size: Size;
  move: (next: View) => void;
  whole: () => void;
  /** Undefined: the hand pushes. */
  onDrawn: ((corners: Place[]) => void) | undefined;
}

/** A hand that trembles draws no corner for it. */
const LEAST_PIXELS = 6;
/** More than the address may say. */
const MOST_CORNERS = 40;
const FEWEST_CORNERS = 3;

export function useHand({ view, size, move, whole, onDrawn }: Given, surface: RefObject<HTMLElement | null>) {
  const from = useRef<{ spot: Spot; view: View } | null>(null);
  const [drawn, setDrawn] = useState<Spot[]>([]);
  useWheel(surface, (steps, at) => view && move(zoomed(view, steps, { at, size })));
  const spotIn = (event: PointerEvent): Spot => {
    const { left, top } = surface.current!.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return {
    /** What is being drawn, in pixels. */
    drawn,
    onPointerDown(event: PointerEvent) {
      if (view === null || event.button !== 0 || (event.target as HTMLElement).closest('button')) return;
      surface.current?.setPointerCapture(event.pointerId);
      from.current = { spot: spotIn(event), view };
      if (onDrawn) setDrawn([spotIn(event)]);
    },
    onPointerMove(event: PointerEvent) {
      if (from.current === null) return;
      const spot = spotIn(event);
      if (onDrawn) return setDrawn((before) => (isFar(before.at(-1), spot) ? [...before, spot] : before));
      const by = { x: spot.x - from.current.spot.x, y: spot.y - from.current.spot.y };
      if (isFar({ x: 0, y: 0 }, by)) move(pushed(from.current.view, by, size));
    },
    onPointerUp() {
      if (from.current !== null && onDrawn && view !== null) finish(drawn, { view, size, onDrawn });
      from.current = null;
      setDrawn([]);
    },
    onKeyDown(event: KeyboardEvent) {
      if (view === null || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = viewAfter(event.key, view, size);
      if (next === undefined && event.key !== '0') return;
      event.preventDefault();
      if (next === undefined) whole();
      else move(next);
    },
  };
}

const isFar = (one: Spot | undefined, other: Spot): boolean =>
  one === undefined || Math.hypot(one.x - other.x, one.y - other.y) >= LEAST_PIXELS;

function finish(
  drawn: readonly Spot[],
  { view, size, onDrawn }: { view: View; size: Size; onDrawn: (corners: Place[]) => void },
): void {
  const every = Math.ceil(drawn.length / MOST_CORNERS);
  const corners = drawn.filter((_, at) => at % every === 0);
  if (corners.length >= FEWEST_CORNERS) onDrawn(corners.map((spot) => placeAt(spot, view, size)));
}

const PUSH_SHARE = 0.2;

/** Undefined: the key says nothing here. */
export function viewAfter(key: string, view: View, size: Size): View | undefined {
  const middle = { at: { x: size.width / 2, y: size.height / 2 }, size };
  const [x, y] = [size.width * PUSH_SHARE, size.height * PUSH_SHARE];
  const steps: Record<string, () => View> = {
    ArrowLeft: () => pushed(view, { x, y: 0 }, size),
    ArrowRight: () => pushed(view, { x: -x, y: 0 }, size),
    ArrowUp: () => pushed(view, { x: 0, y }, size),
    ArrowDown: () => pushed(view, { x: 0, y: -y }, size),
    '+': () => zoomed(view, 1, middle),
    '-': () => zoomed(view, -1, middle),
  };
  return steps[key]?.();
}

/** React listens to the wheel passively; the page must not roll away under the map. */
function useWheel(surface: RefObject<HTMLElement | null>, roll: (steps: number, at: Spot) => void): void {
  const latest = useRef(roll);
  useEffect(() => {
    latest.current = roll;
  });
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      latest.current(-Math.sign(event.deltaY) / 2, { x: event.clientX - left, y: event.clientY - top });
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [surface]);
}

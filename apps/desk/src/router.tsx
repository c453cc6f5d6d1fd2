import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { NothingHere } from './shell/nothing-here.tsx';
import { onlyFor } from './shell/only-for.tsx';
import { ScreenBroke } from './shell/screen-broke.tsx';
import { Shell } from './shell/shell.tsx';
import { session } from './kit/session.ts';
import { addressOf } from './screen.ts';
import { screens } from './screens.ts';
import { startOf } from './start.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NothingHere });

const home: AnyRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: addressOf(startOf(session.get())) as string });
  },
});

const routes = screens.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: lazyRouteComponent(async () => ({ default: onlyFor(screen, await screen.load()) })),
    staticData: { title: screen.title } as object,
  }),
);

/** Addresses stay readable and can be typed: `?due=overdue&topics=YOL-04`, never encoded JSON. */
export const router = createRouter({
  routeTree: root.addChildren([home, ...routes]),
  basepath: '/personel',
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenBroke,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useMe } from '../kit/session.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import type { Screen } from '../screen.ts';
import styles from './shell.module.css';

const texts = defineTexts(
  {
    title: 'Bu ekran yetkiniz dışında',
    what: 'Gerekiyorsa yöneticinize bu sayfanın bağlantısını gönderin.',
    back: 'Başa dön',
  },
  {
    title: 'You may not open this screen',
    what: 'If you need it, send your administrator the link of this page.',
    back: 'Back to the start',
  },
);

/** A link from a colleague may lead to a screen that is not offered to everybody: then it says so instead of showing what cannot be done. */
export function onlyFor(screen: Pick<Screen, 'for'>, Inside: ComponentType): ComponentType {
  return function Gate() {
    const me = useMe();
    return screen.for === undefined || screen.for(me) ? <Inside /> : <NotForYou />;
  };
}

function NotForYou() {
  const say = useTexts(texts);
  return (
    <div className={styles.plain}>
      <h1>{say('title')}</h1>
      <p>{say('what')}</p>
      <Link to="/">{say('back')}</Link>
    </div>
  );
}

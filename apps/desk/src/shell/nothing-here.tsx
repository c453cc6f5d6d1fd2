import { Link } from '@tanstack/react-router';
import { defineTexts, useTexts } from '../kit/texts.ts';
import styles from './shell.module.css';

const texts = defineTexts(
  { title: 'Bu sayfa yok ya da taşındı', back: 'Başa dön' },
  { title: 'This page does not exist or has moved', back: 'Back to the start' },
);

export function NothingHere() {
  const say = useTexts(texts);
  return (
    <div className={styles.plain}>
      <h1>{say('title')}</h1>
      <Link to="/">{say('back')}</Link>
    </div>
  );
}

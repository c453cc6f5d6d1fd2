import { Modal } from '@mantine/core';
import { signInWanted } from '../kit/api.ts';
import { useMe } from '../kit/session.ts';
import { useStore } from '../kit/store.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { SignInForm } from './sign-in-form.tsx';

const texts = defineTexts(
  { title: 'Oturumunuz kapandı', kept: 'Yeniden girin; yazdıklarınız bu bilgisayarda duruyor.' },
  { title: 'You were signed out', kept: 'Sign in again; what you typed is kept on this computer.' },
);

/** Stands over the page when a call found the sign-in gone. It cannot be closed: everything behind it waits for it. */
export function SignInDialog() {
  const say = useTexts(texts);
  const { username } = useMe();
  const wanted = useStore(signInWanted) !== null;
  return (
    <Modal opened={wanted} onClose={() => {}} title={say('title')} withCloseButton={false} zIndex={1000}>
      <p>{say('kept')}</p>
      <SignInForm username={username} />
    </Modal>
  );
}

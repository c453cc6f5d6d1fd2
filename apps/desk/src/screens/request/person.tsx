import type { RequestPage } from '../../../../../contract/requests.ts';
import { useTexts } from '../../kit/texts.ts';
import { MaskedField } from './masked-field.tsx';
import { requestTexts } from './request-texts.ts';

/** Who asks: masked by the server. */
export function Person({ page }: { page: RequestPage }) {
  const say = useTexts(requestTexts);
  const { person } = page;
  const mayReveal = page.may.reveal === 'open';
  const none = person.identitySecret ? say('person.secret') : say('person.anonymous');
  return (
    <>
      <MaskedField {...{ requestId: page.id, mayReveal }} field="name" masked={person.name} none={none} />
      {person.phone !== null && (
        <MaskedField {...{ requestId: page.id, mayReveal }} field="phone" masked={person.phone} />
      )}
      {person.email !== null && (
        <MaskedField {...{ requestId: page.id, mayReveal }} field="email" masked={person.email} />
      )}
      {person.hasNationalId && (
        <MaskedField
          {...{ requestId: page.id, mayReveal }}
          field="national-id"
          masked={`${say('nationalId')} •••••••••••`}
        />
      )}
      <p className="hs-meta">
        {say(`person.language.${person.language}`)} · {say(`person.notify.${person.notifyBy}`)}
      </p>
    </>
  );
}

/** What somebody who leaves has in hand, to whom it shall go, and the hand-over under way. */
import { Select } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { InHand } from '../../../../../contract/hand-over.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useColleagueLabel, useColleagues } from '../../people/colleagues.ts';
import plain from '../../shell/plain-page.module.css';
import { WorkProgress } from '../../works/work-progress.tsx';
import { useInHand } from './hand-over-data.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { handOverTexts } from './hand-over-texts.ts';

export function HandOverScreen() {
  const { id } = useParams({ strict: false }) as { id?: string };
  return <div className={plain.page}>{id === undefined ? <ChoosePerson /> : <OfPerson key={id} id={id} />}</div>;
}

function ChoosePerson() {
  const say = useTexts(handOverTexts);
  const refusalText = useRefusalText();
  const navigate = useNavigate();
  const me = useMe();
  const asked = useColleagues();
  const label = useColleagueLabel();
  const near = (asked.data ?? []).filter(
    ({ directorate }) => me.directorate === null || directorate === me.directorate,
  );
  return (
    <>
      <h1>{say('title')}</h1>
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      <Select
        label={say('who')}
        description={say('who.hint')}
        data={near.map((one) => ({ value: one.id, label: label(one) }))}
        searchable
        autoFocus
        maw="40rem"
        value={null}
        onChange={(id) => id !== null && void navigate({ to: `/devir/${id}` as string })}
      />
    </>
  );
}

function OfPerson({ id }: { id: string }) {
  const say = useTexts(handOverTexts);
  const refusalText = useRefusalText();
  const asked = useInHand(id);
  const [begun, setBegun] = useState<string | null>(null);
  if (asked.isError)
    return (
      <p className="hs-problem" role="alert">
        {refusalText(asked.error)}
      </p>
    );
  if (!asked.isSuccess) return <p role="status">{say('loading')}</p>;
  const { person, counts, work } = asked.data;
  const { part, draft, notice, view, 'stand-in': standIn } = counts;
  const isEmpty = part + draft + notice + view + standIn === 0;
  const shownWork = begun ?? work;
  return (
    <>
      <h1>{say('title.of', { name: person.name })}</h1>
      <p className={plain.lead}>
        {isEmpty ? say('nothing') : say('in-hand', { part, draft, notice, view, standIn })}{' '}
        {!person.active && say('closed')}
      </p>
      {!isEmpty && (
        <HandOverForm
          key={person.version}
          inHand={asked.data}
          onBegun={(next) => {
            setBegun(next);
            void asked.refetch();
          }}
        />
      )}
      {shownWork !== null && <UnderWay key={shownWork} id={shownWork} />}
      <Parts inHand={asked.data} />
    </>
  );
}

function UnderWay({ id }: { id: string }) {
  const say = useTexts(handOverTexts);
  return (
    <section aria-labelledby="under-way">
      <h2 id="under-way">{say('under')}</h2>
      <WorkProgress id={id} nameOf={() => say('refused.thing')} />
      <p className="hs-meta">{say('undo.hint')}</p>
    </section>
  );
}

function Parts({ inHand: { parts, counts } }: { inHand: InHand }) {
  const say = useTexts(handOverTexts);
  const { language } = useSettings();
  const unseen = counts.part - parts.length;
  if (counts.part === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{say('parts')}</h2>
      <ul className={plain.list}>
        {parts.map(({ requestId, shownNumber, text, dueAt, directorates }) => (
          <li key={requestId} className={plain.row}>
            <Link to={`/isler/${requestId}` as string} className={plain.said}>
              <span className={plain.words}>{text ?? say('restricted')}</span>
              <span className={plain.more}>
                {[shownNumber, directorates.join(', '), dueAt && formatDay(new Date(dueAt), language)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="hs-meta">{say('unseen', { n: unseen })}</p>}
    </section>
  );
}

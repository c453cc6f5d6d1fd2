import type { ClocksAnswer, FoiShown, RemedyTaken } from '../../../../../contract/clocks.ts';
import { formatDay, formatMoney } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { periodTexts } from './period-texts.ts';
import { remedyTexts } from './remedy-texts.ts';
import styles from './facts.module.css';

/** What the law has made of the periods so far: silence that counts as refusal, an extension, a fee, the remedies, and those that were taken. */
export function Periods({ answer }: { answer: ClocksAnswer }) {
  const say = useTexts(periodTexts);
  const { language } = useSettings();
  const { refusedBySilence, remedies, foi, taken } = answer;
  const day = (at: string) => formatDay(at.length === 10 ? at : new Date(at), language, { year: true });
  return (
    <>
      {refusedBySilence !== null && <p className={styles.warned}>{say('silence', { day: day(refusedBySilence) })}</p>}
      {foi !== null && <Foi foi={foi} />}
      {remedies.length > 0 && (
        <div className={styles.remedies}>
          <h3>{say('remedies')}</h3>
          <ul>
            {remedies.map(({ law, text, lastDay }) => (
              <li key={law}>
                {text[language]}{' '}
                <span className="hs-meta">
                  {law}
                  {lastDay === null ? '' : ` · ${say('remedy.day', { day: day(lastDay) })}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {taken.length > 0 && <Taken taken={taken} />}
    </>
  );
}

function Foi({ foi: { extension, fee } }: { foi: FoiShown }) {
  const say = useTexts(periodTexts);
  const { language } = useSettings();
  const day = (at: string) => formatDay(at.length === 10 ? at : new Date(at), language, { year: true });
  return (
    <>
      {extension !== null && (
        <p>
          {say('extension', { ground: say(`ground.${extension.ground}`) })}
          <span className={styles.quoted}>{extension.reason}</span>
        </p>
      )}
      {fee !== null && (
        <p>
          {say('fee', { amount: formatMoney(fee.amountKurus, language), what: fee.whatFor })}
          <span className="hs-meta">
            {' '}
            {fee.paidOn !== null
              ? say('fee.paid', { day: day(fee.paidOn), receipt: fee.receipt ?? '' })
              : fee.dueAt === null
                ? ''
                : say('fee.until', { day: day(fee.dueAt) })}
          </span>
        </p>
      )}
    </>
  );
}

/** Where the citizen went, and what it asks of us. */
function Taken({ taken }: { taken: readonly RemedyTaken[] }) {
  const say = useTexts(remedyTexts);
  const { language } = useSettings();
  const day = (on: string) => formatDay(on, language, { year: true });
  const decided = ({ result, decidedOn }: RemedyTaken) =>
    result === null || decidedOn === null ? say('waiting') : `${say(`result.${result}`)} · ${day(decidedOn)}`;
  return (
    <div className={styles.remedies}>
      <h3>{say('taken')}</h3>
      <ul>
        {taken.map((each) => (
          <li key={`${each.body} ${each.takenOn} ${each.decidedOn ?? ''}`}>
            {say(`body.${each.body}`)}{' '}
            <span className="hs-meta">
              {[day(each.takenOn), each.fileNumber, decided(each)].filter((part) => part !== null).join(' · ')}
            </span>
            {each.carryOut !== null && <Asks carryOut={each.carryOut} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Asks({ carryOut: { lastDay, law, isOwed } }: { carryOut: NonNullable<RemedyTaken['carryOut']> }) {
  const say = useTexts(remedyTexts);
  const { language } = useSettings();
  if (!isOwed) return <p className="hs-meta">{say('asks.done')}</p>;
  if (lastDay === null) return <p className={styles.warned}>{say('asks.noDay', { law })}</p>;
  return <p className={styles.warned}>{say('asks', { law, day: formatDay(lastDay, language, { year: true }) })}</p>;
}

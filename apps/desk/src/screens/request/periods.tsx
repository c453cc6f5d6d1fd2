import type { ClocksAnswer, FoiShown } from '../../../../../contract/clocks.ts';
import { formatDay, formatMoney } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { periodTexts } from './period-texts.ts';
import styles from './facts.module.css';

/** What the law has made of the periods so far: silence that counts as refusal, an extension, a fee, objections, and the remedies. */
export function Periods({ answer }: { answer: ClocksAnswer }) {
  const say = useTexts(periodTexts);
  const { language } = useSettings();
  const { refusedBySilence, remedies, foi } = answer;
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
    </>
  );
}

function Foi({ foi: { extension, fee, objections } }: { foi: FoiShown }) {
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
      {objections.map(({ objectedOn, boardNumber, result, decidedOn }) => (
        <p key={objectedOn}>
          {say('objection', { day: day(objectedOn) })}
          {boardNumber === null ? '' : ` · ${boardNumber}`}
          <span className="hs-meta">
            {' '}
            {result === null || decidedOn === null
              ? say('objection.waiting')
              : say('objection.result', { result: say(`result.${result}`), day: day(decidedOn) })}
          </span>
        </p>
      ))}
    </>
  );
}

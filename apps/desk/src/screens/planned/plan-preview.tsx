import type { NewWorkPlan } from '../../../../../contract/planned-work.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { planTexts } from './plan-texts.ts';
import { usePlanPreview } from './planned-data.ts';
import styles from '../settings/settings.module.css';

/** The next six days, before anything is saved: a rhythm is checked by reading days, not by trusting its name. */
export function PlanPreview({ plan }: { plan: NewWorkPlan }) {
  const say = useTexts(planTexts);
  const { language } = useSettings();
  const { data } = usePlanPreview(plan);
  const day = (at: string) => formatDay(at, language, { year: true });
  if (data === undefined) return null;
  return (
    <section className={styles.preview} aria-labelledby="plan-preview" aria-live="polite">
      <h2 id="plan-preview">{say('preview')}</h2>
      {data.days.length === 0 ? (
        <p>{say('preview.none')}</p>
      ) : (
        <>
          <ol className={styles.plainList}>
            {data.days.map((each) => (
              <li key={each.day}>
                {day(each.day)}
                {each.movedFrom !== null && (
                  <span className="hs-meta"> · {say('moved', { day: day(each.movedFrom) })}</span>
                )}
              </li>
            ))}
          </ol>
          <p className="hs-meta">{say('preview.jobs', { n: data.jobsADay })}</p>
        </>
      )}
    </section>
  );
}

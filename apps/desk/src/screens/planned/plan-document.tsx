import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { NewWorkPlan, WorkPlan } from '../../../../../contract/planned-work.ts';
import { api } from '../../kit/api.ts';
import { useTexts } from '../../kit/texts.ts';
import { AddFoot } from '../settings/add-foot.tsx';
import { Publish } from '../settings/publish.tsx';
import { RevisionList } from '../settings/revision-list.tsx';
import { useEdit, usePublish } from '../settings/use-edit.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { planTexts } from './plan-texts.ts';
import { PLAN_KEYS } from './planned-data.ts';
import { RhythmFields } from './rhythm-fields.tsx';
import { usePlanWords } from './use-plan-words.ts';
import styles from '../settings/settings.module.css';

const PATH = '/api/v1/work-plans';

interface Props {
  saved: WorkPlan;
  /** Codes of the directorates the reader may plan for; null: all. */
  mayPlanFor: readonly string[] | null;
  onAdded: (id: string) => void;
}

export function PlanDocument({ saved, mayPlanFor, onAdded }: Props) {
  const say = useTexts(planTexts);
  const inWords = usePlanWords();
  const { value, write, undo } = useEdit<NewWorkPlan>(writtenOf(saved));
  const shown = useDeferredValue(value);
  const isNew = saved.version === 0;
  const save = usePublish(
    (reason) => api.put<WorkPlan>(`${PATH}/${saved.id}`, { plan: { ...value, version: saved.version }, reason }),
    { keys: PLAN_KEYS, onSaved: undo },
  );
  return (
    <div className={styles.document}>
      <h1>{isNew ? say('new') : saved.title}</h1>
      {!saved.mayChange && <p>{say('readOnly')}</p>}
      <PlanFields value={value} write={write} mayPlanFor={mayPlanFor} />
      <RhythmFields value={value} write={write} />
      <PlanPreview plan={{ ...shown, directorate: shown.directorate || null }} />
      {isNew && <Add value={value} onAdded={onAdded} />}
      {!isNew && saved.mayChange && (
        <Publish before={inWords(writtenOf(saved))} after={inWords(value)} save={save} onUndo={undo} />
      )}
      {!isNew && (
        <RevisionList
          path={`${PATH}/${saved.id}/revisions`}
          version={saved.version}
          inWords={(body) => inWords(body as NewWorkPlan)}
        />
      )}
    </div>
  );
}

function writtenOf({ id: _i, version: _v, next: _n, mayChange: _m, ...plan }: WorkPlan): NewWorkPlan {
  return plan;
}

/** The first version needs no reason: that it was planned says why. */
function Add({ value, onAdded }: { value: NewWorkPlan; onAdded: (id: string) => void }) {
  const say = useTexts(planTexts);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => api.post<WorkPlan>(PATH, { ...value, directorate: value.directorate || null }),
    onSuccess: async ({ id }) => {
      await Promise.all(PLAN_KEYS.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onAdded(id);
    },
  });
  return <AddFoot add={add} label={say('add')} pending={say('adding')} />;
}

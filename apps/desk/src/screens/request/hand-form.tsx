/** Gives a part to a unit or a person of the directorate that has it. Of somebody who is away the choice says so, and who stands in. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentShown, RequestPage } from '../../../../../contract/requests.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { handsOf, useHandChoices } from '../../people/hands.ts';
import { panelTexts } from './act-panel-texts.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';

export function HandForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const { language } = useSettings();
  const open = page.assignments.filter(({ may }) => may.hand === 'open');
  const [partId, setPartId] = useState(open[0]?.id ?? '');
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const act = useAct(page, 'opened');
  const part = open.find(({ id }) => id === partId);
  const choices = useHandChoices(part?.directorateCode ?? null);
  const body = () => ({ ...handsOf(to), ...(why.trim() !== '' && { why }) });
  const nameOf = ({ directorateCode }: AssignmentShown) =>
    page.names.directorates[directorateCode]?.[language] ?? directorateCode;
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="step"
      reader={say('hand')}
      submit={say('hand')}
      draft="empty"
      onDone={onClose}
      onSubmit={() => void act.run(`/api/v1/assignments/${partId}/hands`, body()).then((ok) => ok && onClose())}
    >
      {open.length > 1 && (
        <Select
          label={say('hand.part')}
          data={open.map((one) => ({ value: one.id, label: nameOf(one) }))}
          allowDeselect={false}
          value={partId}
          onChange={(id) => setPartId(id ?? '')}
        />
      )}
      <Select
        label={say('hand.to')}
        placeholder={say('hand.nobody')}
        data={choices}
        searchable
        clearable
        autoFocus
        value={to}
        onChange={setTo}
      />
      <TextInput
        label={say('hand.why')}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}

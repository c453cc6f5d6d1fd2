import { NativeSelect } from '@mantine/core';
import type { Approval } from '../../../../../contract/answering.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';

const texts = defineTexts(
  {
    label: 'Yanıtları kim onaylar?',
    hint: 'Kanuna dayanan başvurular bundan bağımsız olarak onaya gider.',
    none: 'Kimse; yazan gönderir',
    manager: 'Müdür',
    'deputy-mayor': 'Müdür, sonra başkan yardımcısı',
  },
  {
    label: 'Who approves answers?',
    hint: 'Requests under a law are approved whatever stands here.',
    none: 'Nobody; whoever writes sends',
    manager: 'The manager',
    'deputy-mayor': 'The manager, then the deputy mayor',
  },
);

export function ApprovalChoice({ value, onChange }: { value: Approval; onChange: (value: Approval) => void }) {
  const say = useTexts(texts);
  return (
    <NativeSelect
      label={say('label')}
      description={say('hint')}
      value={value}
      data={(['none', 'manager', 'deputy-mayor'] as const).map((each) => ({ value: each, label: say(each) }))}
      onChange={(event) => onChange(event.currentTarget.value as Approval)}
    />
  );
}

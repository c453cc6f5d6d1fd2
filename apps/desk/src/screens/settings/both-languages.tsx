import { Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../kit/texts.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

export interface Both {
  tr: string;
  en: string;
}

interface Props {
  label: string;
  value: Both;
  onWrite: (value: Both) => void;
  /** Several lines. */
  long?: boolean;
  maxLength: number;
}

/** A text in its two languages beside each other, so that one is not forgotten. */
export function BothLanguages({ label, value, onWrite, long = false, maxLength }: Props) {
  const say = useTexts(settingTexts);
  const Input = long ? Textarea : TextInput;
  return (
    <div className={styles.both}>
      {(['tr', 'en'] as const).map((language) => (
        <Input
          key={language}
          label={`${label}, ${say(language)}`}
          lang={language}
          maxLength={maxLength}
          {...(long && { autosize: true, minRows: 2 })}
          value={value[language]}
          onChange={(event: { currentTarget: { value: string } }) =>
            onWrite({ ...value, [language]: event.currentTarget.value })
          }
        />
      ))}
    </div>
  );
}

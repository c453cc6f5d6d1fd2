/** The reason as one Turkish sentence or two, for what is printed and for lists; the desk builds its own from the parts, in both languages. */
import type { RoutedBy } from '../../../contract/routing.ts';
import { formatDay } from '../../../text/format.ts';
import { instantAt } from '../calendar/door.ts';

const INSTEAD = {
  delegate: 'yerine bakana verildi',
  unit: 'birimine verildi',
  directorate: 'müdürlüğüne verildi',
} as const;

export function reasonInTurkish({ why, passedOver, absence }: RoutedBy): string {
  const sentences = [why.tr];
  for (const { name } of passedOver) sentences.push(`“${name}” kuralı bozuk olduğu için uygulanamadı.`);
  if (absence) {
    const until = formatDay(instantAt(absence.until, '12:00'), 'tr');
    sentences.push(`Kuralda adı geçen kişi izinli (son gün ${until}); ${INSTEAD[absence.insteadWith]}.`);
  }
  return sentences.join(' ');
}

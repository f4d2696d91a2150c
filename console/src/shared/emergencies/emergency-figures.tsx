import { useTranslation } from 'react-i18next';
import type { EmergencyRun } from '@/shared/emergencies/use-emergencies';

/** How many calls were told of an emergency, and how many it turned away. */
export function EmergencyFigures({ run }: { run: EmergencyRun }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('emergency.figures.told')} <strong>{run.told}</strong>
      {run.mode === 'closed' ? (
        <>
          {' · '}
          {t('emergency.figures.turnedAway')} <strong>{run.turnedAway}</strong>
        </>
      ) : null}
    </span>
  );
}

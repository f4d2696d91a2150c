import { StopOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NuisanceDrawer } from '@/features/supervisor-desk/nuisance-drawer';
import { useNuisanceMarks } from '@/features/supervisor-desk/use-nuisance-marks';

/** How many marks wait to be confirmed; opens the list. */
export function NuisanceButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const marks = useNuisanceMarks().data?.items ?? [];
  const waiting = marks.filter((mark) => mark.confirmedAt === null && mark.liftedBy === null).length;
  return (
    <>
      <Badge count={waiting} size="small" offset={[-4, 4]}>
        <Button icon={<StopOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('nuisance.button')}
        </Button>
      </Badge>
      <NuisanceDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

import { useEffect, useState } from 'react';
import { judge, measuring, readStatistics, type CallQuality, type QualityReading } from '@/shared/softphone/call-quality';
import { useSoftphone, useSoftphoneState } from '@/shared/softphone/softphone-context';

const intervalMillis = 2_000;

/** The quality of the running leg, judged anew every two seconds. */
export function useCallQuality(): CallQuality {
  const softphone = useSoftphone();
  const leg = useSoftphoneState((state) => (state.leg.kind === 'talking' ? state.leg.leg : 0));
  const [quality, setQuality] = useState(measuring);
  useEffect(() => {
    let last: QualityReading | null = null;
    let over = false;
    const measure = async () => {
      const report = await softphone.statistics(leg);
      const reading = report && readStatistics(report);
      if (!over) {
        setQuality(judge(last, reading));
        last = reading;
      }
    };
    if (leg === 0) {
      return undefined;
    }
    const timer = setInterval(() => void measure(), intervalMillis);
    return () => {
      over = true;
      clearInterval(timer);
      setQuality(measuring);
    };
  }, [softphone, leg]);
  return quality;
}

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { asRequestError, type Problem } from '@/shared/api/problem';
import { ProblemNotice } from '@/shared/ui/problem-notice';

const known = [
  'number.form',
  'number.choice',
  'number.taken',
  'number.text',
  'number.status',
  'number.filing-day',
  'number.fixed',
  'number.same-person',
  'number.not-to-approve',
  'number.changed',
  'number.nothing-to-file',
  'field.required',
  'customer.unknown',
  'verification.form',
  'verification.kind',
  'gate.purpose',
  'gate.day',
  'gate.span',
  'gate.parameter',
  'gate.parameter-bound',
  'gate.parameter-queue',
  'gate.parameter-same',
  'gate.basis',
  'gate.change-unknown',
  'gate.second-person',
  'retention.floor',
  'recording.demanded',
  'outside-number.label',
  'outside-number.form',
  'outside-number.unknown',
  'agent-mobile.form',
  'agent-mobile.none',
  'consent.means',
  'consent.text-version',
  'consent.given-at',
  'consent.unknown',
  'do-not-call.reason',
  'do-not-call.unknown',
  'appointment.time',
  'appointment.note',
  'appointment.queue',
  'appointment.call',
  'appointment.consent',
  'appointment.number',
  'appointment.unknown',
  'carrier.file',
  'carrier.same-file',
  'carrier.file-size',
] as const;

/** The words of a rule that refused; of one that has none here, that the value is not accepted. */
export function refusalKey(rule: string | null | undefined) {
  const found = known.find((candidate) => candidate === rule);
  return found === undefined ? ('refusals.other' as const) : (`refusals.${found}` as const);
}

/** What the words of a refusal name besides. */
export const refusalNames = ({ unknown }: Problem) => ({ unknown: unknown?.join(', ') ?? '' });

interface RefusalProps {
  readonly error: unknown;
  /** Fields at which a refusal is shown already. */
  readonly fields: readonly string[];
}

/** What the platform refused as a whole, in the person's words, or that it could not be reached. */
export function Refusal({ error, fields }: RefusalProps) {
  const { t } = useTranslation();
  const problem = asRequestError(error);
  if (fields.includes(problem.problem.field ?? '')) {
    return null;
  }
  if (refusalKey(problem.problem.rule) === 'refusals.other') {
    return <ProblemNotice error={error} />;
  }
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={t(refusalKey(problem.problem.rule), refusalNames(problem.problem))}
      description={
        <small>
          {t('common.problem.code')} {problem.code}
        </small>
      }
    />
  );
}

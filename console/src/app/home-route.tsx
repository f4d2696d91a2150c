import { Navigate } from 'react-router';
import { PageSkeleton } from '@/app/page-skeleton';
import { StartFailedPage } from '@/app/start-failed-page';
import { deskOf } from '@/shared/session/me';
import { useSession } from '@/shared/session/use-session';

/** The bare address leads to the own desk. */
export function HomeRoute() {
  const session = useSession();
  if (session.data) {
    return <Navigate to={deskOf(session.data.role)} replace />;
  }
  if (session.isPending) {
    return <PageSkeleton />;
  }
  return session.isError ? <StartFailedPage error={session.error} onRetry={() => void session.refetch()} /> : <Navigate to="/sign-in" replace />;
}

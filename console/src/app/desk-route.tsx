import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { PageSkeleton } from '@/app/page-skeleton';
import { StartFailedPage } from '@/app/start-failed-page';
import { deskOf, type Me, type Role } from '@/shared/session/me';
import { useSession } from '@/shared/session/use-session';

interface DeskRouteProps {
  readonly roles: readonly Role[];
  readonly render: (me: Me) => ReactNode;
}

/** Shows a desk to those who work at it; sends others to their own, and those who are not signed in to sign in. */
export function DeskRoute({ roles, render }: DeskRouteProps) {
  const session = useSession();
  if (session.data) {
    return roles.includes(session.data.role) ? render(session.data) : <Navigate to={deskOf(session.data.role)} replace />;
  }
  if (session.isPending) {
    return <PageSkeleton />;
  }
  return session.isError ? <StartFailedPage error={session.error} onRetry={() => void session.refetch()} /> : <Navigate to="/sign-in" replace />;
}

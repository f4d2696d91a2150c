import { useQueryClient } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { SignInPage } from '@/features/sign-in/sign-in-page';
import { deskOf } from '@/shared/session/me';
import { sessionKey, useSession } from '@/shared/session/use-session';

export function SignInRoute() {
  const queries = useQueryClient();
  const session = useSession();
  if (session.data) {
    return <Navigate to={deskOf(session.data.role)} replace />;
  }
  return <SignInPage onSignedIn={(me) => queries.setQueryData(sessionKey, me)} />;
}

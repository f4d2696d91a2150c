import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage } from '@/app/broken-page';
import { DeskRoute } from '@/app/desk-route';
import { HomeRoute } from '@/app/home-route';
import { NotFoundPage } from '@/app/not-found-page';
import { PageSkeleton } from '@/app/page-skeleton';
import { SignInRoute } from '@/app/sign-in-route';
import type { Me } from '@/shared/session/me';
import type { Softphone } from '@/shared/softphone/softphone';

export interface RouterParts {
  /** The telephone of the agent's desk; the browser's own when absent. */
  readonly makeSoftphone?: () => Softphone;
}

/** Each desk is loaded when its person comes, not before. */
const routesWith = (parts: RouterParts): RouteObject[] => [
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: PageSkeleton,
    children: [
      { path: '/', Component: HomeRoute },
      { path: '/sign-in', Component: SignInRoute },
      {
        path: '/first-start',
        lazy: async () => ({ Component: (await import('@/features/sign-in/first-start-page')).FirstStartPage }),
      },
      {
        path: '/agent',
        lazy: async () => {
          const { AgentDeskPage } = await import('@/features/agent-desk/agent-desk-page');
          return { element: <DeskRoute roles={['agent']} render={(me) => <AgentDeskPage me={me} {...parts} />} /> };
        },
      },
      {
        path: '/supervisor',
        lazy: async () => {
          const [{ SupervisorDeskPage }, { OwnTalk }] = await Promise.all([
            import('@/features/supervisor-desk/supervisor-desk-page'),
            import('@/features/agent-desk/call/own-talk'),
          ]);
          const desk = (me: Me) => <SupervisorDeskPage me={me} {...parts} ownTalk={<OwnTalk />} />;
          return { element: <DeskRoute roles={['supervisor']} render={desk} /> };
        },
      },
      {
        path: '/auditor/:part?/:id?',
        lazy: async () => {
          const { AuditorDeskPage } = await import('@/features/auditor-desk/auditor-desk-page');
          return { element: <DeskRoute roles={['auditor']} render={(me) => <AuditorDeskPage me={me} />} /> };
        },
      },
      {
        path: '/administrator',
        lazy: async () => {
          const { AdministratorDeskPage } = await import('@/features/administrator-desk/administrator-desk-page');
          return {
            element: (
              <DeskRoute
                roles={['system-administrator', 'security-administrator']}
                render={(me) => <AdministratorDeskPage me={me} />}
              />
            ),
          };
        },
      },
      {
        path: '/outside/:part?',
        lazy: async () => {
          const { OutsidePage } = await import('@/features/outside/outside-page');
          return {
            element: (
              <DeskRoute
                roles={['agent', 'supervisor', 'auditor', 'system-administrator', 'security-administrator']}
                render={(me) => <OutsidePage me={me} />}
              />
            ),
          };
        },
      },
      {
        path: '/customers',
        lazy: async () => {
          const { CustomerCarePage } = await import('@/features/customer-care/customer-care-page');
          return { element: <DeskRoute roles={['supervisor']} render={(me) => <CustomerCarePage me={me} />} /> };
        },
      },
      {
        path: '/measures',
        lazy: async () => {
          const { MeasuresPage } = await import('@/features/measures/measures-page');
          return { element: <DeskRoute roles={['supervisor', 'auditor']} render={(me) => <MeasuresPage me={me} />} /> };
        },
      },
      {
        path: '/measures/definitions',
        lazy: async () => {
          const { DefinitionsPage } = await import('@/features/measures/definitions-page');
          return { element: <DeskRoute roles={['supervisor', 'auditor']} render={(me) => <DefinitionsPage me={me} />} /> };
        },
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export function makeRouter(parts: RouterParts) {
  return createBrowserRouter(routesWith(parts));
}

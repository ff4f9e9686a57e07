import './without-eval.js';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { leadToSignIn } from './routes/lead-to-sign-in.js';
import { createQueryClient } from './query-client.js';
import { router } from './routes/router.js';
import './ui/mantine-styles.js';
import './ui/base.css';
import { paperAndInk, theme } from './ui/theme.js';

const Announcements = lazy(() => import('./ui/announcements.js').then((module) => ({ default: module.Announcements })));

const queryClient = createQueryClient(leadToSignIn);
const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

createRoot(container).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={paperAndInk} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Suspense>
          <Announcements />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

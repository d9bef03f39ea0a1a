import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** The least that a page with React, Router and Query can be: what our first page is compared with. */
const rootRoute = createRootRoute()
const route = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: () => <h1>A page that shows one heading and does nothing else</h1>,
})
const router = createRouter({ routeTree: rootRoute.addChildren([route]) })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

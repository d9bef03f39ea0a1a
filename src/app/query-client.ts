import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/client/api-error'

/** Reads are tried again when no answer came or the server was busy; writes only ever by the person. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The live stream says what is stale; this only spares a second read on the way from page to page.
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        // "Offline" is a guess of the browser. Ask, and say what came of it.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function mayPass(error: Error): boolean {
  return error instanceof ApiError && (error.code === 'NETWORK' || error.status === 429 || error.status >= 502)
}

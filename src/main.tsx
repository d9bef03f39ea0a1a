import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { connectAccess } from './api/client'
import { FaceOfSession } from './app/face-of-session'
import { Gates } from './app/gates'
import { connectLeave } from './app/leave'
import { mayBy } from './app/may-by'
import { createQueryClient } from './app/query-client'
import { createAppRouter } from './app/router'
import { handOverStyleNonce } from './app/style-nonce'
import { carryOver } from './features/access/carried'
import { startTheme } from './lib/theme'
import './styles.css'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)

connectLeave({ router, queryClient })
connectAccess(mayBy(queryClient))
handOverStyleNonce()
startTheme()
void start()

/**
 * The served HTML already shows something: the sign-in page itself, or a calm skeleton. It stays until the first route
 * can be drawn in one go. The gates have a root of their own, since that first route may already need them.
 */
async function start(): Promise<void> {
  mount('gates', <Gates />)
  await router.load()
  carryOver()
  flushSync(() => mount('app', <RouterProvider router={router} />))
}

function mount(id: string, content: React.ReactNode): void {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no #${id}`)
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <FaceOfSession>{content}</FaceOfSession>
      </QueryClientProvider>
    </StrictMode>,
  )
}

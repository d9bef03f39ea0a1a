import { ApiError } from '@/api/client/api-error'

/** The step with which the sign-in goes on, held ready by the gateway; none where it was refused. */
export function stepOf(error: unknown): 'identity' | 'password' | undefined {
  if (!(error instanceof ApiError)) return undefined
  if (error.code === 'IDENTITY_CHOICE') return 'identity'
  return error.code === 'PASSWORD_EXPIRED' ? 'password' : undefined
}

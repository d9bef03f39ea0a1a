import { sentences } from '@/lib/sentences'
import { readSecureFailure, type SecureFailure } from './secure-failure'

const said = sentences('secure-value', {
  NOT_ASSOCIATED: 'Your session has ended. Sign in and try again.',
  STEP_UP_REQUIRED: 'This is shown only after a code. Confirm one and try again.',
  TOKEN_EXPIRED: 'This is shown once, and for a minute. Read the card again to see it.',
  TOKEN_NOT_FOUND: 'This cannot be shown. Read the card again; if it stays so, tell your support.',
  NOT_SUPPORTED: 'Card values cannot be shown in this console.',
})

/** Why a value is not shown, in words. */
export const shownFailure = (error: unknown): SecureFailure => readSecureFailure(error, said())
